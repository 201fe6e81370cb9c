/** Without stored secrets no keyring is called: the reason why the fuse for cookie encryption is off. */
import { test as base, expect, startSignIn } from '../app.ts'
import { type KeyringCalls, monitorKeyringCalls } from '../desktop/keyring-calls.ts'
import { withPackagedApp } from './packaged-app.ts'

const test = withPackagedApp(base).extend<{ readonly keyring: KeyringCalls }>({
  keyring: async ({ desktop }, use) => {
    const calls = await monitorKeyringCalls(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '')
    await use(calls)
    calls.end()
  },
})

test('calls the keyring only once there is something to store', { tag: '@linux' }, async ({
  platform,
  keyring,
  packaged,
}) => {
  const first = await packaged()
  await expect(first.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()

  expect(await first.quit()).toBe(0)
  expect(await keyring.all()).toEqual([])

  const second = await packaged()
  platform.control.approve({ userCode: await startSignIn(second.window), orgId: 'org_halden' })
  await expect(second.window.locator('.figure')).toHaveText('$184.20')
  expect(await keyring.all()).not.toEqual([])
  expect(await second.quit()).toBe(0)
})
