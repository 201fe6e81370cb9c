/** All organisations at once: what runs out first, by keyboard alone. */
import { expect, notice, readUserCode, signIn, sleepFor, startSignIn, stateOf, test } from './app.ts'

const hourMs = 3_600_000

test('finds the organisation that runs out first and tops it up in five keys', async ({
  platform,
  start,
}) => {
  const app = await start()
  const { window: page } = app
  const { control } = platform
  const first = { org_okafor: 20_000, org_halden: 20_000, org_brightwater: 8100 }
  for (const [index, [id, creditBalanceCents]] of Object.entries(first).entries()) {
    control.setOrganisation(id, { creditBalanceCents, pendingDebitCents: 0 })
    if (index === 0) await signIn(app, platform, id, ['Add money'])
    else {
      await page.evaluate(() => window.parallelTray.command('sign-in.show', {}))
      await expect(page.getByRole('heading', { name: 'Add an organization' })).toBeVisible()
      const userCode = await startSignIn(page, ['Add money'])
      control.approve({ userCode, orgId: id })
      await expect.poll(async () => (await stateOf(app)).organisations.length).toBe(index + 1)
    }
    await expect
      .poll(async () => (await stateOf(app)).organisations[index]?.balance?.spendableCents)
      .toBe(creditBalanceCents)
  }
  // Two days of spending: Halden Research has the least days, though not the least money.
  const spendable = {
    org_okafor: [19_900, 19_800],
    org_halden: [15_000, 9000],
    org_brightwater: [8050, 8000],
  }
  for (const step of [0, 1]) {
    for (const [id, credits] of Object.entries(spendable))
      control.setOrganisation(id, { creditBalanceCents: credits[step] ?? 0 })
    await sleepFor(app, 24 * hourMs)
    await page.evaluate(() => window.parallelTray.command('organisations.refresh', {}))
    await expect
      .poll(async () => (await stateOf(app)).organisations.map(({ balance }) => balance?.spendableCents))
      .toEqual(Object.values(spendable).map((credits) => credits[step]))
  }

  const press = async (key: string) => page.keyboard.press(key)
  await press('ControlOrMeta+0')
  await expect(page.getByRole('table', { name: 'All organizations' })).toBeVisible()
  await expect(page.locator('.figure')).toHaveText('$368.00')
  await expect(page.getByText('All 3 counted')).toBeVisible()

  await press('ArrowDown')
  await expect(page.locator('.row-open:focus')).toHaveText('Halden Research')
  await press('ControlOrMeta+t')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: 'Top up Halden Research' })).toBeVisible()
  await press('Enter')
  const charge = dialog.getByRole('button', { name: /^Charge \$50\.00/ })
  await expect(charge).toBeVisible()
  await press('Tab')
  await expect(charge).toBeFocused()
  await press('Enter')
  await expect(dialog.getByRole('heading', { name: /\$50\.00 added/ })).toBeVisible()
  expect(control.state().organisations.find(({ orgId }) => orgId === 'org_halden')?.creditBalanceCents).toBe(
    14_000,
  )

  await press('Escape')
  await expect(page.locator('.row-open:focus')).toHaveText('Halden Research')
  await expect(page.locator('.figure')).toHaveText('$418.00')
})

test('sorts the table, opens a row, and finds an organisation by typing', async ({ platform, start }) => {
  const app = await start()
  const { window: page } = app
  await signIn(app, platform)
  await expect(page.getByRole('button', { name: /^All organizations/ })).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+0')
  await expect(page.getByRole('heading', { level: 1, name: 'Halden Research' })).toBeAttached()
  await page.evaluate(() => window.parallelTray.command('sign-in.show', {}))
  await page.getByRole('button', { name: 'Get a code' }).click()
  platform.control.approve({ userCode: await readUserCode(page), orgId: 'org_brightwater' })
  await expect(notice(page)).toContainText('Signed in to Brightwater Labs')

  await page.getByRole('banner').getByRole('button', { name: 'Brightwater Labs' }).click()
  await page.getByRole('menuitemradio', { name: /^All organizations/ }).click()
  const rows = page.getByRole('rowheader')
  const head = (name: string) => page.getByRole('columnheader', { name })
  await page.getByRole('button', { name: 'Organization', exact: true }).click()
  await expect(head('Organization')).toHaveAttribute('aria-sort', 'ascending')
  await expect(rows).toHaveText(['Brightwater Labs', 'Halden Research'])
  await page.getByRole('button', { name: 'Spendable', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Spendable', exact: true }).press('Enter')
  await expect(head('Organization')).not.toHaveAttribute('aria-sort')
  await expect(head('Spendable')).toHaveAttribute('aria-sort', 'descending')
  await expect(rows).toHaveText(['Halden Research', 'Brightwater Labs'])
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Brightwater Labs' })).toBeFocused()
})
