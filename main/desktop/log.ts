/** The Log port: a file in the app's own folder, one JSON line an event. */
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
// The plain Node half: the other one opens a channel to the window.
import electronLog from 'electron-log/node'
import type { Log } from '../ports.ts'
import { type LogLevel, logLine } from './log-line.ts'

const rotateAtBytes = 1024 * 1024

/** Writes `main.log` in `folder`; at 1 MiB that becomes `main.old.log`, and what was there before is dropped. */
export function fileLog(folder: string): Log {
  const { console, file, ipc, remote } = electronLog.transports
  // A log that can't be written must not fill the terminal instead.
  console.writeFn = () => undefined
  for (const transport of [console, ipc, remote]) {
    if (transport !== null) transport.level = false
  }
  file.resolvePathFn = () => join(folder, 'main.log')
  file.maxSize = rotateAtBytes
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  file.transforms = [({ data }) => [data[0]], ({ data }) => data[0]]
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
  } catch {
    // Without its folder there is no log; the app works without.
  }
  const write = (level: LogLevel, event: string, details: Readonly<Record<string, unknown>>): void => {
    electronLog.info(logLine(level, event, details, new Date()))
  }
  return {
    info: (event, details = {}) => write('info', event, details),
    warn: (event, details = {}) => write('warn', event, details),
    failure: (event, { kind, message, retryable, cause, reference, notSent }) =>
      write('failure', event, { kind, message, retryable, cause, reference, notSent }),
  }
}
