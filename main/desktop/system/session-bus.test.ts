import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answersCall, askBus, askBusForText, isBusNameAvailable, runTool } from './session-bus.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tools-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

test('a tool that is missing in the PATH is absent', async () => {
  vi.stubEnv('PATH', folder)
  expect(await runTool('gdbus', [])).toBe('absent')
})

test('a tool that can’t be started is absent, so that the next one is tried', async () => {
  // Not executable, for example.
  writeFileSync(join(folder, 'gdbus'), '', { mode: 0o644 })
  vi.stubEnv('PATH', folder)
  expect(await runTool('gdbus', [])).toBe('absent')
})

test('a tool with a non-zero exit code has failed', async () => {
  expect(await runTool('node', ['-e', 'process.exit(1)'])).toBe('failed')
})

test('returns what a tool prints', async () => {
  expect(await runTool('node', ['-p', 'true'])).toEqual({ output: 'true\n' })
})

const secrets = 'org.freedesktop.secrets'
const notifications = {
  owner: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  of: 'org.freedesktop.Notifications',
  name: 'GetServerInformation',
}

test('uses the first available tool', async () => {
  const asked: string[] = []
  const answer = await askBus({ kind: 'is-owned', name: secrets }, async (command, args) => {
    asked.push([command, ...args].join(' '))
    return command === 'busctl' ? { output: 'b true\n' } : 'absent'
  })
  expect(answer).toBe(true)
  expect(asked.map((line) => line.split(' ')[0])).toEqual(['dbus-send', 'gdbus', 'busctl'])
  for (const line of asked) expect(line).toMatch(/NameHasOwner.*org\.freedesktop\.secrets$/)
})

test('distinguishes a service that responds, one that doesn’t, and an unreachable bus', async () => {
  expect(
    await answersCall(notifications, async () => ({ output: "('mako', 'emersion', '1.7', '1.2')" })),
  ).toBe(true)
  expect(await answersCall(notifications, async () => 'failed')).toBe(false)
  expect(await answersCall(notifications, async () => 'absent')).toBe('unknown')
})

test.each([
  ["('my wallet',)\n", 'my wallet'],
  ['   my wallet\n', 'my wallet'],
  ['s "my wallet"\n', 'my wallet'],
  ["('',)\n", null],
  ['\n', null],
])('reads the string that each tool prints: %j', async (output, text) => {
  const run = async () => ({ output })
  expect(await askBusForText(notifications, run)).toBe(text)
})

test('has no string from a service that doesn’t answer', async () => {
  expect(await askBusForText(notifications, async () => 'failed')).toBe(null)
  expect(await askBusForText(notifications, async () => 'absent')).toBe(null)
})

test.each([
  { owned: '(true,)', activatable: '', expected: true },
  {
    owned: '(false,)',
    activatable: "(['org.freedesktop.DBus', 'org.freedesktop.secrets'],)",
    expected: true,
  },
  { owned: 'boolean false', activatable: 'array [ org.freedesktop.secrets ]', expected: true },
  { owned: 'b false', activatable: 'as 1 "org.freedesktop.secrets"', expected: true },
  { owned: '(false,)', activatable: "(['org.freedesktop.secrets.backup'],)", expected: false },
])('treats a name as available if it is owned or can be activated: $owned $activatable', (answers) => {
  const { owned, activatable, expected } = answers
  const run = (_command: string, args: readonly string[]) => ({
    output: args.join(' ').includes('NameHasOwner') ? owned : activatable,
  })
  expect(isBusNameAvailable(secrets, run)).toBe(expected)
})

test('no name is available without a bus or a tool', () => {
  expect(isBusNameAvailable(secrets, () => 'failed')).toBe(false)
  expect(isBusNameAvailable(secrets, () => 'absent')).toBe(false)
})

test('ends a blocking call when the tool hangs', () => {
  for (const tool of ['gdbus', 'dbus-send', 'busctl'])
    writeFileSync(join(folder, tool), '#!/bin/sh\nexec /bin/sleep 60\n', { mode: 0o755 })
  vi.stubEnv('PATH', folder)
  const startedAt = performance.now()
  expect(isBusNameAvailable(secrets)).toBe(false)
  expect(performance.now() - startedAt).toBeLessThan(5000)
})
