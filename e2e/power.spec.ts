/** The machine sleeps and wakes, as logind tells it. */
import { expect, type RunningApp, signIn, test } from './app.ts'
import { startLogind } from './desktop/logind.ts'

const nightMs = 8 * 3600_000

/** Read through the main process: Chromium closes its connections before a sleep, and Playwright's with them. */
function shownBalance({ electron }: RunningApp): Promise<string> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      "document.querySelector('.figure').textContent",
    ),
  )
}

test('after a night nothing is lost, and what is shown is fresh', { tag: '@linux' }, async ({
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
      const suspended = new Promise<void>((settle) => powerMonitor.once('suspend', () => settle()))
      Object.assign(globalThis, { suspended })
    })
    logind.sleep()
    await app.electron.evaluate(() => Reflect.get(globalThis, 'suspended'))
    // The access token ran out meanwhile, and money was spent.
    platform.control.advanceClock(nightMs)
    await app.electron.evaluate((_electron, passedMs) => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + passedMs
    }, nightMs)
    platform.control.setOrganisation('org_halden', { creditBalanceCents: 11_250 })
    logind.wake()
    // Within five seconds, so that not everything is read at once.
    await expect.poll(() => shownBalance(app), { timeout: 10_000 }).toBe('$100.00')
    expect(platform.control.stats()).toMatchObject({ refreshes: 1, reusedRefreshTokens: 0 })
  } finally {
    await app.close()
    await logind.close()
  }
})
