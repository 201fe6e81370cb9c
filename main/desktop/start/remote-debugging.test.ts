import { expect, test } from 'vitest'
import { refusesDebugging } from './remote-debugging.ts'

const start = (change: Partial<Parameters<typeof refusesDebugging>[0]> = {}): boolean =>
  refusesDebugging({ isPackaged: true, hasOwnFolder: false, hasSwitch: () => false, ...change })

test('a packaged app with the default folder refuses both switches', () => {
  expect(start()).toBe(false)
  for (const given of ['remote-debugging-port', 'remote-debugging-pipe']) {
    expect(start({ hasSwitch: (name) => name === given })).toBe(true)
  }
})

test('an unpackaged app, or one with its own folder, accepts them', () => {
  expect(start({ hasSwitch: () => true, hasOwnFolder: true })).toBe(false)
  expect(start({ hasSwitch: () => true, isPackaged: false })).toBe(false)
})
