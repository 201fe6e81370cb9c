import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runExclusively } from './exclusive.mjs'

const onLinux = test.runIf(process.platform === 'linux')

let folder
let lock
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
  lock = join(folder, 'within/install.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

onLinux('two starts at once install one after the other', async () => {
  const events = []
  let release
  const first = runExclusively(lock, async () => {
    events.push('first begins')
    await new Promise((settle) => {
      release = settle
    })
    events.push('first ends')
  })
  await expect.poll(() => events).toEqual(['first begins'])
  let waits = 0
  const second = runExclusively(
    lock,
    async () => events.push('second'),
    () => {
      waits += 1
    },
  )
  await expect.poll(() => waits).toBe(1)
  release()
  await Promise.all([first, second])
  expect(events).toEqual(['first begins', 'first ends', 'second'])
})

onLinux('the lock of a killed start is free', async () => {
  const source = `
    import { runExclusively } from ${JSON.stringify(new URL('exclusive.mjs', import.meta.url).href)}
    await runExclusively(${JSON.stringify(lock)}, () => { console.log('held'); return new Promise(() => setInterval(() => {}, 1000)) })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  expect(await runExclusively(lock, async () => 'done')).toBe('done')
})

test('a failed action releases the lock and is reported', async () => {
  await expect(runExclusively(lock, () => Promise.reject(new Error('no network')))).rejects.toThrow(
    'no network',
  )
  expect(await runExclusively(lock, async () => 'done')).toBe('done')
})
