/**
 * Starts the packaged app. Its fuses disable Node's debugger, so the tests drive it like a browser, over the DevTools
 * protocol, which the app permits only with other servers than Parallel's.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { test as appTest } from '../app.ts'
import type { Desktop } from '../desktop/desktop.ts'
import { timeoutFactor, waitFor } from '../desktop/wait.ts'
import { findProcesses } from './processes.ts'

/** The folder of the packed app, as set by `npm run test:package`. */
export function packagedFolder(): string {
  const folder = process.env.PARALLEL_TRAY_PACKAGED
  if (folder === undefined) throw new Error('Run `npm run test:package`: it packs the app first.')
  return folder
}

export function packagedBinary(): string {
  const names = { darwin: 'Parallel Tray.app/Contents/MacOS/Parallel Tray', win32: 'Parallel Tray.exe' }
  return join(packagedFolder(), names[process.platform as 'darwin' | 'win32'] ?? 'parallel-tray')
}

/** The app's archive in that folder. */
export function packagedAsar(): string {
  const resources = process.platform === 'darwin' ? 'Parallel Tray.app/Contents/Resources' : 'resources'
  return join(packagedFolder(), resources, 'app.asar')
}

export type PackagedApp = {
  readonly process: ChildProcess
  readonly window: Page
  readonly userData: string
  output(): string
  /** Resolves with the exit code. */
  readonly exited: Promise<number | null>
  /** All DevTools targets: pages, frames, workers and webviews. */
  targets(): Promise<readonly Target[]>
  /** Sends SIGTERM, as at the end of a session, and resolves with the exit code. */
  quit(): Promise<number | null>
}

type Options = {
  readonly desktop: Desktop
  readonly platformUrl: string
  readonly serviceApiUrl: string
  readonly userData?: string
  /** By default `packagedBinary`. */
  readonly binary?: string
  readonly env?: Readonly<Record<string, string>>
  /** How long the program may take until it listens for the debugger. */
  readonly startTimeoutMs?: number
  /** Called right after the spawn, so that the process can be killed even if the start fails. */
  readonly onSpawn: (child: ChildProcess) => void
}

export async function startPackaged(options: Options): Promise<PackagedApp> {
  const userData = options.userData ?? join(options.desktop.folder, 'user-data')
  const portFile = join(userData, 'DevToolsActivePort')
  rmSync(portFile, { force: true })
  const env = {
    ...options.desktop.env,
    PARALLEL_TRAY_USER_DATA: userData,
    PARALLEL_PLATFORM_URL: options.platformUrl,
    PARALLEL_SERVICE_API_URL: options.serviceApiUrl,
    ...options.env,
  }
  const { child, output, exited } = runPackaged(['--remote-debugging-port=0'], env, options.binary)
  options.onSpawn(child)
  const seen = { seen: output, timeoutMs: options.startTimeoutMs ?? 10_000 }
  const address = await waitFor('DevTools', () => /DevTools listening on (ws:\S+)/.exec(output())?.[1], seen)
  // Chromium 130 doesn't answer a client that connects before the first page exists.
  await waitFor('A page', () => hasPage(address), seen)
  const browser: Browser = await chromium.connectOverCDP(address, { noDefaults: true })
  const window = await waitFor('A window', () => browser.contexts()[0]?.pages()[0], seen)
  window.setDefaultTimeout(10_000 * timeoutFactor)
  return {
    process: child,
    window,
    userData,
    output,
    exited,
    targets: () => targetsAt(address),
    quit: async () => {
      await browser.close()
      child.kill('SIGTERM')
      return exited
    },
  }
}

/** Adds the fixture `packaged`, which starts the packaged app and kills it after the test. */
export function withPackagedApp(base: typeof appTest) {
  return base.extend<{ readonly packaged: (env?: Record<string, string>) => Promise<PackagedApp> }>({
    packaged: async ({ desktop, platform }, use) => {
      const started: ChildProcess[] = []
      await use((env = {}) =>
        startPackaged({ desktop, ...platform, env, onSpawn: (child) => started.push(child) }),
      )
      for (const child of started.filter(
        ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
      )) {
        const exited = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGKILL')
        await exited
      }
    },
  })
}

type Target = { readonly type: string; readonly url: string }

async function hasPage(address: string): Promise<boolean> {
  const targets = await targetsAt(address)
  return targets.some(({ type, url }) => type === 'page' && url.startsWith('parallel-tray:'))
}

async function targetsAt(address: string): Promise<readonly Target[]> {
  const list = await fetch(`http://${new URL(address).host}/json/list`)
  return (await list.json()) as readonly Target[]
}

/** Spawns the packaged app; the caller waits for its exit or kills it. */
export function runPackaged(args: readonly string[], env: Record<string, string>, binary = packagedBinary()) {
  const child = spawn(binary, ['--disable-gpu', '--disable-dev-shm-usage', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk)
    })
  }
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return { child, exited, output: () => output }
}

/** Whether the kernel reports a seccomp filter and `no_new_privs` for the process (Linux). */
export function isSandboxed(pid: number): boolean {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return /^Seccomp:\s*2$/m.test(status) && /^NoNewPrivs:\s*1$/m.test(status)
}

/** The PID of the window's renderer (Linux). */
export function rendererPid(): number {
  const renderer = findProcesses(packagedBinary()).find(({ type }) => type === 'renderer')
  if (renderer === undefined) throw new Error('The app has no renderer process.')
  return renderer.pid
}
