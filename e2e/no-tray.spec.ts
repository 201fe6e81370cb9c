/** A desktop without a tray, like GNOME without the AppIndicator extension: the window is never hidden. */
import {
  appEnvironment,
  closeWindow,
  expect,
  isVisible,
  notice,
  openSection,
  runUntilExit,
  signIn,
  test,
} from './app.ts'
import { startTrayHost } from './desktop/tray.ts'

test.use({ desktopOptions: { trayHost: false } })

test('explains once that closing minimises the window, and works without a tray', { tag: '@linux' }, async ({
  platform,
  start,
}) => {
  const first = await start()
  await expect(notice(first.window)).toContainText('This desktop shows no tray')
  await expect(notice(first.window)).toContainText('Closing the window minimizes it.')
  // The test's display has no window manager, so the calls are observed instead of their effect.
  const reaction = first.electron.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        for (const window of BrowserWindow.getAllWindows()) {
          const minimise = window.minimize.bind(window)
          window.minimize = () => {
            minimise()
            resolve('minimised')
          }
          window.hide = () => resolve('hidden')
        }
      }),
  )
  await closeWindow(first)
  expect(await reaction).toBe('minimised')
  await signIn(first, platform)
  await expect(first.window.locator('.figure')).toHaveText('$184.20')
  await first.close()

  const again = await start()
  await expect(again.window.locator('.figure')).toHaveText('$184.20')
  await openSection(again.window, 'Session')
  await again.window.getByRole('button', { name: 'Sign out…' }).click()
  await expect(again.window.getByRole('dialog')).toBeVisible()
  await expect(notice(again.window)).toHaveCount(0)
})

test('finds a tray that starts later when the window is shown', { tag: '@linux' }, async ({
  desktop,
  platform,
  start,
}) => {
  const app = await start()
  await expect(notice(app.window)).toContainText('This desktop shows no tray')
  const host = await startTrayHost(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '')
  try {
    // A visible window emits `show` only after it was hidden.
    await app.electron.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.hide()
    })
    expect((await runUntilExit(appEnvironment(desktop, platform))).code).toBe(0)
    await expect.poll(() => isVisible(app)).toBe(true)
    const tray = await host.waitForItem()
    await tray.waitForTooltip(/not signed in/)
    await expect
      .poll(async () => {
        await closeWindow(app)
        return isVisible(app)
      })
      .toBe(false)
    await tray.activate()
    await expect.poll(() => isVisible(app)).toBe(true)
  } finally {
    // The app first: it still calls the tray host while it quits.
    await app.close()
    host.close()
  }
})
