/** Desktop notifications. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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
    expect(notification.body).toBe('Parallel ended this authorization. History, keys, and settings are kept.')
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

test('hides the window at once, and answers, while the notification service hangs', {
  tag: '@linux',
}, async ({ desktop, start }) => {
  const server = await startNotifications(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '', { hangs: true })
  try {
    const app = await start()
    const tray = await desktop.tray?.waitForItem()
    await closeWindow(app)
    const closedAt = performance.now()
    await expect.poll(() => isVisible(app)).toBe(false)
    // The service is asked for two seconds before the notification is given up.
    await expect
      .poll(() => readFileSync(join(app.userData, 'logs/main.log'), 'utf8'), { timeout: 10_000 })
      .toContain('notification not shown')
    await tray?.activate()
    await expect.poll(() => isVisible(app)).toBe(true)
    // Electron itself would wait for 25 seconds at each of its calls.
    expect(performance.now() - closedAt).toBeLessThan(10_000)
  } finally {
    server.close()
  }
})
