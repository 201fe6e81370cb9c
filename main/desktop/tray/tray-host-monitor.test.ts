import { beforeEach, expect, it } from 'vitest'
import { settle, VirtualClock } from '../../testing/virtual-clock.ts'
import { TrayHostMonitor } from './tray-host-monitor.ts'

let clock: VirtualClock
let answer: boolean | 'unknown'
let heard: string[]
beforeEach(() => {
  clock = new VirtualClock()
  answer = false
  heard = []
})

function monitorOn(system: NodeJS.Platform): TrayHostMonitor {
  return new TrayHostMonitor({
    clock,
    system,
    ask: async () => answer,
    onHosted: (isNew) => heard.push(isNew ? 'new' : 'hosted'),
    onMissing: () => heard.push('none'),
  })
}

it('assumes a host on macOS and Windows, and asks for one on Linux', async () => {
  expect(monitorOn('darwin').isHosted).toBe(true)
  const monitor = monitorOn('linux')
  expect(monitor.isHosted).toBe(null)
  answer = true
  await monitor.check()
  expect(monitor.isHosted).toBe(true)
  expect(heard).toEqual(['hosted'])
})

it('reports a host that starts later, or again, as new', async () => {
  const monitor = monitorOn('linux')
  await monitor.check()
  expect(monitor.isHosted).toBe(false)
  answer = true
  await monitor.check()
  answer = false
  await monitor.check()
  answer = true
  await monitor.check()
  expect(heard).toEqual(['none', 'new', 'none', 'new'])
})

it('waits for a host within the timeout, and counts it as missing until then', async () => {
  const monitor = monitorOn('linux')
  const checked = monitor.check(10_000)
  await settle()
  expect(monitor.isHosted).toBe(false)
  expect(heard).toEqual([])
  await clock.advance(3000)
  answer = true
  await clock.advance(1000)
  await checked
  expect(heard).toEqual(['new'])
})

it('treats a desktop that can’t be queried as one without a host, without reporting it', async () => {
  answer = 'unknown'
  const monitor = monitorOn('linux')
  await monitor.check()
  expect(monitor.isHosted).toBe(false)
  expect(heard).toEqual([])
})
