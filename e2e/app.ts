/** The fixtures of every spec: the stand-in, a desktop, the app, and the approval page in a browser; and shared helpers. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import type { AppState, CommandArguments } from '../preload/contract/index.ts'
import { launchBrowser } from './desktop/browser.ts'
import { type Desktop, type DesktopOptions, startDesktop } from './desktop/desktop.ts'
import { electronCommand, type LaunchedApp, type LaunchOptions, launchApp } from './desktop/launch.ts'
import { timeoutFactor, waitFor } from './desktop/wait.ts'
import { type Platform, type PlatformOptions, startPlatform } from './platform/platform.ts'

/** The optional permissions, by the labels of their checkboxes. */
export type PermissionLabel = 'Add money' | 'Manage apps and keys'
export type RunningApp = LaunchedApp & { readonly window: Page }

type Options = {
  readonly desktopOptions: DesktopOptions
  readonly platformOptions: PlatformOptions
}

type Fixtures = {
  readonly platform: Platform
  readonly desktop: Desktop
  /** Launches the app; call it again after `close` for a restart. Every app is closed after its test. */
  readonly start: (options?: Partial<LaunchOptions>) => Promise<RunningApp>
  /** The stand-in's approval page in a real browser. */
  readonly approvalPage: ApprovalPage
}

type ApprovalPage = {
  approve(url: string, organisation: string): Promise<void>
  deny(url: string): Promise<void>
}

export const test = base.extend<Options & Fixtures>({
  desktopOptions: [{}, { option: true }],
  platformOptions: [{ intervalSeconds: 1 }, { option: true }],
  platform: async ({ platformOptions }, use) => {
    const platform = await startPlatform(platformOptions)
    await use(platform)
    await platform.close()
  },
  desktop: async ({ desktopOptions }, use) => {
    const desktop = await startDesktop(desktopOptions)
    await use(desktop)
    await desktop.close()
  },
  start: async ({ platform, desktop }, use, info) => {
    const running: LaunchedApp[] = []
    await use(async (options = {}) => {
      const launched = await launchApp({
        desktop,
        platformUrl: platform.platformUrl,
        serviceApiUrl: platform.serviceApiUrl,
        ...options,
      })
      running.push(launched)
      const window = await launched.electron.firstWindow()
      window.setDefaultTimeout(10_000 * timeoutFactor)
      return { ...launched, window }
    })
    if (info.status !== info.expectedStatus) {
      for (const app of running) await info.attach('app output', { body: appOutput(app) })
      await info.attach('requests', { body: JSON.stringify(platform.control.requests(), null, 1) })
    }
    for (const app of running) await app.close()
  },
  approvalPage: async ({ platform: _ }, use) => {
    const browser = await launchBrowser()
    const page = await browser.newPage()
    await use({
      async approve(url, organisation) {
        await page.goto(url)
        await page.getByRole('radio', { name: organisation }).check()
        await page.getByRole('button', { name: 'Approve' }).click()
        await expect(page.getByRole('heading', { name: 'Approved' })).toBeVisible()
      },
      async deny(url) {
        await page.goto(url)
        await page.getByRole('button', { name: 'Deny' }).click()
        await expect(page.getByRole('heading', { name: 'Denied' })).toBeVisible()
      },
    })
    await browser.close()
  },
})

export { expect }

/** URLs of the windows, output and logs, to explain a failed test. */
function appOutput(app: LaunchedApp): string {
  const logs = filesIn(app.userData).filter((path) => path.endsWith('.log'))
  const windows = app.electron.windows().map((window) => window.url())
  return [windows.join('\n'), app.output(), ...logs.map((path) => readFileSync(path, 'utf8'))].join('\n\n')
}

/** Starts a sign-in on the welcome screen and returns its user code. */
export async function startSignIn(
  window: Page,
  permissions: readonly PermissionLabel[] = [],
): Promise<string> {
  for (const name of permissions) await window.getByRole('checkbox', { name }).check()
  await window.getByRole('button', { name: 'Get a code' }).click()
  return readUserCode(window)
}

/** The user code, once it is on screen. */
export async function readUserCode(window: Page): Promise<string> {
  const heading = window.getByRole('heading', { name: 'Same code in your browser?' })
  await expect(heading).toBeVisible({ timeout: 10_000 * timeoutFactor })
  return (await window.getByText(/^[A-Z]{4}-[A-Z]{4}$/).textContent()) ?? ''
}

/** Signs in, approved through the stand-in's control instead of its page. */
export async function signIn(
  app: Pick<RunningApp, 'window'>,
  platform: Platform,
  orgId = 'org_halden',
  permissions: readonly PermissionLabel[] = [],
): Promise<void> {
  const userCode = await startSignIn(app.window, permissions)
  platform.control.approve({ userCode, orgId })
  await expect(notice(app.window)).toContainText('Signed in to')
  await expect(app.window.getByRole('region', { name: 'Balance', exact: true })).not.toHaveAttribute(
    'aria-busy',
  )
}

