/** Desktop notifications. */
import { closeWindow, expect, isVisible, notice, signIn, stateOf, test } from './app.ts'
import { startNotifications } from './desktop/notifications.ts'

test('notifies once that a new sign-in is needed, and a click shows the organisation', {
  tag: '@linux',
}, async ({ platform, desktop, start }) => {
  const server = await startNotifications(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '')
  try {
    const app = await start()
    const tray = await desktop.tray?.waitForItem()
    await signIn(app, platform)
    // Another screen than the one that the click opens.
    await app.window.evaluate(() => window.parallelTray.command('sign-in.show', {}))
    await closeWindow(app)
    await server.waitFor(/keeps running in the tray/)

    for (const { grantId } of platform.control.state().grants) platform.control.removeGrant(grantId)
    await tray?.click('Refresh now')
    const notification = await server.waitFor(/^Sign in to Halden Research again$/)
    expect(notification.body).toBe('Parallel ended this authorization. History, keys and settings are kept.')
    server.click(notification)
    await expect.poll(() => isVisible(app)).toBe(true)
    await expect(notice(app.window)).toContainText('Sign in to Halden Research again')
    expect((await stateOf(app)).view).toMatchObject({ screen: 'overview', organisationId: 'org_halden' })
    await app.close()

    const again = await start()
    await expect(notice(again.window)).toContainText('Sign in to Halden Research again')
    await closeWindow(again)
    await (await desktop.tray?.waitForItem({ nth: 1 }))?.waitForTooltip(/sign in again/)
    expect(server.shown.map(({ title }) => title)).toEqual([
      'Parallel Tray keeps running in the tray',
      'Sign in to Halden Research again',
    ])
  } finally {
    server.close()
  }
})
