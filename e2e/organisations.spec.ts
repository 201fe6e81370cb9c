/** Several organisations, invoiced organisations, and signing out of them. */
import { expect, grantFiles, notice, openSection, signIn, startSignIn, stateOf, test } from './app.ts'

test('keeps the sign-ins of two organisations apart', async ({ platform, start }) => {
  const app = await start()
  const { window } = app
  await signIn(app, platform)
  const organisationButton = (name: string) => window.getByRole('banner').getByRole('button', { name })
  await organisationButton('Halden Research').click()
  await window.getByRole('menuitem', { name: 'Add an organization…' }).click()
  await expect(window.getByRole('heading', { name: 'Add an organization' })).toBeVisible()
  const userCode = await startSignIn(window)
  platform.control.approve({ userCode, orgId: 'org_brightwater' })
  await expect(notice(window)).toContainText('Signed in to Brightwater Labs')
  await expect(window.locator('.figure')).toHaveText('$6.35')

  await organisationButton('Brightwater Labs').click()
  await window.getByRole('menuitemradio', { name: 'Halden Research' }).click()
  await expect(window.locator('.figure')).toHaveText('$184.20')

  // A grant that ends in one organisation doesn't affect the other.
  const [halden] = platform.control.state().grants
  platform.control.removeGrant(String(halden?.grantId))
  await window.getByRole('button', { name: 'Refresh now' }).click()
  await expect(notice(window)).toContainText('Sign in to Halden Research again')
  await organisationButton('Halden Research').click()
  await window.getByRole('menuitemradio', { name: 'Brightwater Labs' }).click()
  await expect(window.locator('.figure')).toHaveText('$6.35')
  await window.getByRole('button', { name: 'Refresh now' }).click()
  await expect.poll(async () => (await stateOf(app)).organisations[1]?.session.kind).toBe('active')
  expect(grantFiles(app)).toHaveLength(2)

  await openSection(window, 'Session')
  await window.getByRole('button', { name: 'Sign out…' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(organisationButton('Halden Research')).toBeVisible()
  await expect.poll(() => grantFiles(app).length).toBe(1)
})

test('shows no amounts for an organisation that pays by invoice', async ({ platform, start }) => {
  const app = await start()
  await signIn(app, platform, 'org_kestrel')
  const { window } = app
  await expect(window.getByRole('heading', { name: 'Pays by invoice' })).toBeVisible()
  await expect(window.getByText('Parallel sends Kestrel & Finch GmbH an invoice')).toBeVisible()
  await expect(window.locator('body')).not.toContainText('$')
  expect((await stateOf(app)).organisations[0]?.balance).toMatchObject({ invoiced: true })
})

test('distinguishes a negative credit from holds that exceed the credit', async ({ platform, start }) => {
  platform.control.setOrganisation('org_halden', { creditBalanceCents: 1000, pendingDebitCents: 1250.5 })
  const app = await start()
  await signIn(app, platform)
  const { window } = app
  await expect(window.locator('.figure')).toHaveText('−$2.51')
  await expect(window.getByText('Below zero: more is held than the credit covers')).toBeVisible()
  platform.control.setOrganisation('org_halden', { creditBalanceCents: -300, pendingDebitCents: 0 })
  await window.getByRole('button', { name: 'Refresh now' }).click()
  await expect(window.locator('.figure')).toHaveText('−$3.00')
  await expect(window.getByText('Your credit is below zero.')).toBeVisible()
})

test('revokes the token after a restart when the server was unreachable at sign-out', async ({
  platform,
  start,
}) => {
  const first = await start()
  await signIn(first, platform)
  platform.control.fault({ kind: 'drop' })
  await openSection(first.window, 'Session')
  await first.window.getByRole('button', { name: 'Sign out…' }).click()
  await first.window.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(first.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  await expect(first.window.getByText('Halden Research: signed out here')).toBeVisible()
  expect(platform.control.state().grants).toMatchObject([{ revoked: null }])
  await first.close()
  expect(grantFiles(first)).toHaveLength(1)

  const again = await start()
  await expect(again.window.getByText('Halden Research: signed out here')).toBeVisible()
  await again.close()
  platform.control.clearFaults()
  const third = await start()
  await expect(third.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  await expect
    .poll(() => platform.control.state().grants)
    .toMatchObject([{ revoked: 'revoked by the client' }])
  await expect(third.window.getByText('signed out here')).toHaveCount(0)
  await expect.poll(() => grantFiles(third)).toEqual([])
})
