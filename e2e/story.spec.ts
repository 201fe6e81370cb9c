/** The main flow end to end: sign in, approve in a browser, read the balance, restart, sign out. */
import { expect, filesContaining, filesIn, openSection, startSignIn, test } from './app.ts'

test.use({ platformOptions: { intervalSeconds: 1 } })

test('signs in, shows the balance, restarts signed in, and signs out', { tag: '@linux' }, async ({
  platform,
  desktop,
  start,
  approvalPage,
}) => {
  const first = await start()
  const { window } = first
  const tray = await desktop.tray?.waitForItem()
  expect(platform.control.requests()).toEqual([])

  const userCode = await startSignIn(window)
  await window.getByRole('button', { name: 'Open browser' }).click()
  const address = await desktop.waitForOpenedUrl()
  expect(address).toContain(userCode)
  await approvalPage.approve(address, 'Halden Research')

  await expect(window.getByRole('region', { name: 'Notice' })).toContainText('Signed in to Halden Research')
  await expect(window.locator('.figure')).toHaveText('$184.20')
  await tray?.waitForTooltip(/Halden Research: \$184\.20/)
  expect(platform.control.stats()).toMatchObject({ earlyPolls: 0, immediateFirstPolls: 0 })

  const { accessTokens, refreshTokens, deviceCodes } = platform.control.secrets()
  const secrets = [...accessTokens, ...refreshTokens, ...deviceCodes]
  expect(secrets.length).toBeGreaterThanOrEqual(3)
  await first.close()
  expect(filesIn(first.userData).length).toBeGreaterThan(3)
  expect(filesContaining(desktop.folder, secrets)).toEqual([])

  platform.control.clearRequests()
  const again = await start()
  await expect(again.window.locator('.figure')).toHaveText('$184.20')
  await expect(again.window.getByText('Halden Research').first()).toBeVisible()
  expect(platform.control.requests().every(({ path }) => path.includes('/balance'))).toBe(true)

  await openSection(again.window, 'Session')
  await again.window.getByRole('button', { name: 'Sign out…' }).click()
  await again.window.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(again.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  await expect(() => expect(platform.control.state().grants.every((one) => one.revoked)).toBe(true)).toPass()
  const documents = filesIn(again.userData).filter((path) => path.endsWith('/grant.json'))
  expect(documents).toEqual([])
})
