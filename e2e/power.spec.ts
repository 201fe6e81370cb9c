/** The machine sleeps and wakes, as logind tells it. */
import { expect, signIn, test } from './app.ts'
import { startLogind } from './desktop/logind.ts'

const nightMs = 8 * 3600_000

test('after a night nothing is lost, and what is shown is fresh', { tag: '@linux' }, async ({
  desktop,
  platform,
  start,
}) => {
  const logind = await startLogind(desktop.folder)
  try {
    const app = await start({ env: logind.env })
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
    await expect(app.window.locator('.figure')).toHaveText('$100.00', { timeout: 10_000 })
    expect(platform.control.stats()).toMatchObject({ refreshes: 1, reusedRefreshTokens: 0 })
  } finally {
    await logind.close()
  }
})
