/** What every spec starts with: a stand-in, a desktop, the app on both, and a person with a browser. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, test as base, expect, type Locator, type Page } from '@playwright/test'
import type { AppState } from '../preload/contract/index.ts'
import { launchBrowser } from './desktop/browser.ts'
import { type Desktop, type DesktopOptions, startDesktop } from './desktop/desktop.ts'
import { electronCommand, type LaunchedApp, type LaunchOptions, launchApp } from './desktop/launch.ts'
import { type Platform, type PlatformOptions, startPlatform } from './platform/platform.ts'

/** What a user may allow beyond seeing. */
export type May = 'Add money' | 'Manage apps and keys'
export type RunningApp = LaunchedApp & { readonly window: Page }

type Options = {
  readonly desktopOptions: DesktopOptions
  readonly platformOptions: PlatformOptions
}

type Fixtures = {
  readonly platform: Platform
  readonly desktop: Desktop
  /** Starts the app; again after `close` for a restart. Every app is ended with its test. */
  readonly start: (more?: Partial<LaunchOptions>) => Promise<RunningApp>
  /** A person in front of a real browser. */
  readonly person: Person
}

export type Person = {
  /** Opens the address that the app opened and answers there. */
  answer(address: string, what: 'Approve' | 'Deny', choose?: { organisation?: string }): Promise<void>
}

export const test = base.extend<Options & Fixtures & { readonly browser: Browser }>({
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
    await use(async (more = {}) => {
      const launched = await launchApp({
        desktop,
        platformUrl: platform.platformUrl,
        serviceApiUrl: platform.serviceApiUrl,
        ...more,
      })
      running.push(launched)
      const window = await launched.electron.firstWindow()
      window.setDefaultTimeout(10_000)
      return { ...launched, window }
    })
    if (info.status !== info.expectedStatus) {
      for (const one of running) await info.attach('what the app said', { body: lastWords(one) })
      await info.attach('requests', { body: JSON.stringify(platform.control.requests(), null, 1) })
    }
    for (const one of running) await one.close()
  },
  person: async ({ platform: _ }, use) => {
    let browser: Browser | undefined
    await use({
      async answer(address, what, choose = {}) {
        browser ??= await launchBrowser()
        const page = await browser.newPage()
        await page.goto(address)
        if (choose.organisation !== undefined) {
          await page.getByRole('radio', { name: choose.organisation }).check()
        }
        await page.getByRole('button', { name: what }).click()
        await expect(
          page.getByRole('heading', { name: what === 'Approve' ? 'Approved' : 'Denied' }),
        ).toBeVisible()
        await page.close()
      },
    })
    await browser?.close()
  },
})

export { expect }

/** All that tells why a test failed: what was printed, and the log. */
function lastWords(app: LaunchedApp): string {
  const logs = filesIn(app.userData).filter((path) => path.endsWith('.log'))
  const windows = app.electron.windows().map((window) => window.url())
  return [windows.join('\n'), app.output(), ...logs.map((path) => readFileSync(path, 'utf8'))].join('\n\n')
}

/** Clicks through the welcome to the code; `may`: what else is allowed there, as it is called. */
export async function showCode(window: Page, may: readonly May[] = []): Promise<string> {
  for (const name of may) await window.getByRole('checkbox', { name }).check()
  await window.getByRole('button', { name: 'Sign in', exact: true }).click()
  return shownCode(window)
}

/** The code to approve, once it is on screen. */
export async function shownCode(window: Page): Promise<string> {
  await expect(window.getByRole('heading', { name: 'Approve this code' })).toBeVisible()
  return (await window.getByText(/^[A-Z]{4}-[A-Z]{4}$/).textContent()) ?? ''
}

/** Signs in by the shortest way: the approval is given at the stand-in itself. */
export async function signIn(
  app: Pick<RunningApp, 'window'>,
  platform: Platform,
  orgId = 'org_halden',
  may: readonly May[] = [],
): Promise<void> {
  const userCode = await showCode(app.window, may)
  platform.control.approve({ userCode, orgId })
  await expect(notice(app.window)).toContainText('Signed in to')
  await expect(app.window.getByRole('region', { name: 'Balance', exact: true })).not.toHaveAttribute(
    'aria-busy',
  )
}

/** Goes to a section of the organisation on screen, as a person with a mouse. */
export async function openSection(
  window: Page,
  name: 'Overview' | 'Apps & keys' | 'Activity' | 'Session' | 'Settings',
): Promise<void> {
  const section = window.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name })
  await section.click()
  await expect(section).toHaveAttribute('aria-current', 'page')
}

/** The one strip between bar and content. */
export function notice(window: Page): Locator {
  return window.getByRole('region', { name: 'Notice' })
}

/** What main would show, asked for as the window does. */
export async function stateOf({ window: page }: Pick<RunningApp, 'window'>): Promise<AppState> {
  const answer = await page.evaluate(() => window.parallelTray.command('hello', {}))
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value
}

/** Closes the window, once it is in view, as its close button does: what that means is the app's business. */
export async function closeWindow(app: RunningApp): Promise<void> {
  await expect.poll(() => isVisible(app)).toBe(true)
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close()
  })
}

/** Whether a person can see the app's window. */
export function isVisible({ electron }: RunningApp): Promise<boolean> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((window) => window.isVisible() && !window.isMinimized()),
  )
}

/** As if the machine had slept: every wait of the app's ends, so that what would come later comes now. */
export async function wake({ electron }: LaunchedApp): Promise<void> {
  await electron.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('resume')
  })
}

