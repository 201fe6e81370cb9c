/**
 * The desktop that `npm start` runs the app on: the one that is there, and what it lacks added: a virtual display, a
 * session bus, a keyring (an own one, in the cache folder, only if there is no bus).
 */
import {
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { say, warn } from '../run/say.mjs'
import { cacheFolder, cloneId, isRoot, root, sessionFolder } from '../setup/paths.mjs'
import { ensurePrograms, packageGroups } from '../setup/system-packages.mjs'
import { asUser, otherUser, userEnvironment, userFolder } from '../setup/user.mjs'
import { watchScreen } from './screen.mjs'

/**
 * What has to be added. As root the app runs as another user, who can't use root's bus: it always gets its own.
 * @param {{platform: string, env: Record<string, string | undefined>, root: boolean, runtimeBus: boolean}} known
 *   `runtimeBus`: there is a bus at its usual place
 */
export function whatIsMissing({ platform, env, root: asRoot, runtimeBus }) {
  if (platform !== 'linux') return { display: false, bus: false }
  return {
    display: !env.DISPLAY && !env.WAYLAND_DISPLAY,
    bus: asRoot || (!env.DBUS_SESSION_BUS_ADDRESS && !runtimeBus),
  }
}

const missingHere = () =>
  whatIsMissing({
    platform: process.platform,
    env: process.env,
    root: isRoot,
    runtimeBus: existsSync(join(process.env.XDG_RUNTIME_DIR || '/run/nowhere', 'bus')),
  })

/** The Debian packages that `prepareDesktop` needs on this system. */
export function desktopPackages() {
  const missing = missingHere()
  return [...(missing.display ? packageGroups.display : []), ...(missing.bus ? packageGroups.session : [])]
}

/** Gives the user who runs the app the key to a display that is root's. */
function shareDisplay(folder) {
  const from = process.env.XAUTHORITY || join(homedir(), '.Xauthority')
  if (!existsSync(from)) return {}
  const to = join(folder, 'Xauthority')
  rmSync(to, { force: true })
  copyFileSync(from, to, constants.COPYFILE_EXCL)
  const { uid, gid } = asUser()
  if (uid !== undefined) chownSync(to, uid, gid)
  return { XAUTHORITY: to }
}

/** An own xdg-open that hands addresses to the terminal: behind a virtual display there is no browser. */
function announceAddresses(folder) {
  mkdirSync(folder, { recursive: true })
  const bin = join(folder, 'bin')
  const list = join(folder, 'opened')
  mkdirSync(bin, { recursive: true })
  writeFileSync(list, '')
  chmodSync(list, 0o622)
  writeFileSync(join(bin, 'xdg-open'), `#!/bin/sh\nprintf '%s\\n' "$1" >> '${list}'\n`)
  chmodSync(join(bin, 'xdg-open'), 0o755)
  chmodSync(bin, 0o755)
  let shown = 0
  const timer = setInterval(() => {
    const lines = readFileSync(list, 'utf8').split('\n').slice(0, -1)
    for (const line of lines.slice(shown)) say(`Open this address in a browser: ${line}`)
    shown = lines.length
  }, 250)
  return { PATH: `${bin}:${process.env.PATH}`, stop: () => clearInterval(timer) }
}

/**
 * @returns {Promise<{env: Record<string, string | undefined>, stop: () => Promise<void>}>} the environment for the app
 */
export async function prepareDesktop() {
  const missing = missingHere()
  if (missing.display) ensurePrograms(['Xvfb'])
  if (missing.bus) ensurePrograms(['dbus-daemon', 'gnome-keyring-daemon'])

  /** @type {(() => void | Promise<void>)[]} */
  const stops = []
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  const env = { ...process.env, ...userEnvironment() }
  const folder = missing.display || missing.bus ? userFolder(sessionFolder()) : ''
  if (otherUser)
    say(`As root the app runs as "${otherUser}", with a session bus and a keyring of its own, in ${folder}.`)
  else if (missing.bus) say(`No session bus here: the app gets its own, and a keyring, in ${folder}.`)
  const { startBus, startDisplay, startKeyring } = await import('../desktop/session.mjs')
  try {
    if (missing.display) {
      const display = await startDisplay({ folder: userFolder(join(folder, 'display')) })
      stops.push(display.stop)
      const picture = join(root, 'out/screen.png')
      stops.push(watchScreen(display.screenFile, picture))
      const addresses = announceAddresses(join(cacheFolder(), `opened-${cloneId}`))
      stops.push(addresses.stop)
      Object.assign(env, { DISPLAY: display.display, PATH: addresses.PATH, XDG_SESSION_TYPE: 'x11' })
      warn(`NO DISPLAY here: the app runs on a virtual one (${display.display}). What it shows: ${picture}`)
    } else if (isRoot) {
      Object.assign(env, shareDisplay(folder))
    }
    if (missing.bus) {
      const runtime = userFolder(join(folder, 'run'))
      const bus = await startBus({ folder: runtime })
      stops.push(bus.stop)
      Object.assign(env, {
        DBUS_SESSION_BUS_ADDRESS: bus.address,
        XDG_RUNTIME_DIR: runtime,
        XDG_DATA_HOME: userFolder(join(folder, 'data')),
        XDG_CONFIG_HOME: userFolder(join(folder, 'config')),
        XDG_CURRENT_DESKTOP: 'GNOME',
      })
      const keyring = await startKeyring({ env, password: 'parallel-tray-dev' })
      stops.push(keyring.stop)
    }
  } catch (error) {
    await stop()
    throw error
  }
  return { env, stop }
}
