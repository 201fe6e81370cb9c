import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { Stop } from '../run/say.mjs'
import { whatIsMissing } from '../start/desktop.mjs'
import { distOf, executableIn, isOlder, nextSource } from './electron.mjs'
import { install, verify } from './electron-fallback.mjs'
import { isNodeNewEnough, matchesLock } from './node-modules.mjs'
import { cacheFolder, prepareCacheFolder } from './paths.mjs'
import { isDebianLike, missingLibraries, missingOf } from './system-packages.mjs'

test('Electron is looked for in order: named folder, own download, download, fallback', () => {
  expect(nextSource({ override: '/x', hasOfficial: true, failedRecently: false })).toBe('override')
  expect(nextSource({ hasOfficial: true, failedRecently: true })).toBe('official')
  expect(nextSource({ hasOfficial: false, failedRecently: false })).toBe('download')
  expect(nextSource({ hasOfficial: false, failedRecently: true })).toBe('fallback')
})

test.each(['33.2.1', '45.4.0', '45.0.9', '44.9.9', '45.4.1-beta.2', 'unknown', ''])(
  'Electron %s is older than 45.4.1',
  (version) => {
    expect(isOlder(version, '45.4.1')).toBe(true)
  },
)

test.each(['45.4.1', '45.4.2', '45.10.0', '46.0.0-beta.1', '100.0.0'])(
  'Electron %s is not older than 45.4.1',
  (version) => {
    expect(isOlder(version, '45.4.1')).toBe(false)
  },
)

test('a download with the wrong hash is named in one line and deleted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'))
  const path = join(folder, 'package.tgz')
  const right = 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='
  try {
    writeFileSync(path, 'abc')
    await verify(path, [right])
    const wrong = 'sha512-AAAA'
    await expect(verify(path, [right, wrong])).rejects.toThrow(/^package\.tgz is not the file [^\n]+$/)
    expect(existsSync(path)).toBe(false)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a fallback Electron that another start has installed stays; a half of one is replaced', () => {
  const folder = mkdtempSync(join(tmpdir(), 'install-'))
  const place = join(folder, 'electron')
  const unpack = (content) => {
    const unpacked = join(folder, content)
    mkdirSync(unpacked)
    writeFileSync(join(unpacked, 'electron'), content)
    return unpacked
  }
  const installed = () => readFileSync(join(place, 'electron'), 'utf8')
  try {
    install(unpack('first'), place)
    install(unpack('second'), place)
    expect(installed()).toBe('first')
    rmSync(join(place, 'electron'))
    writeFileSync(join(place, 'version'), '')
    install(unpack('third'), place)
    expect(installed()).toBe('third')
    expect(existsSync(join(place, 'version'))).toBe(false)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the executable has its own name on each system', () => {
  const dist = resolve('/d')
  expect(executableIn(dist, 'linux')).toBe(join(dist, 'electron'))
  expect(executableIn(dist, 'win32')).toBe(join(dist, 'electron.exe'))
  expect(executableIn(dist, 'darwin')).toBe(join(dist, 'Electron.app/Contents/MacOS/Electron'))
})

test.each(['linux', 'win32', 'darwin'])(
  'the folder of an Electron is found from its executable: %s',
  (system) => {
    const dist = resolve('/d/e')
    expect(distOf(executableIn(dist, system), system)).toBe(dist)
  },
)

test('the oldest Node is 20.19', () => {
  expect(isNodeNewEnough('v20.18.9')).toBe(false)
  expect(isNodeNewEnough('v20.19.0')).toBe(true)
  expect(isNodeNewEnough('v22.12.0')).toBe(true)
  expect(isNodeNewEnough('v22.11.0')).toBe(false)
  expect(isNodeNewEnough('v21.7.0')).toBe(false)
  expect(isNodeNewEnough('v24.0.0')).toBe(true)
  expect(isNodeNewEnough('v18.20.0')).toBe(false)
})

