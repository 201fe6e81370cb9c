/** What every spec starts with: a stand-in, a desktop, the app on both, and a person with a browser. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, test as base, expect, type Page } from '@playwright/test'
import { launchBrowser } from './desktop/browser.ts'
import { type Desktop, type DesktopOptions, startDesktop } from './desktop/desktop.ts'
import { type LaunchedApp, type LaunchOptions, launchApp } from './desktop/launch.ts'
import { type Platform, type PlatformOptions, startPlatform } from './platform/platform.ts'

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
  start: async ({ platform, desktop }, use) => {
    const running: LaunchedApp[] = []
    await use(async (more = {}) => {
      const launched = await launchApp({
        desktop,
        platformUrl: platform.platformUrl,
        serviceApiUrl: platform.serviceApiUrl,
        ...more,
      })
      running.push(launched)
      return { ...launched, window: await launched.electron.firstWindow() }
    })
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

/** Clicks through the welcome to the code. */
export async function showCode(window: Page): Promise<string> {
  await window.getByRole('button', { name: 'Sign in', exact: true }).click()
  const code = window.getByText(/^[A-Z]{4}-[A-Z]{4}$/)
  await expect(code).toBeVisible()
  return (await code.textContent()) ?? ''
}

/** Signs in by the shortest way: the approval is given at the stand-in itself. */
export async function signIn(app: RunningApp, platform: Platform, orgId = 'org_halden'): Promise<void> {
  const userCode = await showCode(app.window)
  platform.control.approve({ userCode, orgId })
  await expect(app.window.getByText('Spendable', { exact: true })).toBeVisible()
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

/** The files below the folder in which a secret can be read: raw, URL-encoded, base64 at any offset, UTF-16. */
export function filesThatShow(folder: string, secrets: readonly string[]): string[] {
  const needles = secrets.flatMap((secret) => {
    const base64 = [0, 1, 2].map((shift) => {
      const text = Buffer.from('\0'.repeat(shift) + secret).toString('base64')
      // The first and last letters depend on what stands around the secret.
      return text.slice(shift === 0 ? 0 : 4, -4)
    })
    const plain = [secret, encodeURIComponent(secret), ...base64].map((text) => Buffer.from(text))
    return [...plain, Buffer.from(secret, 'utf16le')]
  })
  return filesIn(folder).filter((path) => {
    const content = readFileSync(path)
    return needles.some((needle) => content.includes(needle))
  })
}