/** Clicks a section in the navigation. */
export async function openSection(
  window: Page,
  name: 'Overview' | 'Apps & keys' | 'Activity' | 'Session' | 'Settings',
): Promise<void> {
  const section = window.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name })
  await section.click()
  await expect(section).toHaveAttribute('aria-current', 'page')
}

/** The settings of the app; those of the organisation are on the other tab. */
export async function openAppSettings(window: Page): Promise<void> {
  await openSection(window, 'Settings')
  await window.getByRole('radiogroup', { name: 'Settings for' }).getByText('App', { exact: true }).click()
}

/** The notice strip between bar and content. */
export function notice(window: Page): Locator {
  return window.getByRole('region', { name: 'Notice' })
}

/** The state as the window receives it from main. */
export async function stateOf({ window: page }: Pick<RunningApp, 'window'>): Promise<AppState> {
  const answer = await page.evaluate(() => window.parallelTray.command('hello', {}))
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value
}

/**
 * Replaces the app's relaunch, as a relaunched app would escape the test. The app still quits.
 * @returns a function that waits for the relaunch and returns the arguments of the new app
 */
export async function observeRelaunch({ electron, output }: LaunchedApp): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ app }) => {
    // By its output, as the app quits before it could answer for certain.
    app.relaunch = (options) => process.stdout.write(`\nrelaunch: ${JSON.stringify(options?.args)}\n`)
  })
  const relaunched = () => /^relaunch: (.*)\n/m.exec(output())?.[1]
  return async () => JSON.parse(await waitFor('A relaunch', relaunched)) as string[]
}

/** Closes the visible window as its close button does; the app decides whether that hides it. */
export async function closeWindow(app: RunningApp): Promise<void> {
  await expect.poll(() => isVisible(app)).toBe(true)
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close()
  })
}

/** The outer width of the visible window, frame included. */
export function windowWidth({ electron }: RunningApp): Promise<number | undefined> {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds().width)
}

/** Whether the app has a window that is neither hidden nor minimised. */
export function isVisible({ electron }: RunningApp): Promise<boolean> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((window) => window.isVisible() && !window.isMinimized()),
  )
}

/** How many windows there are, hidden ones included. */
export function countWindows({ electron }: RunningApp): Promise<number> {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
}

/** Emits `resume`, which ends the app's timers early, so that due work runs now. */
export async function wake({ electron }: LaunchedApp): Promise<void> {
  await electron.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('resume')
  })
}

/** Simulates a sleep of that length by the app's clock alone; the server's doesn't move. */
export async function sleepFor(app: LaunchedApp, ms: number): Promise<void> {
  await app.electron.evaluate((_electron, sleptMs) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + sleptMs
  }, ms)
  await wake(app)
}

/** The page of the window as it is now: on Wayland a closed window is replaced by another one. */
export function currentPage({ electron, window }: RunningApp): Page {
  return electron.windows().at(-1) ?? window
}

/** For `catch`: the value in place of an error that comes from the page being closed meanwhile. */
export function whenClosed<T>(text: Locator, value: T): (error: unknown) => T {
  return (error) => {
    if (text.page().isClosed()) return value
    throw error
  }
}

/** Crashes the renderer and resolves with the recreated window. */
export async function crashWindow(app: RunningApp): Promise<RunningApp> {
  const next = app.electron.waitForEvent('window')
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.forcefullyCrashRenderer()
  })
  const window = await next
  window.setDefaultTimeout(10_000 * timeoutFactor)
  return { ...app, window }
}

/** Sends SIGKILL, as the kernel does when it runs out of memory, and waits for the exit. */
export async function kill(app: LaunchedApp): Promise<void> {
  const exited = waitForExit(app)
  app.electron.process().kill('SIGKILL')
  await exited
}

export function readClipboard({ electron }: RunningApp): Promise<string> {
  return electron.evaluate(async ({ clipboard }) => clipboard.readText())
}

/** Resolves with the text of the next message box, which stays open until `pressMessageBoxButton`. */
export function stubMessageBox({ electron }: LaunchedApp): Promise<{ message: string; detail: string }> {
  return electron.evaluate(
    ({ dialog }) =>
      new Promise<{ message: string; detail: string }>((shown) => {
        // The parent window is an optional first argument.
        dialog.showMessageBox = ((...args: readonly unknown[]) => {
          const { message, detail } = args.at(-1) as { message: string; detail: string }
          shown({ message, detail })
          return new Promise((press) => Object.assign(globalThis, { pressMessageBoxButton: press }))
        }) as unknown as typeof dialog.showMessageBox
      }),
  )
}

