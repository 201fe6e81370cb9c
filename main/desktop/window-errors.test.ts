import { expect, test } from 'vitest'
import { MemoryLog } from '../testing/memory-ports.ts'
import { RestartLimit } from './restart-limit.ts'
import { logWindowErrors } from './window-errors.ts'

function heard(limit = new RestartLimit(10, 60_000)) {
  const log = new MemoryLog()
  let say = (..._said: readonly unknown[]): void => {}
  const on = (_event: string, listener: typeof say) => {
    say = listener
  }
  logWindowErrors({ on } as never, log, limit)
  return { log, say: (...said: readonly unknown[]) => say(...said) }
}

test('errors are written down, as every Electron tells of them; other lines aren’t', () => {
  const { log, say } = heard()
  say({ level: 'error', message: 'Uncaught TypeError: x' })
  say({}, 3, 'Uncaught TypeError: y', 1, 'index.html')
  say({ level: 'warning', message: 'not this' })
  say({}, 1, 'nor this')
  expect(log.lines).toEqual([
    'window said {"why":"Uncaught TypeError: x"}',
    'window said {"why":"Uncaught TypeError: y"}',
  ])
})

test('a page that fails with each frame doesn’t fill the log', () => {
  const { log, say } = heard(new RestartLimit(3, 60_000))
  for (let count = 0; count < 100; count++) say({ level: 'error', message: `${count}` })
  expect(log.lines).toHaveLength(3)
})
