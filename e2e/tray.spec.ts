/** The tray icon, tooltip and menu over D-Bus, as a panel sees them. */
import {
  closeWindow,
  expect,
  isVisible,
  notice,
  openSection,
  readClipboard,
  readUserCode,
  signIn,
  startSignIn,
  stateOf,
  test,
  waitForExit,
} from './app.ts'
import { connectBus, subscribe } from './desktop/bus.ts'
import type { Desktop } from './desktop/desktop.ts'
import { menuLines } from './desktop/menu.ts'
import type { TrayItem } from './desktop/tray-item.ts'

async function waitForTray(desktop: Desktop): Promise<TrayItem> {
  if (desktop.tray === undefined) throw new Error('This desktop has no tray')
  return desktop.tray.waitForItem()
}

const readMenuLines = async (tray: TrayItem): Promise<string[]> => menuLines(await tray.menu())

test('signs in from the tray menu and shows the balance in the tray', { tag: '@linux' }, async ({
  platform,
  desktop,
  start,
}) => {
  const app = await start()
  const tray = await waitForTray(desktop)
  await tray.waitForTooltip(/^Parallel Tray: not signed in$/)
  expect(await readMenuLines(tray)).toEqual(['Sign in', '-', 'Open Parallel Tray', 'Quit Parallel Tray'])
  const icons = [(await tray.properties()).iconHash]

  await closeWindow(app)
  await expect.poll(() => isVisible(app)).toBe(false)
  await tray.click('Sign in')
  await expect.poll(() => isVisible(app)).toBe(true)
  await expect(app.window.getByRole('heading', { name: 'Same code in your browser?' })).toBeVisible()
  await expect(notice(app.window)).toContainText('Parallel Tray keeps running in the tray')
  expect(platform.control.state().deviceAuthorizations).toMatchObject([
    { scope: ['keys:read', 'apps:read', 'balance:read'] },
  ])

  const userCode = await readUserCode(app.window)
  await closeWindow(app)
  await tray.click(`${userCode} – copy and open browser`)
  expect(await desktop.waitForOpenedUrl()).toContain(userCode)
  expect(await readClipboard(app)).toBe(userCode)
  expect(await readMenuLines(tray)).toContain('Cancel sign-in')
  await tray.waitForTooltip(/^Parallel Tray: waiting for your approval$/)
  icons.push((await tray.properties()).iconHash)

  platform.control.approve({ userCode })
  await tray.waitForTooltip(/^Halden Research: \$184\.20\nAs of \d\d?:\d\d( [AP]M)?$/)
  expect(await readMenuLines(tray)).toEqual([
    ...(await tray.properties()).tooltip.split('\n'),
    '-',
    'Refresh now',
    'Add an organization…',
    '-',
    'Open Parallel Tray',
    'Quit Parallel Tray',
  ])
  expect(await isVisible(app)).toBe(false)
  icons.push((await tray.properties()).iconHash)

  platform.control.setOrganisation('org_halden', { creditBalanceCents: 19_450 })
  await tray.click('Refresh now')
  await tray.waitForTooltip(/\$182\.00/)

  platform.control.fault({ kind: 'drop', match: { path: '/balance' } })
  await tray.click('Refresh now')
  await tray.waitForProperties(({ iconHash }) => iconHash !== icons.at(-1))
  expect(await readMenuLines(tray)).toContain('Halden Research: $182.00 · offline')
  icons.push((await tray.properties()).iconHash)

  platform.control.clearFaults()
  for (const { grantId } of platform.control.state().grants) platform.control.removeGrant(grantId)
  await tray.click('Refresh now')
  await tray.waitForTooltip(/^Halden Research: sign in again$/)
  icons.push((await tray.properties()).iconHash)
  // Signed out, signing in, signed in, offline, attention.
  expect(new Set(icons).size).toBe(5)

  await tray.activate()
  await expect.poll(() => isVisible(app)).toBe(true)
  const exit = waitForExit(app)
  await tray.click('Quit Parallel Tray')
  expect(await exit).toBe(0)
})

