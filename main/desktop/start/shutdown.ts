/** The app's orderly shutdown: finish what is running, warn of sign-ins that stay valid, install an update. */
import type { App as ElectronApp } from 'electron'
import { words } from '../../../words/desktop.ts'
import { moment } from '../../../words/format.ts'
import type { Clock } from '../../ports.ts'
import type { App } from '../../state/app.ts'
import type { UpdateAtExit } from '../../state/updating.ts'
import type { Installation } from '../../updates/desktop/installation.ts'
import type { UserQuit } from './user-quit.ts'

const warningTimeoutMs = 20_000

export type ShutdownOptions = {
  readonly app: ElectronApp
  readonly core: Pick<App, 'updateAtExit' | 'installUpdate' | 'shutDown'>
  readonly clock: Clock
  readonly userQuit: Pick<UserQuit, 'isRequested'>
  readonly installation: Installation | null
  /** Shows a warning; settles when the user has closed it. */
  readonly warn: (title: string, detail: string) => Promise<unknown>
}

export type Shutdown = {
  /** Closing the window then really closes it. */
  readonly hasBegun: boolean
}

/** Postpones every quit until `core` has shut down, which takes a bounded time. */
export function orderlyShutdown(options: ShutdownOptions): Shutdown {
  const { app, core, clock, userQuit, installation, warn } = options
  let hasBegun = false
  let isFinished = false
  /** Decided when the shutdown begins, as `core.shutDown` clears the state that decides it. */
  let updateAtExit: UpdateAtExit = 'leave'

  const finish = async (): Promise<void> => {
    // Replacing an AppImage is one rename; the end of the desktop session would kill an installer half-way.
    const safe = userQuit.isRequested || installation?.kind === 'app-image'
    updateAtExit = core.updateAtExit(safe)
    const alive = await core.shutDown()
    if (alive.length === 0) return
    // These tokens are only in memory and were not revoked. Nothing can revoke them after the exit, so the user is warned.
    const { title, explained, organisation } = words.tray.notRevoked
    const ends = alive.map(({ organisationName, until }) =>
      organisation(organisationName, until === null ? null : moment(until, clock.now())),
    )
    // The end of the desktop session doesn't wait for a user who may be away.
    const closed = warn(title, [explained, ...ends].join('\n'))
    await Promise.race([closed, clock.wait(warningTimeoutMs, new AbortController().signal)])
  }

  const quitAgain = (): void => {
    const quitsItself = updateAtExit !== 'leave' && core.installUpdate(updateAtExit === 'restart')
    if (!quitsItself) app.quit()
  }

  app.on('before-quit', (event) => {
    if (isFinished) return
    event.preventDefault()
    if (hasBegun) return
    hasBegun = true
    void finish().finally(() => {
      isFinished = true
      // Not before Electron has handled `preventDefault` (microtasks of a signal handler run earlier than that):
      // it would close the windows and then not quit.
      setImmediate(quitAgain)
    })
  })

  return {
    get hasBegun() {
      return hasBegun
    },
  }
}
