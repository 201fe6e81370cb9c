import { failure } from '../../parallel/failures.ts'
import type { Log } from '../../ports.ts'
import type { CrashFile } from '../log/crash-file.ts'

/**
 * Exits on an uncaught exception, after writing a crash record: the app handles money, and its state is unknown then.
 * Everything that must survive is already on the disk. An unhandled rejection is only logged, as it ends one task and
 * leaves the others intact; exiting would lose a secret that is on screen and the sign-ins that are only in memory.
 */
export function handleUncaughtErrors(options: {
  readonly process: Pick<NodeJS.Process, 'on'> &
    Readonly<Record<'stdout' | 'stderr', Pick<NodeJS.WriteStream, 'on'>>>
  readonly crashes: CrashFile
  readonly log: Log
  readonly exit: (code: number) => void
}): void {
  const { process, crashes, log, exit } = options
  // Electron's own output fails once the terminal is closed, which is no reason to crash.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  process.on('uncaughtException', (thrown) => {
    try {
      const { error, stack } = crashes.write(thrown)
      log.failure('crashed', failure('bug', `${error} ${stack[0] ?? ''}`))
    } finally {
      exit(1)
    }
  })
  process.on('unhandledRejection', (reason) => {
    const { error, stack } = crashes.recordOf(reason)
    log.warn('promise not heard', { why: error, where: stack[0] ?? null })
  })
}

/**
 * Turns a failed start into an uncaught exception: without it a process would hold the folder's lock, with no window
 * and no answer to later starts.
 * @returns the result of the start; never settles when it fails
 */
export function throwIfRejected<T>(
  started: Promise<T>,
  schedule: (callback: () => void) => void = (callback) => setImmediate(callback),
): Promise<T> {
  return started.catch((thrown: unknown) => {
    schedule(() => {
      throw thrown
    })
    return new Promise<never>(() => {})
  })
}