/** As if the machine had slept that long. Only the app's clock is moved, not the server's. */
export async function sleepFor(app: LaunchedApp, ms: number): Promise<void> {
  await app.electron.evaluate((_electron, sleptMs) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + sleptMs
  }, ms)
  await wake(app)
}

/** The window's process ends, and the window is made again. */
export async function crashWindow(app: RunningApp): Promise<RunningApp> {
  const next = app.electron.waitForEvent('window')
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.forcefullyCrashRenderer()
  })
  const window = await next
  window.setDefaultTimeout(10_000)
  return { ...app, window }
}

/** As by the system when memory is short. */
export async function kill(app: LaunchedApp): Promise<void> {
  const gone = exitOf(app)
  app.electron.process().kill('SIGKILL')
  await gone
}

export function clipboardOf({ electron }: RunningApp): Promise<string> {
  return electron.evaluate(async ({ clipboard }) => clipboard.readText())
}

/** What the next message box says. Nobody can press its button but `pressButton`. */
export function nextMessageBox({ electron }: LaunchedApp): Promise<{ message: string; detail: string }> {
  return electron.evaluate(
    ({ dialog }) =>
      new Promise<{ message: string; detail: string }>((said) => {
        type Said = { message: string; detail: string }
        // A window may come first, to which it belongs.
        dialog.showMessageBox = ((...given: readonly unknown[]) => {
          const { message, detail } = given.at(-1) as Said
          said({ message, detail })
          return new Promise((press) => Object.assign(globalThis, { pressButton: press }))
        }) as unknown as typeof dialog.showMessageBox
      }),
  )
}

/** Presses it. The app may end before it can answer this. */
export async function pressButton({ electron }: LaunchedApp): Promise<void> {
  await electron.evaluate(() => Reflect.get(globalThis, 'pressButton')({ response: 0 })).catch(() => {})
}

/** From now on whoever is asked where to save, or what to open, chooses this file. */
export async function chooseFile({ electron }: LaunchedApp, filePath: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, filePath)
}

/** The exit code, or the signal, with which the app ends. */
export function exitOf({ electron }: LaunchedApp): Promise<number | string | null> {
  const child = electron.process()
  return new Promise((settle) => child.once('exit', (code, signal) => settle(code ?? signal)))
}

/** The app's documents of signed-in organisations. */
export function grantFiles({ userData }: LaunchedApp): string[] {
  return filesIn(userData).filter((path) => path.endsWith('/grant.json'))
}

/** Every secret that the stand-in has issued. */
export function issuedSecrets({ control }: Platform): string[] {
  return Object.values(control.secrets()).flat()
}

/**
 * Starts the program as a person does, without anything attached to it, and waits until it has ended; ends it itself
 * after `mostMs`.
 * @param onStarted is given the process, for tests that do something to it
 * @param more `words`: what a person would add to the command line; `first`: a file that is loaded before the app
 */
export function runToEnd(
  env: Record<string, string>,
  mostMs = 20_000,
  onStarted: (child: ChildProcess) => void = () => {},
  { words = [], first }: { readonly words?: readonly string[]; readonly first?: string } = {},
): Promise<{ code: number | null; output: string; tookMs: number }> {
  const { executable, args } = electronCommand()
  const startedAt = performance.now()
  const child = spawn(executable, [...(first === undefined ? [] : ['-r', first]), ...args, ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), mostMs)
  onStarted(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk)
    })
  }
  return new Promise((settle, refuse) => {
    child.once('error', refuse)
    child.once('close', (code) => {
      clearTimeout(timer)
      settle({ code, output, tookMs: performance.now() - startedAt })
    })
  })
}

/** Without Chromium's own log: `[PID:MMDD/HHMMSS.MICROSECONDS:LEVEL:FILE(LINE)] …`, the process id maybe with a thread's. */
export function withoutChromiumLog(output: string): string {
  return output.replace(/^\[\d+(?::\d+)?:\d{4}\/\d{6}\.\d+:[A-Z]+\d*:[\w.]+\(\d+\)\] [^\n]*\n/gm, '')
}

/** The environment that `start` gives the app, for starting it by other means. */
export function appEnvironment(desktop: Desktop, platform: Platform): Record<string, string> {
  return {
    ...desktop.env,
    PARALLEL_TRAY_USER_DATA: join(desktop.folder, 'user-data'),
    PARALLEL_PLATFORM_URL: platform.platformUrl,
    PARALLEL_SERVICE_API_URL: platform.serviceApiUrl,
  }
}

/** Every file below the folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat === undefined) return []
    return stat.isDirectory() ? filesIn(path) : stat.isFile() ? [path] : []
  })
}

/** The files below the folder in which a secret can be read: raw, URL-encoded, hex, base64 at any offset, UTF-16. */
export function filesThatShow(folder: string, secrets: readonly string[]): string[] {
  const needles = secrets.flatMap((secret) => {
    const base64 = [0, 1, 2].map((shift) => {
      const text = Buffer.from('\0'.repeat(shift) + secret).toString('base64')
      // The first and last letters depend on what stands around the secret.
      return text.slice(shift === 0 ? 0 : 4, -4)
    })
    const hex = Buffer.from(secret).toString('hex')
    const texts = [secret, encodeURIComponent(secret), hex, hex.toUpperCase(), ...base64]
    const plain = texts.map((text) => Buffer.from(text))
    return [...plain, Buffer.from(secret, 'utf16le')]
  })
  return filesIn(folder).filter((path) => {
    const content = readFileSync(path)
    return needles.some((needle) => content.includes(needle))
  })
}