/** Presses a button. The app may exit before it can reply, so the failure of this call is ignored. */
export async function pressMessageBoxButton({ electron }: LaunchedApp, response = 0): Promise<void> {
  await electron
    .evaluate(
      (_electron, button) => Reflect.get(globalThis, 'pressMessageBoxButton')({ response: button }),
      response,
    )
    .catch(() => {})
}

/** Makes every open and save dialog return this file. */
export async function stubFileDialogs({ electron }: LaunchedApp, filePath: string): Promise<void> {
  await electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, appPath(filePath))
}

/** The file's path as the app has to name it: under Wine this system's root folder is the drive Z:. */
export function appPath(path: string): string {
  return process.env.PARALLEL_TRAY_WINE === undefined ? path : `Z:${path.replaceAll('/', '\\')}`
}

/** Resolves with the exit code or the signal. */
export function waitForExit({ electron }: LaunchedApp): Promise<number | string | null> {
  const child = electron.process()
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)))
}

/** Changes settings as the window does; answers with the command's result. */
export function changeSettings(
  { window: page }: RunningApp,
  change: CommandArguments<'settings.change'>['change'],
) {
  return page.evaluate((value) => window.parallelTray.command('settings.change', { change: value }), change)
}

/** The files with the grants of organisations. */
export function grantFiles({ userData }: LaunchedApp): string[] {
  return filesIn(userData).filter((path) => basename(path) === 'grant.json')
}

/** Every secret that the stand-in issued. */
export function issuedSecrets({ control }: Platform): string[] {
  return Object.values(control.secrets()).flat()
}

type RunOptions = {
  /** Command-line options for the app. */
  readonly args?: readonly string[]
  /** A file to load before the app, with `-r`. */
  readonly preload?: string
  readonly onSpawn?: (child: ChildProcess) => void
}

/** Runs the app without a debugger attached until it exits; kills it when it takes too long. */
export function runUntilExit(
  env: Record<string, string>,
  { args = [], preload, onSpawn = () => {} }: RunOptions = {},
): Promise<{ code: number | null; stdout: string; stderr: string; tookMs: number }> {
  const command = electronCommand()
  const startedAt = performance.now()
  const preloadArgs = preload === undefined ? [] : ['-r', preload]
  const child = spawn(command.executable, [...preloadArgs, ...command.args, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000 * timeoutFactor)
  onSpawn(child)
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk) => {
      output[name] += String(chunk)
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code, ...output, tookMs: performance.now() - startedAt })
    })
  })
}

/** Removes Chromium's log lines: `[PID:MMDD/HHMMSS.MICROSECONDS:LEVEL:FILE(LINE)] …`, some with `PID:TID`. */
export function stripChromiumLog(output: string): string {
  return output.replace(/^\[\d+(?::\d+)?:\d{4}\/\d{6}\.\d+:[A-Z]+\d*:[\w.]+\(\d+\)\] [^\n]*\n/gm, '')
}

/** The environment that the `start` fixture gives the app. */
export function appEnvironment(desktop: Desktop, platform: Platform): Record<string, string> {
  return {
    ...desktop.env,
    PARALLEL_TRAY_USER_DATA: join(desktop.folder, 'user-data'),
    PARALLEL_PLATFORM_URL: platform.platformUrl,
    PARALLEL_SERVICE_API_URL: platform.serviceApiUrl,
  }
}

/** The app's system: under Wine, the tests run on Linux and the app on Windows. */
export const appSystem: NodeJS.Platform =
  process.env.PARALLEL_TRAY_WINE === undefined ? process.platform : 'win32'

/** Expects files that only their owner can access. On Windows their folder ensures that, not their mode. */
export function expectOwnerOnly(...paths: readonly string[]): void {
  if (appSystem === 'win32') return
  for (const path of paths) expect(statSync(path).mode & 0o777, path).toBe(0o600)
}

/** All files below the folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat === undefined) return []
    return stat.isDirectory() ? filesIn(path) : stat.isFile() ? [path] : []
  })
}

/** The files below the folder that contain one of the texts: raw, URL-encoded, in hex, base64 at any offset, or UTF-16. */
export function filesContaining(folder: string, searched: readonly string[]): string[] {
  const needles = searched.flatMap((text) => {
    const base64 = [0, 1, 2].map((shift) => {
      const encoded = Buffer.from('\0'.repeat(shift) + text).toString('base64')
      // The first and last characters depend on the bytes around the text.
      return encoded.slice(shift === 0 ? 0 : 4, -4)
    })
    const hex = Buffer.from(text).toString('hex')
    const encodings = [text, encodeURIComponent(text), hex, hex.toUpperCase(), ...base64]
    return [...encodings.map((encoded) => Buffer.from(encoded)), Buffer.from(text, 'utf16le')]
  })
  return filesIn(folder).filter((path) => {
    const content = readFileSync(path)
    return needles.some((needle) => content.includes(needle))
  })
}
