/** What happens when main breaks. */
import { failure } from '../../parallel/failures.ts'
import type { Log } from '../../ports.ts'
import type { CrashFile } from '../log/crash-file.ts'

/**
 * What nobody caught ends the app at once: nobody knows in what state it has left everything, and it handles money.
 * All that must outlive it was on the disk before it was needed. A promise that failed unheard is another thing: one
 * job has ended without its end. It is written down, and the others go on; the same start over would lose a secret
 * that is on screen, and end sign-ins that live in memory.
 */
export function watchForMistakes(options: {
  readonly process: Pick<NodeJS.Process, 'on'> &
    Readonly<Record<'stdout' | 'stderr', Pick<NodeJS.WriteStream, 'on'>>>
  readonly crashes: CrashFile
  readonly log: Log
  readonly exit: (code: number) => void
}): void {
  const { process, crashes, log, exit } = options
  // The terminal that it was started from may be closed: what Electron then can't say there breaks nothing.
  for (const said of [process.stdout, process.stderr]) said.on('error', () => undefined)
  process.on('uncaughtException', (thrown) => {
    try {
      const { error, stack } = crashes.write(thrown)
      log.failure('crashed', failure('bug', `${error} ${stack[0] ?? ''}`))
    } finally {
      exit(1)
    }
  })
  process.on('unhandledRejection', (why) => {
    const { error, stack } = crashes.recordOf(why)
    log.warn('promise not heard', { why: error, where: stack[0] ?? null })
  })
}

/**
 * Half an app that holds the folder, has no window and answers nobody is worse than none: what breaks the start is
 * thrown where nobody catches it.
 * @returns what `started` comes to; nothing, ever, when it fails
 */
export function orEnd<T>(
  started: Promise<T>,
  soon: (deed: () => void) => void = (deed) => setImmediate(deed),
): Promise<T> {
  return started.catch((thrown: unknown) => {
    soon(() => {
      throw thrown
    })
    return new Promise<never>(() => {})
  })
}
