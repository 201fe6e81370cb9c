import { expect, test } from 'vitest'
import { MemoryLog } from '../../testing/memory-ports.ts'
import { RestartLimit } from './restart-limit.ts'
import { logWindowErrors } from './window-errors.ts'

function heard(limit = new RestartLimit(10, 60_000)) {
  const log = new MemoryLog()
  let say = (_details: { level: string; message: string }): void => {}
  const on = (_event: string, listener: typeof say) => {
    say = listener
  }
  logWindowErrors({ on } as never, log, limit)
  return { log, say: (details: Parameters<typeof say>[0]) => say(details) }
}

test('logs only errors', () => {
  const { log, say } = heard()
  say({ level: 'error', message: 'Uncaught TypeError: x' })
  say({ level: 'warning', message: 'not this' })
  expect(log.lines).toEqual(['window said {"why":"Uncaught TypeError: x"}'])
})

test('limits the lines of a page that fails on every frame', () => {
  const { log, say } = heard(new RestartLimit(3, 60_000))
  for (let count = 0; count < 100; count++) say({ level: 'error', message: `${count}` })
  expect(log.lines).toHaveLength(3)
})
