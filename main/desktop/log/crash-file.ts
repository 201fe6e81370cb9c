/** The crash record: written synchronously, as the process exits right afterwards. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crashOf, readCrash } from '../../diagnostics/crash.ts'
import type { Redact } from '../../diagnostics/redaction.ts'
import type { Crash } from '../../ports.ts'
import { readTextSync } from '../files/read-file.ts'

export type CrashFile = {
  /** The redacted record of a thrown value. Never throws. */
  recordOf(thrown: unknown): Crash
  /** Writes the record. Never throws. */
  write(thrown: unknown): Crash
  read(): Crash | null
  markShown(): void
}

/** @param folder the log's folder, which "Erase everything here" empties */
export function crashFile(folder: string, appVersion: string, redact: Redact): CrashFile {
  const path = join(folder, 'crash.json')
  const save = (crash: Crash): void => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      // Always a new file: an existing one of that name may be a link to another file.
      rmSync(`${path}.tmp`, { force: true })
      writeFileSync(`${path}.tmp`, JSON.stringify(crash, null, 2), { mode: 0o600, flag: 'wx' })
      renameSync(`${path}.tmp`, path)
    } catch {
      // Without a disk there is no way left to report the crash.
    }
  }
  const read = (): Crash | null => {
    try {
      return readCrash(readTextSync(path))
    } catch {
      return null
    }
  }
  const recordOf = (thrown: unknown): Crash => crashOf(thrown, Date.now(), appVersion, redact)
  return {
    recordOf,
    write(thrown) {
      const crash = recordOf(thrown)
      save(crash)
      return crash
    },
    read,
    markShown() {
      const crash = read()
      if (crash !== null) save({ ...crash, wasShown: true })
    },
  }
}
