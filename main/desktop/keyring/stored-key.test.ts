import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MemoryLog } from '../../testing/memory-ports.ts'
import { systemClock } from '../system/clock.ts'
import { storedKey } from './stored-key.ts'

let userData = ''
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'stored-key-'))
})
afterEach(() => rmSync(userData, { recursive: true }))

const write = (state: unknown): void => writeFileSync(join(userData, 'Local State'), JSON.stringify(state))

/** Records when the wait is over. */
function waiting(system: NodeJS.Platform) {
  const log = new MemoryLog()
  const waitForKey = storedKey({ userData, clock: systemClock(), log, system })
  const wait = { isOver: false, log, done: Promise.resolve() }
  wait.done = waitForKey().then(() => {
    wait.isOver = true
  })
  return wait
}

test('waits until the key is in the file', async () => {
  write({ os_crypt: { audit_enabled: true } })
  const wait = waiting('win32')
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(wait.isOver).toBe(false)
  write({ os_crypt: { audit_enabled: true, encrypted_key: 'RFBBUEk=' } })
  await wait.done
  expect(wait.log.lines).toEqual([])
})

test('waits for nothing on systems with a keyring', async () => {
  await waiting('linux').done
})
