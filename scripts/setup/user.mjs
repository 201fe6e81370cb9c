/**
 * The user who runs Electron, the bus and the keyring. Instead of root it is an unprivileged user that every system has:
 * Chromium's sandbox doesn't work as root, and root ignores the file modes that the tests check.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, isRoot } from './paths.mjs'

/** The name of a user that was created for one run (see scripts/test/own-system.mjs). */
const ownUser = process.env.PARALLEL_TRAY_TEST_USER
const userName = ownUser ?? 'nobody'

const idOf = (what) => Number(execFileSync('id', [what, userName], { encoding: 'utf8' }))

/** Options for `spawn` that start a process as that user; none if this isn't root. */
export function asUser() {
  return isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {}
}

/*
 * As root the files below belong to two users, and the unprivileged one may put a link where root is about to write. So
 * root creates files exclusively, changes owners by descriptor, and writes by path only in folders of its own.
 */

/** Makes the user the owner of an open file or folder. */
export function giveToUser(file) {
  const { uid, gid } = asUser()
  if (uid !== undefined) fchownSync(file, uid, gid)
}

/**
 * Makes a folder, or takes an existing one.
 * @throws if the path is a link
 */
function prepareFolder(path, mode, setOwner) {
  mkdirSync(path, { recursive: true, mode })
  if (process.platform === 'win32') return path
  const folder = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW)
  try {
    setOwner(folder)
    fchmodSync(folder, mode)
  } finally {
    closeSync(folder)
  }
  return path
}

/** Creates a folder that only the user can access. Its parent must not be the user's. */
export function userFolder(path) {
  return prepareFolder(path, 0o700, giveToUser)
}

/** Creates a folder of root's in which the user can access its own files; without root it is the user's. */
export function sharedFolder(path) {
  if (!isRoot) return userFolder(path)
  return prepareFolder(path, 0o755, (folder) => fchownSync(folder, 0, 0))
}

/** Replaces a file that only the user reads and writes. */
export function writeUserFile(path, content) {
  rmSync(path, { force: true })
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants
  const file = openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
  try {
    writeFileSync(file, content)
    giveToUser(file)
  } finally {
    closeSync(file)
  }
}

/** The user's name for messages; undefined if it is the user who typed the command. */
export const otherUser = isRoot ? userName : undefined

/** The user's environment. Started by root, it has a separate home, so that nothing of root's is read or written. */
export function userEnvironment() {
  if (!isRoot) return {}
  const home = userFolder(join(cacheFolder(), ownUser ? `home-${ownUser}` : 'home'))
  return { HOME: home, USER: userName, LOGNAME: userName }
}

/** Whether a process with this id runs, of any user. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Gives this run and its child processes a temporary folder within the cache folder, which is removed at the end. Also
 * removes the folders of killed runs.
 */
export function useOwnTemporaryFolder() {
  for (const name of readdirSync(cacheFolder())) {
    const pid = /^(?:tmp|results|unpack|download|screen)-(\d+)$/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(cacheFolder(), name), { recursive: true, force: true })
  }
  const path = userFolder(join(cacheFolder(), `tmp-${process.pid}`))
  process.env.TMPDIR = path
  process.once('exit', () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }))
}

/** True if that user can use Chromium's sandbox here: by user namespaces, or by a set-uid helper. */
export function canSandbox() {
  if (process.platform !== 'linux') return true
  return (
    spawnSync('unshare', ['--user', '--map-root-user', 'true'], { ...asUser(), stdio: 'ignore' }).status === 0
  )
}
