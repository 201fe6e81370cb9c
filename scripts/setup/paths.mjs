/** Where things lie: the clone, and the one folder outside it that these scripts write to. */
import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stop } from '../run/say.mjs'

/** The clone, in a way that a Node too old for the rest still understands. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** Root's own home is closed to the unprivileged user that runs Electron, so root's cache lies where all can read. */
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
 * Keeps other users from writing to what is made from here on, whatever the umask was. As root the unprivileged user has
 * to be able to read it.
 */
export function protectNewFiles() {
  process.umask(isRoot ? 0o022 : process.umask() | 0o022)
}

/**
 * Makes the cache folder, and protects what is made from here on.
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

/** Moves a complete folder to its place, unless another run has put the same there meanwhile: that may be in use. */
export function moveIntoPlace(folder, place) {
  try {
    renameSync(folder, place)
  } catch (error) {
    if (!existsSync(place)) throw error
  }
}

/** Tells clones apart within the cache folder. */
export const cloneId = createHash('sha256').update(root).digest('hex').slice(0, 8)

/** What the stand-in of this clone knows; its addresses are kept in the same folder. */
export const standInState = join(root, '.platform/state.json')

/** The session that `npm start` makes where there is none, and as root what the app keeps: each clone has its own. */
export const sessionFolder = () => join(cacheFolder(), `session-${cloneId}`)

/** What the app keeps when `npm start` runs it. As root it runs as another user, who can't write to the clone. */
export const appData = () => (isRoot ? join(sessionFolder(), 'user-data') : join(root, '.platform/user-data'))
