/**
 * Finds an Electron to run, in this order: ELECTRON_OVERRIDE_DIST_PATH, the electron package's own download,
 * the fallback (for development and tests only). See README, "Limits".
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { mebibytes, progress, Stop, say, sizeOf, warn } from '../run/say.mjs'
import { ensureFallback, fallbackVersion } from './electron-fallback.mjs'
import { cacheFolder, root } from './paths.mjs'

/** The timeouts of the official download: until the first byte, and between two later ones. */
const connectMs = 20_000
const silenceMs = 60_000
/** A download that failed isn't tried again for this long. */
const rememberMs = 24 * 60 * 60 * 1000

/** @typedef {{kind: 'override' | 'official' | 'fallback', executable: string, version: string}} Runtime */

const packageFolder = join(root, 'node_modules/electron')

export function executableIn(dist, platform = process.platform) {
  if (platform === 'darwin') return join(dist, 'Electron.app/Contents/MacOS/Electron')
  return join(dist, platform === 'win32' ? 'electron.exe' : 'electron')
}

/** The folder that an executable is in, as it was unpacked: on macOS that is far above. */
export function distOf(executable, platform = process.platform) {
  return platform === 'darwin' ? resolve(executable, '../../../..') : dirname(executable)
}

function wantedVersion() {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version
}

/** The version in a dist folder, from its `version` file, or '' if there is none. */
function versionIn(dist) {
  try {
    return readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return ''
  }
}

/**
 * The next source to try, as a pure function, so that the order can be tested.
 * @param {{override?: string | undefined, hasOfficial: boolean, failedRecently: boolean}} known
 * @returns {'override' | 'official' | 'download' | 'fallback'}
 */
export function nextSource({ override, hasOfficial, failedRecently }) {
  if (override) return 'override'
  if (hasOfficial) return 'official'
  return failedRecently ? 'fallback' : 'download'
}

/**
 * Whether a version came before another; a prerelease comes before its release, and one that can't be read before all.
 * @param {string} version
 * @param {string} than a release
 */
export function isOlder(version, than) {
  const [release, prerelease] = version.split('-', 2)
  const numbers = release.split('.').map(Number)
  const wanted = than.split('.').map(Number)
  const at = wanted.findIndex((number, index) => number !== numbers[index])
  if (at === -1) return prerelease !== undefined
  return !(numbers[at] > wanted[at])
}

/** Remembers a failed download, with the mirror that it was tried from: another mirror is tried at once. */
const stamp = () => join(cacheFolder(), `electron-${wantedVersion()}-download-failed`)

function failedRecently() {
  if (process.env.PARALLEL_TRAY_RETRY_DOWNLOAD) return false
  const stat = statSync(stamp(), { throwIfNoEntry: false })
  if (!stat || Date.now() - stat.mtimeMs > rememberMs) return false
  return readFileSync(stamp(), 'utf8') === (process.env.ELECTRON_MIRROR ?? '')
}

/** Runs the electron package's own download. True if it worked. */
async function download() {
  const temporary = join(cacheFolder(), `download-${process.pid}`)
  mkdirSync(temporary, { recursive: true })
  say(`Downloading Electron ${wantedVersion()} (${connectMs / 1000} s to connect) …`)
  const child = spawn(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: ['ignore', 2, 'pipe'],
    env: {
      ...process.env,
      TMPDIR: temporary,
      electron_config_cache: join(cacheFolder(), 'electron-download'),
    },
  })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  let size = 0
  let changed = Date.now()
  const watch = setInterval(() => {
    const now = sizeOf(temporary)
    if (now !== size) changed = Date.now()
    size = now
    if (Date.now() - changed > (size === 0 ? connectMs : silenceMs)) child.kill('SIGKILL')
  }, 500)
  const done = progress('Downloading Electron', () => mebibytes(size))
  const code = await new Promise((settle) => {
    child.on('error', () => settle(1))
    child.on('close', settle)
  })
  clearInterval(watch)
  done()
  rmSync(temporary, { recursive: true, force: true })
  if (code !== 0) {
    const reason = errors.split('\n').find((line) => line.trim() !== '') ?? 'no connection in time'
    say(`The download of Electron failed: ${reason.trim()}`)
    writeFileSync(stamp(), process.env.ELECTRON_MIRROR ?? '')
  }
  return code === 0
}

function refusal(version) {
  return new Stop(
    `There is no Electron ${wantedVersion()} here, and Electron ${version} is too old to meet real credentials, so this is\n` +
      'refused. Name a mirror in ELECTRON_MIRROR, or an unpacked Electron in ELECTRON_OVERRIDE_DIST_PATH, and try again.\n' +
      '`npm start` runs the app against the stand-in.',
  )
}

/**
 * @param {{allowFallback?: boolean}} options
 * @returns {Promise<Runtime>}
 */
export async function findElectron({ allowFallback = true } = {}) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const dist = join(packageFolder, 'dist')
  const hasOfficial = versionIn(dist) === wantedVersion() && existsSync(executableIn(dist))
  let source = nextSource({ override, hasOfficial, failedRecently: allowFallback && failedRecently() })
  if (source === 'override') {
    const executable = executableIn(resolve(override))
    if (!existsSync(executable)) {
      throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}.`)
    }
    const version = versionIn(resolve(override)) || 'unknown'
    if (!allowFallback && isOlder(version, wantedVersion())) throw refusal(version)
    return { kind: 'override', executable, version }
  }
  if (source === 'download') source = (await download()) ? 'official' : 'fallback'
  if (source === 'official')
    return { kind: 'official', executable: executableIn(dist), version: wantedVersion() }
  if (!allowFallback) throw refusal(fallbackVersion)
  const executable = await ensureFallback()
  warn(
    `FALLBACK RUNTIME: Electron ${fallbackVersion} (of 2024), not ${wantedVersion()}: for development and tests on this computer only, never for real credentials. PARALLEL_TRAY_RETRY_DOWNLOAD=1 tries the download again.`,
  )
  return { kind: 'fallback', executable, version: fallbackVersion }
}
