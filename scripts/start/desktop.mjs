/**
 * The desktop for `npm start`: the existing one, plus whatever it lacks: a virtual display, a session bus, a keyring (stored
 * in the cache folder, only if there is no bus, and never with the real service).
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { say, warn } from '../run/say.mjs'
import { cacheFolder, isRoot, root, sessionFolder } from '../setup/paths.mjs'
import { ensurePrograms, packageGroups } from '../setup/system-packages.mjs'
import { otherUser, sharedFolder, userEnvironment, userFolder, writeUserFile } from '../setup/user.mjs'
import { announceAddresses } from './opened-addresses.mjs'
import { watchScreen } from './screen.mjs'

/**
 * The missing parts. Started by root, the app runs as another user, who can't use root's bus, so it always gets its own.
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

/** Gives the user who runs the app access to root's display. */
function shareDisplay(folder) {
  const from = process.env.XAUTHORITY || join(homedir(), '.Xauthority')
  if (!existsSync(from)) return {}
  const to = join(folder, 'Xauthority')
  writeUserFile(to, readFileSync(from))
  return { XAUTHORITY: to }
}

/**
 * @param {{live: boolean}} options `live`: real sign-ins, so nothing is stored with a password that the source names, and
 *   no picture is taken
 * @returns {Promise<{env: Record<string, string | undefined>, stop: () => Promise<void>}>} the environment for the app
 */
export async function prepareDesktop({ live }) {
  const missing = missingHere()
  if (missing.display) ensurePrograms(['Xvfb'])
  if (missing.bus) ensurePrograms(['dbus-daemon', ...(live ? [] : ['gnome-keyring-daemon'])])

  /** @type {(() => void | Promise<void>)[]} */
  const stops = []
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  const env = { ...process.env, ...userEnvironment() }
  const folder = missing.display || missing.bus ? sharedFolder(sessionFolder()) : ''
  if (otherUser) say(`As root the app runs as "${otherUser}", with a session bus of its own, in ${folder}.`)
  else if (missing.bus) say(`No session bus here: the app gets its own, in ${folder}.`)
  if (missing.bus && live) warn('NO KEYRING here: your sign-in stays in memory, and ends when the app quits.')
  const { startBus, startDisplay, startKeyring } = await import('../desktop/session.mjs')
  try {
    if (missing.display) {
      // Belongs to this start only: a concurrent start has its own until it delegates to the running app.
      const screen = sharedFolder(join(cacheFolder(), `screen-${process.pid}`))
      stops.push(() => rmSync(screen, { recursive: true, force: true }))
      const display = await startDisplay({
        folder: userFolder(join(screen, 'display')),
        keepPicture: !live,
      })
      stops.push(display.stop)
      const picture = join(root, 'out/screen.png')
      rmSync(picture, { force: true })
      if (!live) {
        const stopWatching = watchScreen(display.screenFile, picture)
        stops.push(stopWatching)
        // The last picture would be that of a closing window.
        process.once('SIGINT', stopWatching).once('SIGTERM', stopWatching)
      }
      const addresses = announceAddresses(screen, (address) =>
        say(`Open this address in a browser: ${address}`),
      )
      stops.push(addresses.stop)
      Object.assign(env, {
        DISPLAY: display.display,
        XAUTHORITY: display.authority,
        PATH: `${addresses.bin}:${process.env.PATH}`,
        XDG_SESSION_TYPE: 'x11',
      })
      const shown = live ? 'With the real service no picture of it is taken' : `What it shows: ${picture}`
      warn(`NO DISPLAY here: the app runs on a virtual one (${display.display}). ${shown}`)
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
      if (!live) {
        const keyring = await startKeyring({ env, password: 'parallel-tray-dev' })
        stops.push(keyring.stop)
      }
    }
  } catch (error) {
    await stop()
    throw error
  }
  return { env, stop }
}
