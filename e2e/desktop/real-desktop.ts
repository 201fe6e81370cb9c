/** The interface of a real desktop for the tests, and shared parts of its adapters. */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startBus, startService, stopProcess } from '../../scripts/desktop/session.mjs'
import { type Bus, call, connectBus, type Target } from './bus.ts'
import type { Desktop } from './desktop.ts'
import { type Picture, pictureFrom, type Rectangle } from './picture.ts'
import { TrayItem } from './tray-item.ts'
import type { Button, Position } from './virtual-pointer.ts'
import { waitFor } from './wait.ts'

const run = promisify(execFile)
/** The timeout for helper programs, which respond within milliseconds. */
const answerMs = 8000
const watcher = 'org.kde.StatusNotifierWatcher'

export type { Button } from './virtual-pointer.ts'

/** A window as the desktop knows it. */
export interface DesktopWindow {
  title: string
  /** The desktop file's name without its extension, as the desktop derives it from the window. */
  appId: string
  isFocused: boolean
  /** On the current workspace, and not minimised. */
  isVisible: boolean
  /** Including the title bar, without the shadow, in logical pixels. */
  frame: Rectangle
  /** What the app draws itself: maybe a shadow and a title bar, too. */
  surface: Rectangle
}

/** Controls a keyring, such as KWallet, that asks the user for its password in its own dialog. */
export interface Wallet {
  /** Creates the wallet if need be, and opens it without its dialog, as a login with its password does. */
  open(): Promise<void>
  close(): Promise<void>
  /** Switches the keyring on or off in the settings of the desktop. */
  setEnabled(isEnabled: boolean): Promise<void>
  /** Whether the dialog is open. */
  isAsking(): Promise<boolean>
  /** Cancels the dialog. */
  refuse(): Promise<void>
  /** Types the password into the dialog. */
  enterPassword(): Promise<void>
}

export interface RealDesktop {
  /** Variables that a program needs in addition to those of `Desktop` to open a window here. */
  env: Record<string, string>
  /** In logical pixels. */
  screen: { width: number; height: number }
  /** The panel's area with the tray icons; undefined if it shows none. */
  tray: Rectangle | undefined
  /** The sizes of tray icons, where the panel has a choice. */
  iconSizes?: number[]
  setIconSize?(pixels: number): Promise<void>
  windows(): Promise<DesktopWindow[]>
  trayItems(): Promise<TrayItem[]>
  picture(): Promise<Picture>
  /** Writes a PNG of the screen or a part of it, for review. */
  savePicture(path: string, area?: Rectangle): Promise<void>
  move(position: Position): Promise<void>
  click(position: Position, button?: Button): Promise<void>
  /** User actions on the app's window: close, minimise, switch to another workspace. */
  change(what: 'close' | 'minimise' | 'leave'): Promise<void>
  /** Sets the desktop's colour scheme, which the app follows. */
  setDark(isDark: boolean): Promise<void>
  /** Undefined where the panel has one colour only. */
  setPanelDark?(isDark: boolean): Promise<void>
  /** Undefined where the tests open the keyring themselves. */
  wallet?: Wallet
  /** Where to click the notification that is on the screen; undefined if none is. */
  notification(): Promise<Position | undefined>
  /** Opens the window with the icon: with one click, on GNOME with two, since one opens the menu there. */
  openByIcon(position: Position): Promise<void>
  close(): Promise<void>
}

export interface RealDesktopOptions {
  /** Receives the output of the desktop's programs. */
  logs: string
  scale?: number
}

/** The programs of one desktop, on one bus. */
export class Session {
  readonly bus: Bus
  readonly env: Record<string, string>
  readonly logs: string
  readonly #folder: string
  readonly #systemBus: { stop(): Promise<void> }
  readonly #started: ReturnType<typeof startService>[] = []

  private constructor(
    bus: Bus,
    env: Record<string, string>,
    logs: string,
    folder: string,
    systemBus: { stop(): Promise<void> },
  ) {
    this.bus = bus
    this.env = env
    this.logs = logs
    this.#folder = folder
    this.#systemBus = systemBus
  }

  /** @param own the variables of this desktop */
  static async start(desktop: Desktop, logs: string, own: Record<string, string>): Promise<Session> {
    mkdirSync(logs, { recursive: true })
    const folder = join(desktop.folder, 'system-bus')
    mkdirSync(folder)
    // A system bus without services: without one the desktop's programs exit or wait for it.
    const systemBus = await startBus({ folder })
    const env = {
      ...desktop.env,
      // The desktop's own `xdg-open`, not that of the other tests.
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      DBUS_SYSTEM_BUS_ADDRESS: systemBus.address,
      LIBGL_ALWAYS_SOFTWARE: '1',
      // Shared by the sessions of one run: compiling them takes seconds.
      MESA_SHADER_CACHE_DIR: join(tmpdir(), 'mesa-shaders'),
      XDG_DATA_DIRS: '/usr/local/share:/usr/share',
      ...own,
    }
    installRecordingBrowser(env)
    const bus = await connectBus(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '')
    return new Session(bus, env, logs, desktop.folder, systemBus)
  }

  /** Starts a program that belongs to the desktop, and waits for a name on the bus if it takes one. */
  async service(
    command: string,
    args: string[],
    options: { name?: string; env?: Record<string, string> } = {},
  ) {
    const log = openSync(join(this.logs, `${command.split('/').at(-1)}.log`), 'w')
    const env = { ...this.env, ...options.env }
    const child = startService(command, args, { env, stdio: ['ignore', log, log] })
    closeSync(log)
    this.#started.push(child)
    if (options.name !== undefined) await this.waitForName(options.name)
    return child
  }

