import { expect, test, vi } from 'vitest'
import { holdFirstPaint, readyToPaint } from './first-paint.ts'

async function isReady(ready: Promise<void>): Promise<boolean> {
  let resolved = false
  void ready.then(() => {
    resolved = true
  })
  await new Promise(setImmediate)
  return resolved
}

test('is ready at once when nothing holds it', async () => {
  expect(await isReady(readyToPaint())).toBe(true)
})

test('waits until all have released it, each once', async () => {
  const [one, other] = [holdFirstPaint(), holdFirstPaint()]
  const ready = readyToPaint()
  one()
  one()
  expect(await isReady(ready)).toBe(false)
  other()
  expect(await isReady(ready)).toBe(true)
})

test('waits for a component that replaces another one in the same task', async () => {
  const one = holdFirstPaint()
  const ready = readyToPaint()
  one()
  const other = holdFirstPaint()
  expect(await isReady(ready)).toBe(false)
  other()
  expect(await isReady(ready)).toBe(true)
})

test('doesn’t wait for long', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const release = holdFirstPaint()
  const ready = readyToPaint()
  vi.advanceTimersByTime(599)
  expect(await isReady(ready)).toBe(false)
  vi.advanceTimersByTime(1)
  expect(await isReady(ready)).toBe(true)
  release()
  vi.useRealTimers()
})
