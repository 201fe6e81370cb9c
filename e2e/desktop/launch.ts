/** Launches the built app on a test desktop, with the Electron that the scripts found. */
import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import type { Desktop } from './desktop.ts'
import { timeoutFactor } from './wait.ts'

export interface LaunchOptions {
  desktop: Desktop
  /** By default a folder below the desktop's. */
  userData?: string
  /** URLs of the stand-in. Required, as without them the app would talk to the real service. */
  platformUrl: string
  serviceApiUrl: string
  /** Command-line options for the app. */
  args?: string[]
  env?: Record<string, string>
  /** A program that runs Electron with its own arguments, for example in a mount namespace. */
  wrapper?: string
  /** Null: the page follows the desktop, which Playwright otherwise keeps from it. */
  colorScheme?: null
  /** Where something other than the app holds up its start. */
  launchTimeoutMs?: number
}

export interface LaunchedApp {
  electron: ElectronApplication
  userData: string
  /** stdout and stderr so far. */
  output(): string
  /** Quits the app and waits for its exit; kills it after a timeout. Safe to call twice. */
  close(): Promise<void>
}

interface Command {
  executable: string
  args: string[]
}

/** How to start the app: from the environment set by test.mjs; a bare `playwright test` runs the script itself. */
export function electronCommand(): Command {
  const command =
    process.env.PARALLEL_TRAY_ELECTRON ??
    execFileSync(process.execPath, [resolve(import.meta.dirname, '../../scripts/electron-path.mjs')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  return JSON.parse(command) as Command
}

const delayReady = resolve(import.meta.dirname, 'delay-ready.cjs')
const quitTimeoutMs = 8000 * timeoutFactor
/** Playwright's default of three minutes is longer than any test's timeout, which would hide the reason of a failed launch. */
const launchTimeoutMs = 20_000 * timeoutFactor

export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const { executable, args } = electronCommand()
  const userData = options.userData ?? join(options.desktop.folder, 'user-data')
  const electron = await _electron.launch({
    executablePath: options.wrapper ?? executable,
    timeout: options.launchTimeoutMs ?? launchTimeoutMs,
    args: ['-r', delayReady, ...args, ...(options.args ?? [])],
    ...(options.colorScheme === undefined ? {} : { colorScheme: options.colorScheme }),
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
  const exited = new Promise<void>((onExit) => child.once('exit', () => onExit()))
  return {
    electron,
    userData,
    output: () => output,
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const timer = setTimeout(() => child.kill('SIGKILL'), quitTimeoutMs)
      await electron.close().catch(() => {})
      await exited
      clearTimeout(timer)
    },
  }
}
