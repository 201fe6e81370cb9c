import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('a failed script exits with 1, even after electron-builder has left its exit hook', () => {
  const script = `
    import { createRequire } from 'node:module'
    import { fail, Stop } from ${JSON.stringify(join(import.meta.dirname, 'say.mjs'))}
    createRequire(${JSON.stringify(import.meta.filename)})('async-exit-hook')(() => {})
    fail(new Stop('Do this.'))`
  const words = ['--input-type=module', '-e', script]
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  expect(stderr).toBe('\nDo this.\n')
  expect(status).toBe(1)
})
