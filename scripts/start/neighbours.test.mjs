/** What other users of this computer can do to a start: Linux only, and with a real second user only as root. */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import dbus from 'dbus-next'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startDisplay } from '../desktop/session.mjs'
import { cacheFolder, isRoot, prepareCacheFolder, root, sessionFolder } from '../setup/paths.mjs'
import { appParts, stage } from '../setup/stage.mjs'
import * as user from '../setup/user.mjs'
import { prepareDesktop } from './desktop.mjs'
import { watchScreen } from './screen.mjs'

const programs = ['Xvfb', 'dbus-daemon', 'gnome-keyring-daemon', 'find', 'setpriv']
const has = (program) => spawnSync('sh', ['-c', 'command -v "$1"', 'find', program]).status === 0
const onDesktop = test.runIf(process.platform === 'linux' && programs.every(has))

/** Neither root nor the user who runs the app. */
const neighbour = 54_321
const asNeighbour = isRoot ? { uid: neighbour, gid: neighbour } : {}

let folder
let umask
const stops = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'))
  vi.stubEnv('PARALLEL_TRAY_CACHE', join(folder, 'cache'))
  for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR'])
    vi.stubEnv(name, undefined)
  spawnSync('chmod', ['755', folder])
  umask = process.umask(0)
})
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
  process.umask(umask)
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Makes the desktop, and returns what was said about it. */
async function prepare(options) {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  prepareCacheFolder()
  const desktop = await prepareDesktop(options)
  stops.push(desktop.stop)
  return { env: desktop.env, said: said.mock.calls.flat().join('\n') }
}

/** What another user can write to. Without root that is judged by the modes of what can be reached. */
function writableBelow(path) {
  const withoutRoot = ['-type', 'd', '-not', '-perm', '/011', '-prune', '-o', '-perm', '/022']
  const condition = isRoot ? ['-writable'] : withoutRoot
  const { stdout } = spawnSync('find', [path, ...condition, '-not', '-type', 'l', '-print'], {
    ...asNeighbour,
    encoding: 'utf8',
  })
  return stdout.split('\n').filter((line) => line !== '')
}

/** Opens a connection to an X display without a key: the first byte of the reply says whether it was accepted. */
function isOpenToAll(display) {
  return new Promise((settle, reject) => {
    const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`)
    // Little-endian, protocol 11.0, no authorization.
    socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
    socket.once('error', reject).once('data', (reply) => {
      socket.destroy()
      settle(reply[0] === 1)
    })
  })
}

async function hasKeyring(address) {
  const bus = dbus.sessionBus({ busAddress: address })
  stops.push(() => bus.disconnect())
  const proxy = await bus.getProxyObject('org.freedesktop.DBus', '/org/freedesktop/DBus')
  return proxy.getInterface('org.freedesktop.DBus').NameHasOwner('org.freedesktop.secrets')
}

onDesktop('another user can write to nothing that a start makes, whatever the umask', async () => {
  await prepare({ live: false })
  if (isRoot) stage(appParts)
  expect(existsSync(sessionFolder())).toBe(true)
  expect(readdirSync(cacheFolder()).length).toBeGreaterThan(0)
  expect(writableBelow(cacheFolder())).toEqual([])
  expect(writableBelow(join(root, 'out'))).toEqual([])
})

onDesktop('another user neither sees nor controls the virtual display', async () => {
  const { env } = await prepare({ live: false })
  expect(await isOpenToAll(env.DISPLAY)).toBe(false)
  expect(statSync(env.XAUTHORITY).mode & 0o777).toBe(0o600)
})

onDesktop('the picture of the display is readable for its owner only', async () => {
  prepareCacheFolder()
  const display = await startDisplay({ folder: user.userFolder(join(folder, 'display')) })
  stops.push(display.stop)
  const picture = join(folder, 'screen.png')
  stops.push(watchScreen(display.screenFile, picture))
  await vi.waitFor(() => expect(existsSync(picture)).toBe(true), { timeout: 10_000 })
  expect(statSync(picture).mode & 0o777).toBe(0o600)
})

onDesktop('with the real service there is no keyring with a known password, and no picture', async () => {
  const { env, said } = await prepare({ live: true })
  expect(await hasKeyring(env.DBUS_SESSION_BUS_ADDRESS)).toBe(false)
  expect(said).toContain('NO KEYRING')
  expect(said).toContain('no picture')
  expect(readdirSync(dirname(env.XAUTHORITY))).toEqual(['Xauthority'])
})

if (isRoot) {
  test('the app’s user can’t plant a link where root writes', async () => {
    prepareCacheFolder()
    await prepare({ live: false })
    const planted = join(sessionFolder(), 'planted')
    const { status } = spawnSync('ln', ['-s', '/etc/hostname', planted], user.asUser())
    expect(status).not.toBe(0)
    expect(lstatSync(planted, { throwIfNoEntry: false })).toBeUndefined()
  })
}

test.runIf(process.platform !== 'win32')('a planted link leads to no change of its target', () => {
  mkdirSync(cacheFolder())
  const target = join(folder, 'of-root')
  writeFileSync(target, 'before', { mode: 0o600 })
  const link = join(cacheFolder(), 'link')
  symlinkSync(target, link)
  user.writeUserFile(link, 'after')
  expect(readFileSync(target, 'utf8')).toBe('before')
  expect(statSync(target).uid).toBe(process.getuid())
  expect(readFileSync(link, 'utf8')).toBe('after')
  const folderOfRoot = join(folder, 'folder-of-root')
  mkdirSync(folderOfRoot)
  const folderLink = join(cacheFolder(), 'folder-link')
  symlinkSync(folderOfRoot, folderLink)
  expect(() => user.userFolder(folderLink)).toThrow()
  expect(statSync(folderOfRoot).uid).toBe(process.getuid())
})
