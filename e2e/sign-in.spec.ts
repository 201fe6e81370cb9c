/** Sign-ins that are denied, expire, are cancelled or are granted in part. */
import {
  expect,
  filesContaining,
  issuedSecrets,
  notice,
  openSection,
  readUserCode,
  startSignIn,
  test,
} from './app.ts'

test('shows a denial and starts again with a new code', { tag: '@linux' }, async ({
  platform,
  desktop,
  start,
  approvalPage,
}) => {
  const { window } = await start()
  const first = await startSignIn(window)
  await window.getByRole('button', { name: 'Open browser' }).click()
  await approvalPage.deny(await desktop.waitForOpenedUrl())
  await expect(window.getByRole('heading', { name: 'The request was denied' })).toBeVisible()
  await expect(window.getByRole('region', { name: 'Happening now' })).toContainText('You weren’t signed in')
  expect(platform.control.state().grants).toEqual([])

  await window.getByRole('button', { name: 'Get a new code' }).click()
  const userCode = await readUserCode(window)
  expect(userCode).not.toBe(first)
  platform.control.approve({ userCode })
  await expect(notice(window)).toContainText('Signed in to Halden Research')
  expect(platform.control.requests().filter(({ path }) => path.endsWith('/register'))).toHaveLength(1)
})

test.describe('a code with a lifetime of three seconds', () => {
  test.use({ platformOptions: { intervalSeconds: 1, deviceCodeLifetimeMs: 3000 } })

  test('expires, and is replaced only on request', async ({ platform, start }) => {
    const { window } = await start()
    const old = await startSignIn(window)
    await expect(window.getByRole('heading', { name: 'This code has expired' })).toBeVisible()
    await expect(window.getByText('It wasn’t approved within 3 seconds.')).toBeVisible()
    await expect(window.locator('.user-code.is-over')).toContainText(old)
    const codes = () => platform.control.requests().filter(({ path }) => path.endsWith('/device/code'))
    expect(codes()).toHaveLength(1)

    await window.getByRole('button', { name: 'Get a new code' }).click()
    const userCode = await readUserCode(window)
    platform.control.approve({ userCode })
    await expect(notice(window)).toContainText('Signed in to Halden Research')
    expect(codes()).toHaveLength(2)
    expect(platform.control.stats()).toMatchObject({ earlyPolls: 0, immediateFirstPolls: 0 })
  })
})

test('an approval after cancelling signs nothing in', async ({ platform, start }) => {
  const { window, userData } = await start()
  const old = await startSignIn(window)
  await platform.control.waitForRequest({ body: 'device_code=', done: true })
  await window.getByRole('button', { name: 'Cancel' }).click()
  await expect(window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  platform.control.approve({ userCode: old })
  platform.control.clearRequests()

  // After two polls with the second code, none with the first can still come.
  const userCode = await startSignIn(window)
  const [, second] = platform.control.secrets().deviceCodes
  const polls = await platform.control.waitForRequest({ body: 'device_code=', done: true, count: 2 })
  for (const { body } of polls) expect(body).toContain(second)
  expect(platform.control.state().grants).toEqual([])

  platform.control.approve({ userCode, orgId: 'org_brightwater' })
  await expect(notice(window)).toContainText('Signed in to Brightwater Labs')
  expect(platform.control.state().grants).toHaveLength(1)
  expect(filesContaining(userData, issuedSecrets(platform))).toEqual([])
})

test('revokes an approval that arrives after cancelling', async ({ platform, start }) => {
  const { window } = await start()
  const hold = platform.control.fault({ kind: 'hold', match: { body: 'device_code=' } })
  const userCode = await startSignIn(window)
  platform.control.approve({ userCode })
  await platform.control.waitForRequest({ body: 'device_code=' })
  await window.getByRole('button', { name: 'Cancel' }).click()
  await expect(window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  platform.control.release(hold)
  await platform.control.waitForRequest({ path: '/token/revoke', done: true })
  expect(platform.control.state().grants).toMatchObject([{ revoked: 'revoked by the client' }])
  await expect(window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
})

test('offers the permissions that were requested but not granted', async ({ platform, start }) => {
  const { window } = await start()
  await window.getByRole('checkbox', { name: 'Manage apps and keys' }).check()
  await window.getByRole('checkbox', { name: 'Add money' }).check()
  const userCode = await startSignIn(window)
  await expect(window.getByText('See balance and apps, manage apps and keys, add money')).toBeVisible()
  const [authorization] = platform.control.state().deviceAuthorizations
  expect(authorization?.scope).toHaveLength(8)
  platform.control.approve({ userCode, scope: 'keys:read apps:read balance:read' })
  await expect(notice(window)).toContainText('Signed in to Halden Research')
  await openSection(window, 'Session')
  const allowed = window.getByRole('listitem')
  await expect(allowed.filter({ hasText: 'See balance and apps' }).getByRole('button')).toHaveCount(0)
  for (const missing of ['Manage apps and keys', 'Add money']) {
    await expect(allowed.filter({ hasText: missing }).getByRole('button', { name: /^Allow/ })).toBeVisible()
  }
})

test('escapes markup and strips control and direction characters in a name', async ({ platform, start }) => {
  platform.control.setOrganisation('org_halden', {
    name: '<img src=x onerror="document.title=1">\u202Egro.live\u0007\n& <b>Sons</b>',
  })
  const { window } = await start()
  platform.control.approve({ userCode: await startSignIn(window) })
  const shown = '<img src=x onerror="document.title=1">gro.live & <b>Sons</b>'
  await expect(notice(window)).toContainText(`Signed in to ${shown}`)
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(shown)
  expect(await window.locator('img, b:has(> b)').count()).toBe(0)
  expect(await window.title()).toBe('Parallel Tray')
  const page = await window.content()
  for (const letter of ['\u202E', '\u0007']) expect(page).not.toContain(letter)
})
