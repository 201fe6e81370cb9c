/** The Log port: files with one JSON line for each event. */
import {
  appendFileSync,
  chmodSync,
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  readSync,
  renameSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Redact } from '../../diagnostics/redaction.ts'
import type { Log } from '../../ports.ts'
import { openRegularSync } from '../files/read-file.ts'
import { type LogLevel, logLine } from './log-line.ts'

const rotateAtBytes = 1024 * 1024
/** Newest first; the oldest is overwritten by a rotation. */
const names = ['main.log', 'main.1.log', 'main.2.log'] as const

/** Writes up to three files of about 1 MiB to `folder`. Drops everything if the folder can't be created. */
export function fileLog(folder: string, redact: Redact): Log {
  const current = join(folder, names[0])
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
  } catch {
    // The app runs without a log.
  }
  const write = (level: LogLevel, event: string, details: Readonly<Record<string, unknown>>): void => {
    const line = logLine(level, event, details, new Date(), redact)
    try {
      // Read each time, as "Erase everything here" deletes the file while the app runs.
      const stats = lstatSync(current, { throwIfNoEntry: false })
      // Opening a pipe for writing waits for a reader that may never come.
      if (stats !== undefined && !stats.isFile()) return
      if (stats !== undefined && stats.size > rotateAtBytes) rotate(folder)
      appendFileSync(current, `${line}\n`, { mode: 0o600 })
    } catch {
      // The disk refuses: this line is lost.
    }
  }
  return {
    info: (event, details = {}) => write('info', event, details),
    warn: (event, details = {}) => write('warn', event, details),
    failure: (event, { kind, message, retryable, cause, reference, notSent }) =>
      write('failure', event, { kind, message, retryable, cause, reference, notSent }),
  }
}

/** The whole lines in the last `maxBytes` of the log, oldest first. */
export function readLog(folder: string, maxBytes: number): readonly string[] {
  let left = maxBytes
  const parts: string[] = []
  for (const name of names) {
    if (left <= 0) break
    const end = endOf(join(folder, name), left)
    left -= Buffer.byteLength(end)
    parts.unshift(end)
  }
  return parts
    .join('')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
}

function rotate(folder: string): void {
  for (let older = names.length - 1; older > 0; older--) {
    try {
      renameSync(join(folder, names[older - 1] ?? ''), join(folder, names[older] ?? ''))
    } catch {
      // The file doesn't exist yet, or the disk refuses and the current file grows beyond its limit.
    }
  }
}

/** The last `maxBytes` of the file, without a partial first line; `''` when there is no file. */
function endOf(path: string, maxBytes: number): string {
  let file: number | undefined
  try {
    file = openRegularSync(path)
    const { size } = fstatSync(file)
    const from = Math.max(0, size - maxBytes)
    const bytes = Buffer.alloc(size - from)
    readSync(file, bytes, 0, bytes.length, from)
    const text = bytes.toString('utf8')
    return from === 0 ? text : text.slice(text.indexOf('\n') + 1)
  } catch {
    return ''
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
