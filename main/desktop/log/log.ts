/** The Log port: files with one JSON line for each event. */
import { chmodSync, closeSync, fstatSync, lstatSync, mkdirSync, readSync, renameSync } from 'node:fs'
import { join } from 'node:path'
// The entry point for Node: the one for Electron opens an IPC channel.
import electronLog from 'electron-log/node'
import type { Redact } from '../../diagnostics/redaction.ts'
import type { Log } from '../../ports.ts'
import { openRegularSync } from '../files/read-file.ts'
import { type LogLevel, logLine } from './log-line.ts'

const rotateAtBytes = 1024 * 1024
/** Newest first; the oldest is overwritten by a rotation. */
const names = ['main.log', 'main.1.log', 'main.2.log'] as const

/** Writes up to three files of about 1 MiB to `folder`. Drops everything if the folder can't be created. */
export function fileLog(folder: string, redact: Redact): Log {
  const { console, file, ipc, remote } = electronLog.transports
  // electron-log would report every failed write on the terminal.
  console.writeFn = () => undefined
  for (const transport of [console, ipc, remote]) {
    if (transport) transport.level = false
  }
  file.resolvePathFn = () => join(folder, names[0])
  file.maxSize = rotateAtBytes
  file.archiveLogFn = () => rotate(folder)
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  file.transforms = [({ data }) => [data[0]], ({ data }) => data[0]]
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    if (!isWritableLog(join(folder, names[0]))) file.level = false
  } catch {
    // The app runs without a log.
  }
  const write = (level: LogLevel, event: string, details: Readonly<Record<string, unknown>>): void => {
    electronLog.info(logLine(level, event, details, new Date(), redact))
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

/** Opening a pipe for writing waits for a reader that may never come. */
function isWritableLog(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats === undefined || stats.isFile()
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
