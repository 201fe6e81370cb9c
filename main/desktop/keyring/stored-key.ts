/** Windows: the key that encrypts the sign-ins is itself in a file, which Chromium writes up to ten seconds late. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock, Log } from '../../ports.ts'

const pollMs = 200
/** Chromium writes its preferences at most ten seconds after a change (ImportantFileWriter). */
const timeoutMs = 15_000

export type StoredKeyDeps = {
  readonly userData: string
  readonly clock: Clock
  readonly log: Log
  readonly system?: NodeJS.Platform
}

/**
 * Returns a function that waits until the key is on the disk. What was encrypted with a key that a crash or a power
 * failure then loses could never be decrypted. After fifteen seconds it gives up, and logs that.
 */
export function storedKey({ userData, clock, log, system = process.platform }: StoredKeyDeps) {
  if (system !== 'win32') return async (): Promise<void> => {}
  const file = join(userData, 'Local State')
  let isStored = false
  return async (): Promise<void> => {
    const deadline = clock.elapsed() + timeoutMs
    while (!isStored) {
      isStored = await holdsKey(file)
      if (isStored) return
      if (clock.elapsed() >= deadline) return log.warn('encryption key not on the disk', { file })
      await clock.wait(pollMs, new AbortController().signal)
    }
  }
}

async function holdsKey(file: string): Promise<boolean> {
  try {
    const state = JSON.parse(await readFile(file, 'utf8'))
    return typeof state?.os_crypt?.encrypted_key === 'string'
  } catch {
    // Not written yet.
    return false
  }
}
