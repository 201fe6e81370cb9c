/** Paths: the clone, and the one folder outside it that the scripts write to. */
import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stop } from '../run/say.mjs'

/** The clone, in syntax that an outdated Node can still parse. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** The unprivileged user that runs Electron can't read root's home, so root's cache is in a readable folder. */
export const isRoot = process.getuid?.() === 0

/**
 * The one cache folder: runtimes, and as root the copy of the app that the unprivileged user runs.
 * @param {Record<string, string | undefined>} env
 * @param {boolean} asRoot
 */
export function cacheFolder(env = process.env, asRoot = isRoot) {
  if (env.PARALLEL_TRAY_CACHE) return resolve(env.PARALLEL_TRAY_CACHE)
  if (asRoot) return '/var/cache/parallel-tray-dev'
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'parallel-tray-dev')
}

/**
 * Prevents other users from writing to files created from here on, independent of the umask. The unprivileged user must be
 * able to read those of root.
 */
export function protectNewFiles() {
  process.umask(isRoot ? 0o022 : process.umask() | 0o022)
}

/**
 * Creates the cache folder, and protects files created from here on.
 * @throws {Stop} if it can't be written to, or belongs to another user
 */
export function prepareCacheFolder() {
  const folder = cacheFolder()
  protectNewFiles()
  try {
    mkdirSync(folder, { recursive: true })
    if (isRoot) chmodSync(folder, 0o755)
    accessSync(folder, constants.W_OK)
    if (isRoot && statSync(folder).uid !== 0) throw new Error('it belongs to another user')
  } catch (error) {
    throw new Stop(
      `The cache folder ${folder} can’t be written to: ${error.message}. Name another in PARALLEL_TRAY_CACHE.`,
    )
  }
  return folder
}

/** Moves a complete folder to its final path, unless another run has done so meanwhile: that copy may be in use. */
export function moveIntoPlace(folder, place) {
  try {
    renameSync(folder, place)
  } catch (error) {
    if (!existsSync(place)) throw error
  }
}

/** Identifies the clone within the cache folder. */
export const cloneId = createHash('sha256').update(root).digest('hex').slice(0, 8)

/** The state of this clone's stand-in; its addresses are saved in the same folder. */
export const standInState = join(root, '.platform/state.json')

/** The session that `npm start` creates if there is none, and as root the app's data. Each clone has its own. */
export const sessionFolder = () => join(cacheFolder(), `session-${cloneId}`)

/** The app's data with `npm start`. Started by root, the app runs as another user, who can't write to the clone. */
export const appData = () => (isRoot ? join(sessionFolder(), 'user-data') : join(root, '.platform/user-data'))
