/** Screenshots of every screen, light and dark, from the real app: `npm run screenshots`. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  expect,
  notice,
  openSection,
  type RunningApp,
  readUserCode,
  signIn,
  startSignIn,
  test,
} from './app.ts'
import { launchBrowser } from './desktop/browser.ts'

test.describe.configure({ timeout: 120_000 })

const tag = '@screenshots'
const screenshotsFolder = process.env.PARALLEL_TRAY_SCREENSHOTS ?? 'screenshots'
const narrow = { width: 420, height: 640 }
const wide = { width: 1000, height: 700 }

async function resize(
  { electron, window }: RunningApp,
  size: { width: number; height: number },
): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(size.width)
}

async function screenshot(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({
      path: join(screenshotsFolder, `${name}-${colorScheme}.png`),
      animations: 'disabled',
    })
  }
  await page.emulateMedia({ colorScheme: null })
}

test('sign-in screens', { tag }, async ({ platform, start }) => {
  const app = await start()
  const { window } = app
  await resize(app, narrow)
  await expect(window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  await screenshot(window, 'welcome')
  const hold = platform.control.fault({ kind: 'hold', match: { path: '/device/code' } })
  await window.getByRole('button', { name: 'Get a code' }).click()
  await expect(window.getByRole('heading', { name: 'Getting a code…' })).toBeVisible()
  await screenshot(window, 'starting')
  platform.control.clearFaults(hold)
  const userCode = await readUserCode(window)
  await screenshot(window, 'code')
  await window.getByRole('button', { name: 'Open browser' }).click()
  await expect(window.getByRole('button', { name: 'Open again' })).toBeVisible()
  await screenshot(window, 'code-opened')
  const browser = await launchBrowser()
  const page = await browser.newPage({ viewport: { width: 720, height: 900 } })
  await page.goto(`${platform.platformUrl}/getServiceKeys/device?user_code=${userCode}`)
  await screenshot(page, 'approval')
  await browser.close()
  const dropped = platform.control.fault({ kind: 'drop' })
  await expect(window.getByRole('region', { name: 'Happening now' })).toContainText('No connection')
  await screenshot(window, 'code-offline')
  platform.control.clearFaults(dropped)
  platform.control.deny({ userCode })
  await window.getByRole('button', { name: 'Try now' }).click()
  await expect(window.getByRole('heading', { name: 'The request was denied' })).toBeVisible()
  await screenshot(window, 'denied')
  platform.control.fault({ kind: 'drop' })
  await window.getByRole('button', { name: 'Get a new code' }).click()
  await expect(window.getByRole('heading', { name: 'No connection' })).toBeVisible()
  await screenshot(window, 'ended-offline')
})

test.describe('a code about to expire', () => {
  test.use({ platformOptions: { intervalSeconds: 1, deviceCodeLifetimeMs: 61_000 } })

  test('last minute and expired', { tag }, async ({ platform, start }) => {
    const app = await start()
    const { window } = app
    await resize(app, narrow)
    await startSignIn(window)
    await expect(window.getByRole('timer')).toHaveText('0:59')
    await screenshot(window, 'code-last-minute')
    platform.control.advanceClock(100_000)
    await expect(window.getByRole('heading', { name: 'This code has expired' })).toBeVisible()
    await screenshot(window, 'expired')
  })
})

test('a verification address on another domain', { tag }, async ({ platform, start }) => {
  const foreign = 'https://login.example/device'
  const json = { verification_uri: foreign, verification_uri_complete: foreign }
  platform.control.fault({ kind: 'replace-reply', json, match: { path: '/device/code' } })
  const app = await start()
  await resize(app, narrow)
  await startSignIn(app.window)
  await screenshot(app.window, 'code-foreign')
  await app.window.getByRole('button', { name: 'Open browser…' }).click()
  await expect(app.window.getByRole('heading', { name: 'Open this address?' })).toBeVisible()
  await screenshot(app.window, 'foreign-host')
})

test.describe('no keyring', () => {
  test.use({ desktopOptions: { keyring: 'none', trayHost: false } })

  test('storage choice', { tag }, async ({ platform, start }) => {
    const app = await start()
    const { window } = app
    await resize(app, narrow)
    await expect(notice(window)).toContainText('This desktop shows no tray')
    await screenshot(window, 'no-tray')
    await notice(window).getByRole('button', { name: 'Dismiss' }).click()
    await window.getByRole('button', { name: 'Get a code' }).click()
    await window.getByRole('radio', { name: 'On this disk' }).check()
    await screenshot(window, 'consent')
    await window.getByRole('button', { name: 'Continue' }).click()
    platform.control.approve({ userCode: await readUserCode(window) })
    await expect(notice(window)).toContainText('Signed in to')
    await notice(window).getByRole('button', { name: 'Dismiss' }).click()
    await screenshot(window, 'overview-not-encrypted')
  })
})

test('signed in', { tag }, async ({ platform, start }) => {
  const { control } = platform
  const app = await start()
  const { window } = app
  await resize(app, narrow)
  const userCode = await startSignIn(window)
  // A slow keyring, so that the state in between can be captured.
  await app.electron.evaluate(({ safeStorage }) => {
    const encrypt = safeStorage.encryptStringAsync.bind(safeStorage)
    const released = new Promise((resolve) => Object.assign(globalThis, { releaseKeyring: resolve }))
    safeStorage.encryptStringAsync = (text) => released.then(() => encrypt(text))
  })
  control.approve({ userCode })
  await expect(window.getByRole('heading', { name: 'Approved' })).toBeVisible()
  await screenshot(window, 'storing')
  await app.electron.evaluate(() => Reflect.get(globalThis, 'releaseKeyring')())
  await expect(notice(window)).toContainText('Signed in to')
  await expect(window.locator('.figure')).toHaveText('$184.20')
  await screenshot(window, 'overview-arrived')
  await notice(window).getByRole('button', { name: 'Dismiss' }).click()
  await expect(window.getByText(`Signed in to ${name}`)).toHaveCount(0)
  await screenshot(window, 'overview')
  await window.keyboard.press('ControlOrMeta+K')
  await expect(window.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await screenshot(window, 'commands')
  await window.keyboard.press('Escape')
  await openSection(window, 'Settings')
  await screenshot(window, 'settings')
  await openSection(window, 'Session')
  await screenshot(window, 'session')
  await window.getByRole('button', { name: 'Sign out…' }).click()
  await expect(window.getByRole('dialog')).toBeVisible()
  await screenshot(window, 'sign-out')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'How tokens are kept' }).click()
  await expect(window.getByRole('dialog')).toBeVisible()
  await screenshot(window, 'how-tokens-are-kept')
  await window.keyboard.press('Escape')
  await openSection(window, 'Overview')

  const refresh = window.getByRole('button', { name: 'Refresh now' })
  for (const [name, creditBalanceCents, pendingDebitCents, shown] of [
    ['overview-low', 1350, 1000, '$3.50'],
    ['overview-negative', 1000, 1250, '−$2.50'],
    ['overview-zero', 0, 0, '$0.00'],
    ['overview-large', 123_456_789_00, 250_00, '$123,456,539.00'],
  ] as const) {
    control.setOrganisation('org_halden', { creditBalanceCents, pendingDebitCents })
    await refresh.click()
    await expect(window.locator('.figure')).toHaveText(shown)
    await screenshot(window, name)
  }
  control.setOrganisation('org_halden', { creditBalanceCents: 19_670, pendingDebitCents: 1250 })
  await refresh.click()
  await expect(window.locator('.figure')).toHaveText('$184.20')
  const dropped = control.fault({ kind: 'drop' })
  await refresh.click()
  await expect(notice(window)).toContainText('Offline since')
  await screenshot(window, 'overview-stale')
  await resize(app, wide)
  await screenshot(window, 'overview-stale-wide')
  control.clearFaults(dropped)
  await notice(window).getByRole('button', { name: 'Try now' }).click()
  await expect(window.getByText('Offline since')).toHaveCount(0)
  await screenshot(window, 'overview-wide')

  for (const [orgId, name] of [
    ['org_brightwater', 'Brightwater Labs'],
    ['org_kestrel', 'Kestrel & Finch GmbH'],
  ] as const) {
    await window.getByRole('button', { name: 'Add an organization…' }).click()
    await expect(window.getByRole('heading', { name: 'Add an organization' })).toBeVisible()
    if (orgId === 'org_kestrel') await screenshot(window, 'add-organisation-wide')
    control.approve({ userCode: await startSignIn(window), orgId })
    await expect(notice(window)).toContainText(`Signed in to ${name}`)
    await notice(window).getByRole('button', { name: 'Dismiss' }).click()
    await expect(notice(window)).toHaveCount(0)
    await screenshot(window, orgId === 'org_kestrel' ? 'overview-invoice-wide' : 'two-organisations-wide')
  }
  await resize(app, narrow)
  await screenshot(window, 'overview-invoice')
  const [halden] = control.state().grants
  control.removeGrant(String(halden?.grantId))
  await window.getByRole('button', { name: 'Kestrel' }).first().click()
  await window.getByRole('menuitemradio', { name: 'Halden Research' }).click()
  await refresh.click()
  await expect(notice(window)).toContainText('again')
  await screenshot(window, 'sign-in-again')
  await window.getByRole('button', { name: 'Halden Research' }).first().click()
  await expect(window.getByRole('menu')).toBeVisible()
  await screenshot(window, 'organisation-menu')
})

test('locked keyring and pending sign-out', { tag }, async ({ platform, desktop, start }) => {
  const first = await start()
  await signIn(first, platform)
  await first.close()
  await desktop.stopKeyring()
  const locked = await start()
  await resize(locked, narrow)
  await expect(notice(locked.window)).toContainText('The keyring was locked')
  await screenshot(locked.window, 'unreadable')
  await locked.close()
  await desktop.startKeyring()
  platform.control.fault({ kind: 'drop' })
  const open = await start()
  await resize(open, narrow)
  await expect(notice(open.window)).toContainText('Offline')
  await openSection(open.window, 'Session')
  await open.window.getByRole('button', { name: 'Sign out…' }).click()
  await open.window.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(open.window.getByText('Halden Research: signed out here')).toBeVisible()
  await screenshot(open.window, 'pending-sign-out')
})
