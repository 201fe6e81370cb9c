import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRequest, needsRunningApp, readCommandLine } from './command-line.ts'

test('no word shows the window', () => {
  expect(readCommandLine([])).toEqual({ kind: 'start', request: 'show' })
})

test('each of our words is a request', () => {
  for (const word of ['sign-in', 'hidden', 'refresh', 'quit', 'diagnostics']) {
    expect(readCommandLine([`--${word}`])).toEqual({ kind: 'start', request: word })
    expect(isRequest(word)).toBe(true)
  }
  expect(['refresh', 'quit', 'diagnostics'].every((word) => isRequest(word) && needsRunningApp(word))).toBe(
    true,
  )
  expect(needsRunningApp('sign-in')).toBe(false)
})

test('version and help go before everything else', () => {
  expect(readCommandLine(['--hidden', '--version'])).toEqual({ kind: 'say', what: 'version' })
  expect(readCommandLine(['-h'])).toEqual({ kind: 'say', what: 'help' })
})

test('a slip, a file and two requests at once are wrong', () => {
  expect(readCommandLine(['--hiden'])).toEqual({ kind: 'wrong', option: '--hiden' })
  expect(readCommandLine(['report.pdf'])).toEqual({ kind: 'wrong', option: 'report.pdf' })
  expect(readCommandLine(['--refresh', '--quit'])).toEqual({ kind: 'wrong', option: '--quit' })
  expect(readCommandLine(['--hidden', '--hidden'])).toEqual({ kind: 'start', request: 'hidden' })
})

test('what desktops and people pass on to Chromium is let through', () => {
  const words = [
    '--no-sandbox',
    '--disable-gpu',
    '--ozone-platform=wayland',
    '--password-store=gnome-libsecret',
  ]
  expect(readCommandLine([...words, '--hidden'])).toEqual({ kind: 'start', request: 'hidden' })
})

test('what comes from another process is a request or nothing', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      if (isRequest(value)) expect(typeof value).toBe('string')
    }),
  )
  for (const value of ['constructor', 'toString', '__proto__', null, {}]) expect(isRequest(value)).toBe(false)
})
