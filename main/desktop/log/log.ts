/** The Log port: files in the app's own folder, one JSON line an event. */
import { chmodSync, closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync } from 'node:fs'
import { join } from 'node:path'
// The plain Node half: the other one opens a channel to the window.
import electronLog from 'electron-log/node'
import type { Redact } from '../../diagnostics/redaction.ts'
import type { Log } from '../../ports.ts'
import { type LogLevel, logLine } from './log-line.ts'

const rotateAtBytes = 1024 * 1024
/** From the newest to the oldest; what would become older than that is dropped. */
const names = ['main.log', 'main.1.log', 'main.2.log'] as const

/** Writes in `folder`: three files, a little more than 1 MiB each at most. Without the folder there is no log. */
export function fileLog(folder: string, redact: Redact): Log {
  const { console, file, ipc, remote } = electronLog.transports
  // A log that can't be written must not fill the terminal instead.
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
  } catch {
    // The app works without.
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

/** The log's lines, oldest first: at most about `mostBytes` from its end, beginning with a whole line. */
export function readLog(folder: string, mostBytes: number): readonly string[] {
  let left = mostBytes
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
      // There is none yet; or the disk refuses, and the file goes on growing until it doesn't.
    }
  }
}

/** The last `mostBytes` of the file, without the line that they begin in; `''` when there is no file. */
function endOf(path: string, mostBytes: number): string {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const { size } = fstatSync(file)
    const from = Math.max(0, size - mostBytes)
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
