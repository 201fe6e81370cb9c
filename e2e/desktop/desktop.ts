/**
 * What a desktop provides to an app, made new for each test: a home, a session bus, perhaps a keyring, perhaps a
 * tray, and something that opens addresses. On macOS and Windows the real desktop is used, and only the catcher of
 * addresses is missing.
 */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBus, startKeyring } from '../../scripts/desktop/session.mjs'
import { sharedDisplay } from './display.ts'
import { unlockKeyring } from './keyring.ts'
import { startTrayHost, type TrayHost } from './tray.ts'
import { waitFor } from './wait.ts'

export interface DesktopOptions {
  /** `none`: nobody keeps secrets; `locked`: somebody does, but the keyring is closed and stays closed. */
  keyring?: 'unlocked' | 'none' | 'locked'
  /** False: a desktop without a tray, like GNOME without its extension. */
  trayHost?: boolean
}

export interface Desktop {
  /** The whole environment for programs on this desktop. */
  env: Record<string, string>
  /** An own folder of this desktop, removed by `close`. */
  folder: string
  /** Present if asked for (Linux only). */
  tray: TrayHost | undefined
  /** Addresses that programs asked to open, in order (Linux only). */
  openedAddresses(): string[]
  /** Waits for an address to be opened; `nth` counts from 0. */
  waitForOpened(options?: { nth?: number; timeoutMs?: number }): Promise<string>
  /** Starts (or restarts after `stopKeyring`) the unlocked keyring while programs run. */
  startKeyring(): Promise<void>
  stopKeyring(): Promise<void>
  /** As after a login without a password: the keyring is there, and closed. */
  lockKeyring(): Promise<void>
  /** As when its user answers the question for its password. */
  unlockKeyring(): Promise<void>
  /** Ends all that was started for this desktop and removes its folder. */
  close(): Promise<void>
}

const keyringPassword = 'desktop'

/** A program named xdg-open that notes down the address instead of opening it. */
function makeCatcher(folder: string): { path: string; opened: () => string[] } {
  const bin = join(folder, 'bin')
  const list = join(folder, 'opened')
  mkdirSync(bin)
  writeFileSync(list, '')
  const program = join(bin, 'xdg-open')
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${list}'\n`)
  chmodSync(program, 0o755)
  return {
    path: bin,
    opened: () =>
      readFileSync(list, 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
  }
}

/** Only what a program needs of our own environment: nothing of it may change what a test sees. */
function plainEnvironment(): Record<string, string> {
  const kept = ['LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'USER', 'LOGNAME']
  const entries = kept.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}

async function startLinuxDesktop(folder: string, options: Required<DesktopOptions>): Promise<Desktop> {
  const runtime = join(folder, 'run')
  mkdirSync(runtime, { mode: 0o700 })
  const catcher = makeCatcher(folder)
  const display = await sharedDisplay()
  const bus = await startBus({ folder: runtime })
  const env: Record<string, string> = {
    ...plainEnvironment(),
    PATH: `${catcher.path}:${process.env.PATH ?? '/usr/bin:/bin'}`,
    HOME: folder,
    DISPLAY: display,
    DBUS_SESSION_BUS_ADDRESS: bus.address,
    XDG_RUNTIME_DIR: runtime,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CURRENT_DESKTOP: 'GNOME',
    XDG_SESSION_TYPE: 'x11',
  }
  let keyring: { stop(): Promise<void> } | undefined
  const unlocked = () => startKeyring({ env, password: keyringPassword })
  if (options.keyring !== 'none') keyring = await unlocked()
  if (options.keyring === 'locked') {
    await keyring?.stop()
    keyring = await startKeyring({ env })
  }
  const tray = options.trayHost ? await startTrayHost(bus.address) : undefined
  return {
    env,
    folder,
    tray,
    openedAddresses: catcher.opened,
    waitForOpened: ({ nth = 0, timeoutMs = 10_000 } = {}) =>
      waitFor('An opened address', () => catcher.opened()[nth], { timeoutMs, seen: catcher.opened }),
    startKeyring: async () => {
      await keyring?.stop()
      keyring = await unlocked()
    },
    stopKeyring: async () => {
      await keyring?.stop()
      keyring = undefined
    },
    lockKeyring: async () => {
      await keyring?.stop()
      keyring = await startKeyring({ env })
    },
    unlockKeyring: () => unlockKeyring(bus.address, keyringPassword),
    close: async () => {
      tray?.close()
      await keyring?.stop()
      await bus.stop()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function systemDesktop(folder: string): Desktop {
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  const absent = () => Promise.reject(new Error('Only a Linux desktop of the tests can do this.'))
  return {
    env,
    folder,
    tray: undefined,
    openedAddresses: () => [],
    waitForOpened: absent,
    startKeyring: absent,
    stopKeyring: absent,
    lockKeyring: absent,
    unlockKeyring: absent,
    close: async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** Makes a desktop: by default with an unlocked keyring and a tray. Close it when the test ends. */
export async function startDesktop({
  keyring = 'unlocked',
  trayHost = true,
}: DesktopOptions = {}): Promise<Desktop> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  if (process.platform !== 'linux') return systemDesktop(folder)
  return startLinuxDesktop(folder, { keyring, trayHost })
}
