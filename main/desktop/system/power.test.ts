import { EventEmitter } from 'node:events'
import type { PowerMonitor } from 'electron'
import { expect, it } from 'vitest'
import { watchPower } from './power.ts'

function machine() {
  class Monitor extends EventEmitter {
    onBattery = false
    isOnBatteryPower = (): boolean => this.onBattery
  }
  const monitor = new Monitor()
  const heard: unknown[] = []
  const watch = watchPower(monitor as unknown as PowerMonitor, {
    onWake: () => heard.push('wake'),
    onSuspend: () => heard.push('suspend'),
    onShutdown: () => heard.push('shutdown'),
    onPower: (power) => heard.push(power),
  })
  return { monitor, heard, watch }
}

it('reports battery and lock at once and on each change', () => {
  const { monitor, heard } = machine()
  expect(heard).toEqual([{ onBattery: false, locked: false }])
  monitor.onBattery = true
  monitor.emit('on-battery')
  monitor.emit('lock-screen')
  monitor.emit('unlock-screen')
  expect(heard.slice(1)).toEqual([
    { onBattery: true, locked: false },
    { onBattery: true, locked: true },
    'wake',
    { onBattery: true, locked: false },
  ])
})

it('treats input in the window as an unlocked screen, as the event may be lost', () => {
  const { monitor, heard, watch } = machine()
  watch.userIsPresent()
  expect(heard).toHaveLength(1)
  monitor.emit('lock-screen')
  watch.userIsPresent()
  watch.userIsPresent()
  expect(heard.slice(1)).toEqual([
    { onBattery: false, locked: true },
    'wake',
    { onBattery: false, locked: false },
  ])
})

it('rereads the battery state after a resume, and delays a shutdown', () => {
  const { monitor, heard } = machine()
  monitor.emit('suspend')
  monitor.onBattery = true
  monitor.emit('resume')
  let putOff = false
  monitor.emit('shutdown', {
    preventDefault: () => {
      putOff = true
    },
  })
  expect(heard.slice(1)).toEqual(['suspend', 'wake', { onBattery: true, locked: false }, 'shutdown'])
  expect(putOff).toBe(true)
})