  waitForName(name: string): Promise<true> {
    const daemon = 'org.freedesktop.DBus'
    const target = { destination: daemon, path: '/org/freedesktop/DBus', interface: daemon }
    return waitFor(`${name} on the bus`, async () => {
      const [isOwned] = await call(this.bus, target, 'NameHasOwner', 's', [name])
      return isOwned === true
    })
  }

  async ask(command: string, args: string[]): Promise<Buffer> {
    const options = { env: this.env, timeout: answerMs, encoding: 'buffer', maxBuffer: 64 << 20 } as const
    return (await run(command, args, options)).stdout
  }

  async property(target: Target, name: string): Promise<unknown> {
    const properties = { ...target, interface: 'org.freedesktop.DBus.Properties' }
    const [variant] = await call(this.bus, properties, 'Get', 'ss', [target.interface, name])
    return (variant as { value: unknown }).value
  }

  /** The icons in the panel, and whether a panel accepts icons. */
  readonly #watcher = { destination: watcher, path: '/StatusNotifierWatcher', interface: watcher }

  waitForTray(): Promise<true> {
    return waitFor('A tray in the panel', async () => {
      const isThere = this.property(this.#watcher, 'IsStatusNotifierHostRegistered').catch(() => false)
      return (await isThere) === true
    })
  }

  async trayItems(): Promise<TrayItem[]> {
    const items = this.property(this.#watcher, 'RegisteredStatusNotifierItems').catch(() => [])
    return ((await items) as string[]).map((address) => {
      // GNOME's extension writes `@` between the name and the path.
      const slash = address.indexOf('/')
      return new TrayItem(this.bus, address.slice(0, slash).replace(/@$/, ''), address.slice(slash))
    })
  }

  /** Starts the portal, through which programs read the desktop's settings, and the desktop's backend of it. */
  async portal(name: 'gtk' | 'kde', program: string): Promise<void> {
    await this.service(program, [], { name: `org.freedesktop.impl.portal.desktop.${name}` })
    await this.service('/usr/libexec/xdg-desktop-portal', [], { name: 'org.freedesktop.portal.Desktop' })
  }

  /** @param takePicture writes what is on the screen to that file, as a PNG */
  pictures(takePicture: (png: string) => Promise<unknown>): Pick<RealDesktop, 'picture' | 'savePicture'> {
    const taken = async <T>(use: (png: string) => Promise<T>): Promise<T> => {
      const png = join(this.#folder, `${randomUUID()}.png`)
      await takePicture(png)
      const result = await use(png)
      rmSync(png)
      return result
    }
    return {
      picture: () =>
        taken(async (png) => pictureFrom(await this.ask('convert', [png, '-depth', '8', 'ppm:-']))),
      savePicture: (path, area) =>
        taken(async (png) => {
          const crop = area ? ['-crop', `${area.width}x${area.height}+${area.x}+${area.y}`, '+repage'] : []
          await this.ask('convert', [png, ...crop, '-strip', '+dither', '-colors', '128', path])
        }),
    }
  }

  async close(): Promise<void> {
    this.bus.disconnect()
    for (const child of this.#started.reverse()) await stopProcess(child, 1000)
    endAllOn(this.env.DBUS_SESSION_BUS_ADDRESS ?? '')
    await this.#systemBus.stop()
  }
}

/** Ends all processes that the desktop's programs have left behind: those whose environment contains this session's bus. */
function endAllOn(busAddress: string): void {
  for (const pid of readdirSync('/proc').map(Number).filter(Number.isInteger)) {
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0')
      if (environment.includes(`DBUS_SESSION_BUS_ADDRESS=${busAddress}`)) process.kill(pid, 'SIGKILL')
    } catch {
      // It has just exited, or belongs to another user.
    }
  }
}

export function middleOf({ x, y, width, height }: Rectangle): Position {
  return { x: Math.floor(x + width / 2), y: Math.floor(y + height / 2) }
}

/** The program of the default browser. */
export const recordingBrowser = (env: Record<string, string>) => join(env.HOME ?? '', 'browser')
const opened = (env: Record<string, string>) => join(env.HOME ?? '', 'opened-by-browser')

/** Installs a default browser that records the addresses it is given. */
function installRecordingBrowser(env: Record<string, string>): void {
  const applications = join(env.XDG_DATA_HOME ?? '', 'applications')
  for (const folder of [applications, env.XDG_CONFIG_HOME ?? '']) mkdirSync(folder, { recursive: true })
  const program = recordingBrowser(env)
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${opened(env)}'\n`, { mode: 0o755 })
  const schemes = ['x-scheme-handler/http', 'x-scheme-handler/https', 'text/html']
  writeFileSync(
    join(applications, 'recording-browser.desktop'),
    `[Desktop Entry]\nType=Application\nName=Browser\nExec=${program} %u\nMimeType=${schemes.join(';')};\n`,
  )
  const defaults = schemes.map((scheme) => `${scheme}=recording-browser.desktop`).join('\n')
  writeFileSync(join(env.XDG_CONFIG_HOME ?? '', 'mimeapps.list'), `[Default Applications]\n${defaults}\n`)
}

/** The addresses that the default browser was asked to open. */
export function openedByBrowser(env: Record<string, string>): string[] {
  try {
    // After the last line break comes what is still being written.
    return readFileSync(opened(env), 'utf8').split('\n').slice(0, -1)
  } catch {
    return []
  }
}
