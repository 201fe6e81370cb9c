/**
 * A Linux desktop for one test: a home folder, a session bus, an optional keyring and tray, and an `xdg-open` that
 * records URLs. On macOS and Windows the tests run on the real desktop, where opened URLs aren't recorded.
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
  /** `none`: no secret service runs; `locked`: one runs, and its keyring stays locked. */
  keyring?: 'unlocked' | 'none' | 'locked'
  /** False: no tray host, as on GNOME without the AppIndicator extension. */
  trayHost?: boolean
}

export interface Desktop {
  /** The complete environment for programs on this desktop. */
  env: Record<string, string>
  /** Temporary folder, also the home folder; removed by `close`. */
  folder: string
  /** Undefined without `trayHost`, and on macOS and Windows. */
  tray: TrayHost | undefined
  /** URLs that programs asked to open, in order (Linux only). */
  openedUrls(): string[]
  /** Waits for a URL to be opened; `nth` counts from 0. */
  waitForOpenedUrl(options?: { nth?: number; timeoutMs?: number }): Promise<string>
  /** Starts or restarts the keyring, unlocked. */
  startKeyring(): Promise<void>
  stopKeyring(): Promise<void>
  /** Restarts the keyring locked, as after a login without a password. */
  lockKeyring(): Promise<void>
  /** Unlocks the running keyring, as when the user enters its password. */
  unlockKeyring(): Promise<void>
  /** Stops everything that was started for this desktop and removes its folder. */
  close(): Promise<void>
}

const keyringPassword = 'desktop'

/** Installs an `xdg-open` that appends the URL to a file instead of opening it. */
function installFakeXdgOpen(folder: string): { bin: string; openedUrls: () => string[] } {
  const bin = join(folder, 'bin')
  const log = join(folder, 'opened')
  mkdirSync(bin)
  writeFileSync(log, '')
  const program = join(bin, 'xdg-open')
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${log}'\n`)
  chmodSync(program, 0o755)
  return {
    bin,
    openedUrls: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
  }
}

/** The few variables that tests inherit: any other could change what a test sees. */
function minimalEnvironment(): Record<string, string> {
  const wine = ['WINEPREFIX', 'WINEDEBUG', 'WINEDLLOVERRIDES', 'WINE_PROGRAM']
  const inherited = ['LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'USER', 'LOGNAME', ...wine]
  const entries = inherited.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}

async function startLinuxDesktop(folder: string, options: Required<DesktopOptions>): Promise<Desktop> {
  // Not below `folder`, which may lie deep: the path of a socket has 108 bytes at most (unix(7)).
  const runtime = mkdtempSync('/tmp/run-')
  const xdgOpen = installFakeXdgOpen(folder)
  const display = await sharedDisplay()
  const bus = await startBus({ folder: runtime })
  const env: Record<string, string> = {
    ...minimalEnvironment(),
    PATH: `${xdgOpen.bin}:${process.env.PATH ?? '/usr/bin:/bin'}`,
    HOME: folder,
    ...display,
    DBUS_SESSION_BUS_ADDRESS: bus.address,
    XDG_RUNTIME_DIR: runtime,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CURRENT_DESKTOP: 'GNOME',
    XDG_SESSION_TYPE: 'x11',
  }
  let keyring: { stop(): Promise<void> } | undefined
  const startUnlocked = () => startKeyring({ env, password: keyringPassword })
  if (options.keyring !== 'none') keyring = await startUnlocked()
  if (options.keyring === 'locked') {
    await keyring?.stop()
    keyring = await startKeyring({ env })
  }
  const tray = options.trayHost ? await startTrayHost(bus.address) : undefined
  return {
    env,
    folder,
    tray,
    openedUrls: xdgOpen.openedUrls,
    waitForOpenedUrl: ({ nth = 0, timeoutMs = 10_000 } = {}) =>
      waitFor('An opened URL', () => xdgOpen.openedUrls()[nth], { timeoutMs, seen: xdgOpen.openedUrls }),
    startKeyring: async () => {
      await keyring?.stop()
      keyring = await startUnlocked()
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
      for (const one of [runtime, folder]) await waitFor(`The end of ${one}`, () => remove(one))
    },
  }
}

function systemDesktop(folder: string): Desktop {
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  const unsupported = () => Promise.reject(new Error('Only the tests’ Linux desktop supports this.'))
  return {
    env,
    folder,
    tray: undefined,
    openedUrls: () => [],
    waitForOpenedUrl: unsupported,
    startKeyring: unsupported,
    stopKeyring: unsupported,
    lockKeyring: unsupported,
    unlockKeyring: unsupported,
    close: async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** By default with an unlocked keyring and a tray. The caller closes it. */
export async function startDesktop({
  keyring = 'unlocked',
  trayHost = true,
}: DesktopOptions = {}): Promise<Desktop> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  if (process.platform !== 'linux') return systemDesktop(folder)
  return startLinuxDesktop(folder, { keyring, trayHost })
}

/** False while a child process of the app, which ends after the app itself, still writes into the folder. */
function remove(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTEMPTY') return false
    throw error
  }
}
