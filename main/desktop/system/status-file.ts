/** `status.json`, for programs that read often: there while the user shares the status and the app runs. */
import { chmodSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { App } from 'electron'
import type { AppState } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Clock, Log } from '../../ports.ts'
import type { Status } from '../../state/status/document.ts'
import { followStatus } from '../../state/status/follow.ts'
import type { StateStore } from '../../state/store.ts'
import { codeOf } from '../files/store-files.ts'

export const statusFileName = 'status.json'

export type ShareStatusOptions = {
  readonly app: Pick<App, 'on'>
  readonly state: StateStore
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
  /** Made when it is needed, readable by this user only. */
  readonly folder: string
}

/** Writes the file at every change while the setting is on; removes it when the setting is off and when the app quits. */
export function shareStatus({ app, state, clock, log, folder }: ShareStatusOptions): void {
  const file = join(folder, statusFileName)
  let hasFailed = false
  const attempt = (what: string, action: () => void): void => {
    try {
      action()
      hasFailed = false
    } catch (error) {
      if (!hasFailed) log.failure(`status ${what}`, failure('storage', codeOf(error) ?? String(error)))
      hasFailed = true
    }
  }
  const remove = (): void => attempt('not removed', () => rmSync(file, { force: true }))
  const write = (status: Status): void =>
    attempt('not shared', () => replace(folder, file, JSON.stringify(status)))
  // Nothing is worked out for a file that isn't wanted: the status is made of all organisations at each change.
  let stopFollowing: (() => void) | null = null
  const toggle = ({ settings }: AppState): void => {
    if (settings.shareStatus) stopFollowing ??= followStatus(state, clock, write)
    else if (stopFollowing !== null) {
      stopFollowing()
      stopFollowing = null
      remove()
    }
  }
  // The file of an earlier run.
  remove()
  toggle(state.current)
  state.subscribe(toggle)
  app.on('will-quit', remove)
}

/**
 * The folder of the session, which the system empties at its end; else the app's own.
 * @param hasOwnFolder the app was given another user-data folder, and there may be several
 */
export function statusFolder({
  env,
  userData,
  hasOwnFolder,
}: {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly userData: string
  readonly hasOwnFolder: boolean
}): string {
  const runtime = env.XDG_RUNTIME_DIR
  if (hasOwnFolder || !runtime || !isAbsolute(runtime)) return userData
  try {
    const { uid, mode } = lstatSync(runtime)
    // The folder must be the user's alone (XDG Base Directory Specification).
    return uid === userInfo().uid && (mode & 0o077) === 0 ? join(runtime, 'parallel-tray') : userData
  } catch {
    return userData
  }
}

/** Nobody reads half of it. No sync: it says what is true now, and is worth nothing after a crash. */
function replace(folder: string, file: string, text: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const temporary = `${file}.new`
  rmSync(temporary, { force: true })
  writeFileSync(temporary, `${text}\n`, { flag: 'wx', mode: 0o600 })
  // A umask that takes rights from the owner.
  chmodSync(temporary, 0o600)
  renameSync(temporary, file)
}
