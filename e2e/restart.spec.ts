/** Starts without a network, with expired tokens and without a keyring. */
import { readFileSync } from 'node:fs'
import { expect, grantFiles, notice, openSection, readUserCode, signIn, startSignIn, test } from './app.ts'

const hourMs = 3600_000

test('shows the last known balance and its age without a network', async ({ platform, start }) => {
  const first = await start()
  await signIn(first, platform)
  await first.close()

  platform.control.fault({ kind: 'drop' })
  const { window } = await start()
  await expect(window.locator('.figure')).toHaveText('$184.20')
  await expect(notice(window)).toContainText('Offline since')
  await expect(notice(window)).toContainText('Refreshes automatically when you’re back online.')
  await expect(window.getByText(/^as of .+, just now$/)).toBeVisible()

  platform.control.setOrganisation('org_halden', { creditBalanceCents: 19_450 })
  platform.control.clearFaults()
  await notice(window).getByRole('button', { name: 'Try now' }).click()
  await expect(window.locator('.figure')).toHaveText('$182.00')
  await expect(notice(window)).toHaveCount(0)
})

test('replaces an expired access token with one refresh', async ({ platform, start }) => {
  const first = await start()
  await signIn(first, platform)
  await first.close()
  platform.control.advanceClock(hourMs)

  platform.control.clearRequests()
  const second = await start()
  await platform.control.waitForRequest({ path: '/balance', done: true })
  await expect(second.window.locator('.figure')).toHaveText('$184.20')
  await expect(notice(second.window)).toHaveCount(0)
  expect(platform.control.stats()).toMatchObject({ refreshes: 1, reusedRefreshTokens: 0 })
  await second.close()

  // The new tokens were stored: the next start needs no refresh.
  platform.control.clearRequests()
  const third = await start()
  await expect(third.window.locator('.figure')).toHaveText('$184.20')
  await platform.control.waitForRequest({ path: '/balance', done: true })
  expect(platform.control.stats()).toMatchObject({ refreshes: 1, reusedRefreshTokens: 0 })
})

test('keeps encrypted tokens when the keyring is missing at start', { tag: '@linux' }, async ({
  platform,
  desktop,
  start,
}) => {
  const first = await start()
  await signIn(first, platform)
  await first.close()
  const [file = ''] = grantFiles(first)
  const stored = readFileSync(file)
  await desktop.stopKeyring()
  platform.control.clearRequests()

  const second = await start()
  await expect(notice(second.window)).toContainText('The keyring was locked')
  await expect(notice(second.window).getByRole('button', { name: 'Restart' })).toBeVisible()
  await expect(second.window.locator('.figure')).toHaveText('$184.20')
  expect(platform.control.requests()).toEqual([])
  // Signing in again first asks where to store the tokens, as there is no keyring.
  await notice(second.window).getByRole('button', { name: 'Sign in again' }).click()
  await expect(
    second.window.getByRole('heading', { name: 'Where should the sign-in be kept?' }),
  ).toBeVisible()
  await second.window.getByRole('button', { name: 'Cancel' }).click()
  await expect(second.window.locator('.figure')).toHaveText('$184.20')
  await second.close()
  expect(grantFiles(first)).toEqual([file])
  expect(readFileSync(file).equals(stored)).toBe(true)

  await desktop.startKeyring()
  const third = await start()
  await platform.control.waitForRequest({ path: '/balance', done: true })
  await expect(third.window.locator('.figure')).toHaveText('$184.20')
  await expect(notice(third.window)).toHaveCount(0)
  await openSection(third.window, 'Session')
  await expect(third.window.getByText('Tokens are encrypted')).toBeVisible()
})

test('offers to sign in again with one click after the server ended the grant', async ({
  platform,
  start,
}) => {
  const { window } = await start()
  await window.getByRole('checkbox', { name: 'Add money' }).check()
  const first = await startSignIn(window)
  platform.control.approve({ userCode: first })
  await expect(window.locator('.figure')).toHaveText('$184.20')
  const [grant] = platform.control.state().grants
  platform.control.revokeGrant(String(grant?.grantId))
  platform.control.advanceClock(hourMs)
  await window.getByRole('button', { name: 'Refresh now' }).click()
  await expect(notice(window)).toContainText('Sign in to Halden Research again')
  await expect(window.locator('.figure')).toHaveText('$184.20')

  await notice(window).getByRole('button', { name: 'Sign in again' }).click()
  const userCode = await readUserCode(window)
  await expect(window.getByText('See balance and apps, add money')).toBeVisible()
  platform.control.setOrganisation('org_halden', { creditBalanceCents: 11_250 })
  platform.control.approve({ userCode })
  await expect(window.locator('.figure')).toHaveText('$100.00')
  await window.getByRole('button', { name: 'Halden Research' }).first().click()
  await expect(window.getByRole('menuitemradio')).toHaveCount(1)
  await expect
    .poll(() => platform.control.state().grants.filter(({ revoked }) => revoked === null).length)
    .toBe(1)
})
