import { expect, test } from 'vitest'
import { isKnownSwitch, refusedSwitch, type StartConditions } from './switches.ts'

const check = (given: readonly string[], change: Partial<StartConditions> = {}) =>
  refusedSwitch({
    isPackaged: true,
    hasRealServers: true,
    hasSwitch: (name) => given.includes(name),
    needsNoSandbox: () => false,
    ...change,
  })

const debugging = ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'js-flags']

test.each(debugging)('--%s is refused with the real servers, packaged or not', (name) => {
  expect(check([name])).toBe('debugging')
  expect(check([name], { isPackaged: false })).toBe('debugging')
  expect(check([name], { hasRealServers: false })).toBeNull()
})

test('--no-sandbox is refused when packaged, also with other servers', () => {
  expect(check(['no-sandbox'])).toBe('sandbox')
  expect(check(['no-sandbox'], { hasRealServers: false })).toBe('sandbox')
  expect(check(['no-sandbox'], { isPackaged: false })).toBeNull()
  expect(check(['no-sandbox'], { needsNoSandbox: () => true })).toBeNull()
})

test('asks about user namespaces only if --no-sandbox is given', () => {
  const needsNoSandbox = () => expect.fail('asked')
  expect(check(['lang', 'disable-gpu'], { needsNoSandbox })).toBeNull()
})

test('--enable-features accepts the two features that window systems need', () => {
  expect(isKnownSwitch('--enable-features=UseOzonePlatform,WaylandWindowDecorations')).toBe(true)
  for (const value of ['', '=', '=Other', '=UseOzonePlatform,Other', '=UseOzonePlatform,'])
    expect(isKnownSwitch(`--enable-features${value}`), value).toBe(false)
})
