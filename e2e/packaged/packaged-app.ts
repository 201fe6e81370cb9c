/**
 * Starts the packaged app. Its fuses keep debuggers of Node out, so it is driven as a browser is, over the DevTools
 * protocol; that is let in only because the tests name a folder of their own for what it keeps.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { test as appTest } from '../app.ts'
import type { Desktop } from '../desktop/desktop.ts'
import { waitFor } from '../desktop/wait.ts'

/** The folder of the packed app: `npm run test:package` says where. */
export function packagedFolder(): string {
  const folder = process.env.PARALLEL_TRAY_PACKAGED
  if (folder === undefined) throw new Error('Run `npm run test:package`: it packs the app first.')
  return folder
}

export function packagedBinary(): string {
  const names = { darwin: 'Parallel Tray.app/Contents/MacOS/Parallel Tray', win32: 'Parallel Tray.exe' }
  return join(packagedFolder(), names[process.platform as 'darwin' | 'win32'] ?? 'parallel-tray')
}

/** Where the app itself lies in it. */
export function packagedAsar(): string {
  const resources = process.platform === 'darwin' ? 'Parallel Tray.app/Contents/Resources' : 'resources'
  return join(packagedFolder(), resources, 'app.asar')
}

export type PackagedApp = {
  readonly process: ChildProcess
  readonly window: Page
  readonly userData: string
  output(): string
  /** Its exit code, once it has ended by itself. */
  readonly ended: Promise<number | null>
  /** Every page, frame, worker and guest of the app, as DevTools sees them. */
  targets(): Promise<readonly Target[]>
  /** Ends it as the end of a session does, and waits until it is gone. Returns its exit code. */
  quit(): Promise<number | null>
}

type Options = {
  readonly desktop: Desktop
  readonly platformUrl: string
  readonly serviceApiUrl: string
  readonly userData?: string
  /** Another copy of the app than `packagedBinary`. */
  readonly binary?: string
  readonly env?: Readonly<Record<string, string>>
  /** Told of the process at once, so that it is ended also if nothing else works. */
  readonly onStart: (child: ChildProcess) => void
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
  const { child, output, ended } = runPackaged(['--remote-debugging-port=0'], env, options.binary)
  options.onStart(child)
  const seen = { seen: output }
  const address = await waitFor('DevTools', () => /DevTools listening on (ws:\S+)/.exec(output())?.[1], seen)
  // Chromium (130) doesn't answer a client that connects before there is a page.
  await waitFor('A page', () => hasPage(address), seen)
  const browser: Browser = await chromium.connectOverCDP(address, { noDefaults: true })
  const window = await waitFor('A window', () => browser.contexts()[0]?.pages()[0], seen)
  window.setDefaultTimeout(10_000)
  return {
    process: child,
    window,
    userData,
    output,
    ended,
    targets: () => targetsAt(address),
    quit: async () => {
      await browser.close()
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** Adds the fixture `packaged`: starts the packaged app; whatever was started is ended with its test. */
export function startsPackaged(base: typeof appTest) {
  return base.extend<{ readonly packaged: () => Promise<PackagedApp> }>({
    packaged: async ({ desktop, platform }, use) => {
      const started: ChildProcess[] = []
      await use(() => startPackaged({ desktop, ...platform, onStart: (child) => started.push(child) }))
      for (const child of started.filter(
        ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
      )) {
        const gone = new Promise((settle) => child.once('exit', settle))
        child.kill('SIGKILL')
        await gone
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

/** Runs the binary with these words; for what ends by itself. */
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
  const ended = new Promise<number | null>((settle) => child.once('exit', (code) => settle(code)))
  return { child, ended, output: () => output }
}

/** What the kernel says of a process: whether its system calls are filtered, and it can never get more rights. */
export function isSandboxed(pid: number): boolean {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return /^Seccomp:\s*2$/m.test(status) && /^NoNewPrivs:\s*1$/m.test(status)
}

/** The process of the window: the child of the app's zygote that renders. */
export function windowProcess(): number {
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        return words.includes('--type=renderer') && words.startsWith(packagedBinary())
      } catch {
        return false
      }
    })
  if (found === undefined) throw new Error('There is no process of the window.')
  return Number(found)
}