/** A module and all that it imports statically, of ours. */
function modulesFrom(file, found = new Set()) {
  if (found.has(file)) return found
  found.add(file)
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) [^;]*?from '(\.[^']+)'$/gms)
  for (const [, path] of imports) modulesFrom(resolve(file, '..', path), found)
  return found
}

test.each(['start.mjs', 'test.mjs'])('%s can say that Node is too old: it loads on Node 18', (script) => {
  const modules = [...modulesFrom(resolve(import.meta.dirname, '..', script))]
  expect(modules).toContain(resolve(import.meta.dirname, 'node-modules.mjs'))
  // Node 20.11 brought it.
  expect(modules.filter((file) => readFileSync(file, 'utf8').includes('import.meta.dirname'))).toEqual([])
})

test('node_modules match the lock file when versions do; packages for other systems may be missing', () => {
  const lock = { packages: { '': {}, a: { version: '1.0.0' }, b: { version: '2.0.0', optional: true } } }
  expect(matchesLock(lock, { packages: { a: { version: '1.0.0' } } })).toBe(true)
  expect(matchesLock(lock, { packages: { a: { version: '1.0.1' } } })).toBe(false)
  expect(matchesLock(lock, { packages: { a: { version: '1.0.0' }, b: { version: '1.0.0' } } })).toBe(false)
  expect(matchesLock(lock, { packages: {} })).toBe(false)
})

test('there is one cache folder, and root has its own', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, false)).toBe('/c/parallel-tray-dev')
  expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, true)).toBe('/var/cache/parallel-tray-dev')
  expect(cacheFolder({ PARALLEL_TRAY_CACHE: '/x' }, true)).toBe('/x')
})

test('a cache folder that can’t be written to is named, with what to do about it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cache-'))
  const umask = process.umask()
  const file = join(folder, 'file')
  vi.stubEnv('PARALLEL_TRAY_CACHE', join(file, 'cache'))
  try {
    writeFileSync(file, '')
    expect(prepareCacheFolder).toThrow(Stop)
    expect(prepareCacheFolder).toThrow(/^The cache folder .*cache can’t be written to: .*PARALLEL_TRAY_CACHE/)
    rmSync(file)
    expect(prepareCacheFolder()).toBe(join(file, 'cache'))
  } finally {
    process.umask(umask)
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  }
})

test('a package under its newer name is not missing', () => {
  expect(missingOf(['libasound2', 'libnss3', 'xvfb'], new Set(['libasound2t64', 'xvfb']))).toEqual([
    'libnss3',
  ])
})

test('Debian, Ubuntu and what is like them are recognised', () => {
  expect(isDebianLike('NAME="Debian"\nID=debian\n')).toBe(true)
  expect(isDebianLike('ID=linuxmint\nID_LIKE="ubuntu debian"\n')).toBe(true)
  expect(isDebianLike('ID=fedora\nHOME_URL="https://debian.example"\n')).toBe(false)
})

test('missing libraries are read from what ldd prints', () => {
  const printed =
    '\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibnss3.so => not found\n\tlibgbm.so.1 => not found\n'
  expect(missingLibraries(printed)).toEqual(['libnss3.so', 'libgbm.so.1'])
})

test('only what a desktop lacks is added', () => {
  const full = { DISPLAY: ':0', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/x' }
  const ask = (known) =>
    whatIsMissing({ platform: 'linux', env: {}, root: false, runtimeBus: false, ...known })
  expect(ask({ env: full })).toEqual({ display: false, bus: false })
  expect(ask({ env: { WAYLAND_DISPLAY: 'w' }, runtimeBus: true })).toEqual({ display: false, bus: false })
  expect(ask({})).toEqual({ display: true, bus: true })
  expect(ask({ env: full, root: true })).toEqual({ display: false, bus: true })
  expect(ask({ platform: 'darwin' })).toEqual({ display: false, bus: false })
})
