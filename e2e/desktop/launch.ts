/** Starts the built app on a desktop, with the Electron that the scripts found. */
import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import type { Desktop } from './desktop.ts'

export interface LaunchOptions {
  desktop: Desktop
  /** The app's folder for what it keeps; by default one in the desktop's folder. */
  userData?: string
  /** Addresses of the stand-in. Without them the app would turn to the real service: tests always give them. */
  platformUrl: string
  serviceApiUrl: string
  /** What a person would add to the command line. */
  args?: string[]
  env?: Record<string, string>
  /** A program that starts Electron with the arguments that it is given, in other surroundings. */
  through?: string
}

export interface LaunchedApp {
  electron: ElectronApplication
  userData: string
  /** All that the app printed so far, both streams. */
  output(): string
  /** Quits the app and waits until it is gone; kills it if it doesn't go. Safe to call twice. */
  close(): Promise<void>
}

interface Command {
  executable: string
  args: string[]
}

/** How to start the app: test.mjs says it in the environment; a bare `playwright test` asks the script. */
export function electronCommand(): Command {
  const given =
    process.env.PARALLEL_TRAY_ELECTRON ??
    execFileSync(process.execPath, [resolve(import.meta.dirname, '../../scripts/electron-path.mjs')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  return JSON.parse(given) as Command
}

const attachFirst = resolve(import.meta.dirname, 'attach-first.cjs')
/** How long a quitting app may take before it is killed. */
const quitMs = 8000
/** Playwright would wait three minutes for a start, longer than any test, and the test would end without a word. */
const launchMs = 20_000

export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const { executable, args } = electronCommand()
  const userData = options.userData ?? join(options.desktop.folder, 'user-data')
  const electron = await _electron.launch({
    executablePath: options.through ?? executable,
    timeout: launchMs,
    args: ['-r', attachFirst, ...args, ...(options.args ?? [])],
    chromiumSandbox: !args.includes('--no-sandbox'),
    env: {
      ...options.desktop.env,
      PARALLEL_TRAY_USER_DATA: userData,
      PARALLEL_PLATFORM_URL: options.platformUrl,
      PARALLEL_SERVICE_API_URL: options.serviceApiUrl,
      ...options.env,
    },
  })
  const child = electron.process()
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += String(chunk)
    })
  }
  const gone = new Promise<void>((settle) => child.once('exit', () => settle()))
  return {
    electron,
    userData,
    output: () => output,
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const timer = setTimeout(() => child.kill('SIGKILL'), quitMs)
      await electron.close().catch(() => {})
      await gone
      clearTimeout(timer)
    },
  }
}
