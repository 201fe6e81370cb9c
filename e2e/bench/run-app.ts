/** Starts Parallel Tray or the bare app without a debugger, with the probe in it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Desktop } from '../desktop/desktop.ts'
import { electronCommand } from '../desktop/launch.ts'
import type { TrayItem } from '../desktop/tray-item.ts'
import type { Platform } from '../platform/platform.ts'
import { processTree } from './processes.ts'

export type StartOptions = {
  readonly app: 'parallel-tray' | 'bare'
  readonly desktop: Desktop
  readonly platform: Platform
  readonly userData: string
  /** The element whose presence means that the page is painted. */
  readonly selector: string
  readonly hidden?: boolean
}

type Message = {
  readonly painted?: number
  readonly id?: number
  readonly value?: unknown
  readonly error?: string
}

const here = import.meta.dirname
const root = resolve(here, '../..')
const timeoutMs = 30_000
let icons = 0

export class BenchApp {
  readonly #child: ChildProcess
  readonly #exited: Promise<unknown>
  readonly #answers = new Map<number, (message: Message) => void>()
  readonly startedAt = Date.now()
  readonly trayIcon: Promise<{ readonly item: TrayItem; readonly at: number }>
  #requests = 0
  #onPainted: (at: number) => void = () => {}
  #output = ''

  constructor({ app, desktop, platform, userData, selector, hidden = false }: StartOptions) {
    if (desktop.tray === undefined) throw new Error('The bench needs the tray of a Linux desktop.')
    mkdirSync(userData, { recursive: true })
    const { executable, args } = electronCommand()
    const folder = app === 'bare' ? join(here, 'bare') : (args.at(-1) ?? '')
    const words = [
      '-r',
      join(here, 'probe.cjs'),
      ...args.slice(0, -1),
      folder,
      ...(hidden ? ['--hidden'] : []),
    ]
    this.trayIcon = desktop.tray
      .waitForItem({ nth: icons++, timeoutMs })
      .then((item) => ({ item, at: Date.now() }))
    this.trayIcon.catch(() => {})
    this.#child = spawn(executable, words, {
      env: {
        ...desktop.env,
        PARALLEL_TRAY_USER_DATA: userData,
        PARALLEL_PLATFORM_URL: platform.platformUrl,
        PARALLEL_SERVICE_API_URL: platform.serviceApiUrl,
        // As most desktops name themselves; for one without a name the app asks the bus before it starts.
        XDG_CURRENT_DESKTOP: 'XFCE',
        BENCH_PAINTED: app === 'bare' ? 'h1' : selector,
        BENCH_ICON: join(root, 'out/icons/tray/linux/signed-in.png'),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#exited = new Promise((onExit) => this.#child.once('exit', onExit))
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk) => {
        this.#output += String(chunk)
      })
    }
    this.#child.on('message', (message: Message) => {
      if (message.painted !== undefined) this.#onPainted(message.painted)
      if (message.id !== undefined) this.#answers.get(message.id)?.(message)
    })
  }

  /** Resolves at the next paint of a window with its time, in epoch milliseconds. */
  painted(): Promise<number> {
    return this.#inTime(
      'painted',
      new Promise((resolve) => {
        this.#onPainted = resolve
      }),
    )
  }

  get processes(): number[] {
    return processTree(this.#child.pid ?? 0)
  }

  async request<T = unknown>(name: string, argument?: unknown): Promise<T> {
    const id = ++this.#requests
    const answered = new Promise<Message>((resolve) => this.#answers.set(id, resolve))
    this.#child.send({ id, name, argument })
    const { value, error } = await this.#inTime(name, answered)
    if (error !== undefined) throw new Error(`${name}: ${error}`)
    return value as T
  }

  /** Clicks the tray icon; resolves with the milliseconds until the window is painted. */
  async openFromTray(): Promise<number> {
    const { item } = await this.trayIcon
    const painted = this.painted()
    const clickedAt = Date.now()
    await item.activate()
    return (await painted) - clickedAt
  }

  async quit(): Promise<void> {
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 8000)
    this.#child.kill('SIGTERM')
    await this.#exited
    clearTimeout(timer)
  }

  #inTime<T>(what: string, promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`${what}: nothing after ${timeoutMs} ms.\n${this.#output}`)),
        timeoutMs,
      )
      promise.then(resolve, reject).finally(() => clearTimeout(timer))
    })
  }
}
