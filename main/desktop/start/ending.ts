/** The end of the app, whoever wants it: what is under way first, then what has to be said, then a newer version. */
import type { App as ElectronApp } from 'electron'
import { words } from '../../../words/desktop.ts'
import { moment } from '../../../words/format.ts'
import type { Clock } from '../../ports.ts'
import type { App } from '../../state/app.ts'
import type { AtEnd } from '../../state/updating.ts'
import type { Installation } from '../../updates/desktop/installation.ts'
import { quitAfter, type UserQuit } from './quit.ts'

const notRevokedShownMs = 20_000

export type EndingOptions = {
  readonly app: ElectronApp
  readonly core: Pick<App, 'updateAtEnd' | 'installUpdate' | 'shutDown'>
  readonly clock: Clock
  readonly userQuit: Pick<UserQuit, 'isRequested'>
  readonly installation: Installation | null
  /** Shows a warning; settles once it was read. */
  readonly warn: (title: string, detail: string) => Promise<unknown>
}

export type Ending = {
  /** True once the app is on its way out. */
  readonly begun: boolean
}

/** From now on every end of the app goes this way. */
export function endInOrder(options: EndingOptions): Ending {
  const { app, core, clock, userQuit, installation, warn } = options
  /** Decided when the end begins: what would be lost then is forgotten at the end. */
  let updateAtEnd: AtEnd = 'leave'

  const finish = async (): Promise<void> => {
    // An AppImage is replaced in one move; an installer would be killed half-way with the session.
    const safe = userQuit.isRequested || installation?.kind === 'app-image'
    updateAtEnd = core.updateAtEnd(safe)
    const alive = await core.shutDown()
    if (alive.length === 0) return
    // Kept in memory only and not revoked: nobody can end these any more, so it is said when they end.
    const { title, explained, organisation } = words.tray.notRevoked
    const ends = alive.map(({ organisationName, until }) =>
      organisation(organisationName, until === null ? null : moment(until, clock.now())),
    )
    // Nobody may be there to read it: the end of a session waits for nobody.
    const shown = warn(title, [explained, ...ends].join('\n'))
    await Promise.race([shown, clock.wait(notRevokedShownMs, new AbortController().signal)])
  }

  return quitAfter(app, finish, () => {
    const endsByItself = updateAtEnd !== 'leave' && core.installUpdate(updateAtEnd === 'restart')
    if (!endsByItself) app.quit()
  })
}