test('explains closing the window once, and the icon reopens it', { tag: '@linux' }, async ({
  desktop,
  start,
}) => {
  const first = await start()
  const tray = await waitForTray(desktop)
  await closeWindow(first)
  await expect.poll(() => isVisible(first)).toBe(false)
  await tray.click('Open Parallel Tray')
  await expect(notice(first.window)).toContainText('Closing the window only hides it')
  await notice(first.window).getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice(first.window)).toHaveCount(0)
  await first.close()

  const again = await start()
  const secondTray = await desktop.tray?.waitForItem({ nth: 1 })
  await closeWindow(again)
  await expect.poll(() => isVisible(again)).toBe(false)
  await secondTray?.activate()
  await expect.poll(() => isVisible(again)).toBe(true)
  await expect(again.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  await expect(notice(again.window)).toHaveCount(0)
})

test('does not rebuild the menu while its entries stay the same', { tag: '@linux' }, async ({
  platform,
  desktop,
  start,
}) => {
  const app = await start()
  const tray = await waitForTray(desktop)
  const bus = await connectBus(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '')
  await subscribe(bus, 'com.canonical.dbusmenu')
  let layoutUpdates = 0
  bus.on('message', ({ member }) => {
    if (member === 'LayoutUpdated') layoutUpdates += 1
  })
  const userCode = await startSignIn(app.window)
  await tray.waitForMenu((menu) => menuLines(menu).includes(`${userCode} – copy and open browser`))
  await expect.poll(() => layoutUpdates).toBeGreaterThan(0)
  await platform.control.waitForRequest({ body: 'device_code=', done: true })
  const before = layoutUpdates
  await platform.control.waitForRequest({ body: 'device_code=', done: true, count: 3 }, 10_000)
  expect(layoutUpdates).toBe(before)
  bus.disconnect()

  await tray.click('Cancel sign-in')
  await tray.waitForMenu((menu) => menuLines(menu).includes('Sign in'))
  await expect(app.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
})

test('registers the icon again after the panel restarts', { tag: '@linux' }, async ({ desktop, start }) => {
  const app = await start()
  await waitForTray(desktop)
  await closeWindow(app)
  await expect.poll(() => isVisible(app)).toBe(false)
  await desktop.tray?.disappear()
  await desktop.tray?.appear()
  const tray = await waitForTray(desktop)
  await tray.click('Open Parallel Tray')
  await expect.poll(() => isVisible(app)).toBe(true)
})

test('shows the window again that is closed after the panel has ended', { tag: '@linux' }, async ({
  desktop,
  start,
}) => {
  const app = await start()
  const tray = await waitForTray(desktop)
  // The first close asks for the panel, so that the app takes it for granted at the second one.
  await closeWindow(app)
  await expect.poll(() => isVisible(app)).toBe(false)
  await tray.activate()
  await expect.poll(() => isVisible(app)).toBe(true)
  await desktop.tray?.disappear()
  const shownAgain = app.electron.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => BrowserWindow.getAllWindows()[0]?.once('show', () => resolve())),
  )
  await closeWindow(app)
  await shownAgain
  await expect(notice(app.window)).toContainText('This desktop shows no tray')
  expect(await isVisible(app)).toBe(true)
})

test('shows an ampersand in a name literally', { tag: '@linux' }, async ({ platform, desktop, start }) => {
  const app = await start()
  const tray = await waitForTray(desktop)
  await signIn(app, platform, 'org_kestrel')
  await tray.waitForTooltip(/^Kestrel & Finch GmbH: pays by invoice$/)
  expect((await readMenuLines(tray))[0]).toBe('Kestrel & Finch GmbH: pays by invoice')
})

test('a tray click keeps a dialog with unsaved input open', { tag: '@linux' }, async ({
  platform,
  desktop,
  start,
}) => {
  const app = await start()
  await signIn(app, platform, undefined, ['Manage apps and keys'])
  const tray = await waitForTray(desktop)
  await tray.waitForTooltip(/^Halden Research: \$184\.20/)
  await openSection(app.window, 'Apps & keys')
  await app.window.getByRole('button', { name: 'New app' }).click()
  const name = app.window.getByRole('dialog').getByRole('textbox')
  await name.fill('half a na')
  await closeWindow(app)
  await expect.poll(() => isVisible(app)).toBe(false)
  await tray.click(/^Halden Research/)
  await expect.poll(() => isVisible(app)).toBe(true)
  await expect(name).toHaveValue('half a na')
  await app.window.keyboard.press('Escape')
  await expect(name).toBeHidden()
  // Commands arrive in order, so main knows now that there is no unsaved input.
  await stateOf(app)
  await tray.click(/^Halden Research/)
  await expect(app.window.locator('.figure')).toHaveText('$184.20')
})
