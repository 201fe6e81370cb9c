import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runTool } from './session-bus.ts'

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
