/** `status.json` for status bars: exists while the app runs and the user shares the status. */
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
  /** Created when needed, accessible to this user only. */
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
  // Not followed while the user doesn't share it: computing the status takes time at each change.
  let stopFollowing: (() => void) | null = null
  const toggle = ({ settings }: AppState): void => {
    if (settings.shareStatus) stopFollowing ??= followStatus(state, clock, write)
    else if (stopFollowing !== null) {
      stopFollowing()
      stopFollowing = null
      remove()
    }
  }
  // Of an earlier run.
  remove()
  toggle(state.current)
  state.subscribe(toggle)
  app.on('will-quit', remove)
}

/**
 * `XDG_RUNTIME_DIR`, which the system empties when the session ends, or else the user-data folder.
 * @param hasOwnFolder a custom user-data folder: several instances may run, so each uses its own
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
    // The XDG Base Directory Specification requires that only the user has access.
    return uid === userInfo().uid && (mode & 0o077) === 0 ? join(runtime, 'parallel-tray') : userData
  } catch {
    return userData
  }
}

/** Atomic, but without fsync: after a crash the file is worthless anyway. */
function replace(folder: string, file: string, text: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const temporary = `${file}.new`
  rmSync(temporary, { force: true })
  writeFileSync(temporary, `${text}\n`, { flag: 'wx', mode: 0o600 })
  // The umask may have removed permissions of the owner.
  chmodSync(temporary, 0o600)
  renameSync(temporary, file)
}
