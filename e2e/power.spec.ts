/** Suspend and resume, as announced by logind. */
import { expect, type RunningApp, signIn, test } from './app.ts'
import { startLogind } from './desktop/logind.ts'

const hourMs = 3600_000
const nightMs = 8 * hourMs

/** Reads through the main process: before a sleep Chromium closes its connections, also Playwright's to the page. */
function shownBalance({ electron }: RunningApp): Promise<string> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      "document.querySelector('.figure').textContent",
    ),
  )
}

test('shows a fresh balance after a night asleep, with one refresh', { tag: '@linux' }, async ({
  desktop,
  platform,
  start,
}) => {
  const logind = await startLogind(desktop.folder)
  const app = await start({ env: logind.env })
  try {
    await signIn(app, platform)
    await logind.waitForListener()
    await app.electron.evaluate(({ powerMonitor }) => {
      const suspended = new Promise<void>((resolve) => powerMonitor.once('suspend', () => resolve()))
      Object.assign(globalThis, { suspended })
    })
    logind.sleep()
    await app.electron.evaluate(() => Reflect.get(globalThis, 'suspended'))
    // Meanwhile the access token expired and the balance changed.
    platform.control.advanceClock(nightMs)
    await app.electron.evaluate((_electron, passedMs) => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + passedMs
    }, nightMs)
    platform.control.setOrganisation('org_halden', { creditBalanceCents: 11_250 })
    logind.wake()
    // The app spreads its reads over the five seconds after a resume.
    await expect.poll(() => shownBalance(app), { timeout: 10_000 }).toBe('$100.00')
    expect(platform.control.stats()).toMatchObject({ refreshes: 1, reusedRefreshTokens: 0 })
  } finally {
    await app.close()
    await logind.close()
  }
})

test('reads again once the user is back at the window, though the system never said that the screen was unlocked', async ({
  platform,
  start,
}) => {
  const app = await start()
  await signIn(app, platform)
  await app.electron.evaluate(({ powerMonitor }, passedMs) => {
    powerMonitor.emit('lock-screen')
    const now = Date.now.bind(Date)
    Date.now = () => now() + passedMs
  }, hourMs)
  platform.control.setOrganisation('org_halden', { creditBalanceCents: 11_250 })
  // Playwright's key presses bypass the main process.
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'A' }),
  )
  await expect.poll(() => shownBalance(app), { timeout: 10_000 }).toBe('$100.00')
})
