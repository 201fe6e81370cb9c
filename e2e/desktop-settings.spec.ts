/** Settings that change the desktop: autostart, theme and global shortcut. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  appSystem,
  changeSettings,
  closeWindow,
  expect,
  isVisible,
  type RunningApp,
  signIn,
  stateOf,
  test,
  waitForExit,
} from './app.ts'
import { launchApp } from './desktop/launch.ts'

test('opens at login in the tray without a window when signed in', { tag: '@linux' }, async ({
  desktop,
  platform,
  start,
}) => {
  const first = await start()
  await signIn(first, platform)
  const entry = join(desktop.env.XDG_CONFIG_HOME ?? '', 'autostart/parallel-tray.desktop')
  expect(existsSync(entry)).toBe(false)
  expect(await changeSettings(first, { openAtLogin: true, startHidden: true })).toMatchObject({ ok: true })
  expect(readFileSync(entry, 'utf8')).toMatch(/^Exec="\/.*" "--hidden"$/m)
  await first.close()

  const { platformUrl, serviceApiUrl } = platform
  const hidden = await launchApp({ desktop, platformUrl, serviceApiUrl, args: ['--hidden'] })
  try {
    const tray = await desktop.tray?.waitForItem({ nth: 1 })
    await tray?.waitForTooltip(/\$184\.20/)
    // The balance was read after the start, so the app had time to open a window.
    await platform.control.waitForRequest({ path: '/balance', done: true, count: 2 })
    expect(hidden.electron.windows()).toEqual([])
    const opened = hidden.electron.waitForEvent('window')
    await tray?.click('Open Parallel Tray')
    const app: RunningApp = { ...hidden, window: await opened }
    await expect(app.window.locator('.figure')).toHaveText('$184.20')
    expect(await changeSettings(app, { openAtLogin: false })).toMatchObject({ ok: true })
    expect(existsSync(entry)).toBe(false)
  } finally {
    await hidden.close()
  }
})

test('--hidden opens the window when signed out', { tag: '@linux' }, async ({ start }) => {
  const { window } = await start({ args: ['--hidden'] })
  await expect(window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
})

test('records a shortcut with the letter that is printed on its key', async ({ start }) => {
  const app = await start()
  const { window: page } = app
  // The recorder asks the browser for the layout: the test runs with a US keyboard.
  const printed = await page.evaluate(async () => (await navigator.keyboard?.getLayoutMap())?.get('KeyZ'))
  expect(printed).toBe('z')
  await page.evaluate(() => window.parallelTray.command('view.show', { screen: 'settings' }))
  await page.getByRole('button', { name: 'Change the shortcut to open' }).click()
  await expect(page.getByRole('button', { name: 'Press the keys…' })).toBeFocused()
  await page.keyboard.press('Control+Alt+KeyZ')
  const modifiers = appSystem === 'darwin' ? ['⌃', '⌥'] : ['Ctrl', 'Alt']
  await expect(page.locator('.shortcut kbd')).toHaveText([...modifiers, 'Z'])
  expect((await stateOf(app)).settings).toMatchObject({ shortcut: 'Control+Alt+Z', shortcutCode: 'KeyZ' })
  expect(
    await app.electron.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Control+Alt+Z')),
  ).toBe(true)
})

test('applies theme and shortcut, and rejects an invalid shortcut without changing either', async ({
  start,
}) => {
  const app = await start()
  const appliedSettings = () =>
    app.electron.evaluate(({ nativeTheme, globalShortcut }) => ({
      theme: nativeTheme.themeSource,
      shortcut: globalShortcut.isRegistered('Control+Alt+P'),
    }))
  expect(await changeSettings(app, { theme: 'dark', shortcut: 'Control+Alt+P' })).toMatchObject({ ok: true })
  expect(await appliedSettings()).toEqual({ theme: 'dark', shortcut: true })
  expect(await changeSettings(app, { theme: 'light', shortcut: 'No such keys' })).toMatchObject({
    failure: { kind: 'invalid' },
  })
  expect(await appliedSettings()).toEqual({ theme: 'dark', shortcut: true })
})

test('closing the window quits the app when that is chosen', { tag: '@linux' }, async ({
  desktop,
  start,
}) => {
  const app = await start()
  await desktop.tray?.waitForItem()
  await changeSettings(app, { closeToTray: false })
  await expect.poll(() => isVisible(app)).toBe(true)
  const exit = waitForExit(app)
  await closeWindow(app)
  expect(await exit).toBe(0)
})
