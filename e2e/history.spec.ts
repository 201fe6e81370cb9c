/** The balance history: chart, table, exports and alerts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandArguments } from '../preload/contract/index.ts'
import {
  closeWindow,
  expect,
  isVisible,
  notice,
  openSection,
  type RunningApp,
  signIn,
  stateOf,
  stubFileDialogs,
  test,
} from './app.ts'
import { startNotifications } from './desktop/notifications.ts'
import type { Platform } from './platform/platform.ts'

const organisationId = 'org_halden'

/** Changes the balance on the server and refreshes it in the app. */
async function readBalance(
  app: RunningApp,
  { control }: Platform,
  creditBalanceCents: number,
): Promise<void> {
  control.setOrganisation(organisationId, { creditBalanceCents, pendingDebitCents: 0 })
  await app.window.evaluate(
    (id) => window.parallelTray.command('organisation.refresh', { organisationId: id }),
    organisationId,
  )
  await expect
    .poll(async () => (await stateOf(app)).organisations[0]?.balance?.spendableCents)
    .toBe(creditBalanceCents)
}

function changeLimits({ window: page }: RunningApp, change: CommandArguments<'limits.change'>['change']) {
  return page.evaluate((args) => window.parallelTray.command('limits.change', args), {
    organisationId,
    change,
  })
}

test('shows the history as a keyboard-accessible chart and a table, and exports it', async ({
  platform,
  desktop,
  start,
}) => {
  let app = await start()
  await signIn(app, platform)
  await openSection(app.window, 'Activity')
  await expect(app.window.getByRole('heading', { name: 'The chart starts here' })).toBeVisible()
  for (const cents of [18_000, 17_000.5, 22_000.5]) await readBalance(app, platform, cents)
  // The history survives a restart, and the start adds a reading.
  await app.close()
  platform.control.setOrganisation(organisationId, { creditBalanceCents: 21_000 })
  app = await start()
  await openSection(app.window, 'Activity')
  const chart = app.window.getByRole('slider')
  await expect(chart).toHaveAttribute('aria-valuetext', /^\$210\.00, /)
  await chart.focus()
  await app.window.keyboard.press('ArrowLeft')
  await expect(chart).toHaveAttribute('aria-valuetext', /^\$220\.01, /)
  await expect(app.window.locator('.readout')).toContainText('$220.01')
  await app.window.keyboard.press('Home')
  await expect(chart).toHaveAttribute('aria-valuetext', /^\$184\.20, .*, \$12\.50 held$/)
  await expect(app.window.locator('.mark-up')).toHaveText('+$50.00 elsewhere')

  await app.window.getByRole('radio', { name: 'Table' }).focus()
  await app.window.keyboard.press('Space')
  await expect(chart).toHaveCount(0)
  const todayRow = app.window.getByRole('row', { name: /^Today/ })
  await expect(todayRow.getByRole('cell')).toHaveText(['$36.70', '+$50.00', '$210.00'])

  const csv = join(desktop.folder, 'halden.csv')
  await stubFileDialogs(app, csv)
  await app.window.getByRole('button', { name: 'Export CSV…' }).click()
  await expect(app.window.getByText('Saved as halden.csv')).toBeVisible()
  const [header, ...rows] = readFileSync(csv, 'utf8').trimEnd().split('\r\n')
  expect(header).toBe('\uFEFForganisation,time,epoch_ms,kind,credit_usd,held_usd,spendable_usd,added_usd')
  expect(rows.map((row) => row.split(',').slice(3).join())).toEqual([
    'reading,196.70,12.50,184.20,',
    'reading,180.00,0.00,180.00,',
    'reading,170.005,0.00,170.005,',
    'elsewhere,,,,50.00',
    'reading,220.005,0.00,220.005,',
    'reading,210.00,0.00,210.00,',
  ])
  const json = join(desktop.folder, 'halden.json')
  await stubFileDialogs(app, json)
  await app.window.getByRole('button', { name: 'Export JSON…' }).click()
  await expect(app.window.getByText('Saved as halden.json')).toBeVisible()
  expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
    readings: [{ creditCents: 19_670 }, {}, {}, {}, { spendableCents: 21_000 }],
    added: [{ cents: 5000, here: false }],
  })
})

test('notifies once of a low balance and of fast spending, and not while snoozed', {
  tag: '@linux',
}, async ({ platform, desktop, start }) => {
  const server = await startNotifications(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '')
  try {
    const app = await start()
    const tray = await desktop.tray?.waitForItem()
    await signIn(app, platform)
    await changeLimits(app, { spendableBelowCents: 10_000, spentWithinHourCents: 50_000 })
    await app.window.evaluate((id) => {
      void window.parallelTray.command('organisation.dismiss-arrival', { organisationId: id })
    }, organisationId)
    const normalIcon = (await tray?.properties())?.iconHash
    await closeWindow(app)
    await expect.poll(() => isVisible(app)).toBe(false)
    const titles = () => server.shown.map(({ title }) => title).filter((title) => /Halden/.test(title))

    await readBalance(app, platform, 9_500)
    const low = await server.waitFor(/Halden Research: \$95\.00 spendable/)
    expect(low.body).toBe('That’s below the $100.00 you set.')
    await tray?.waitForTooltip(/\$95\.00/)
    await expect.poll(async () => (await tray?.properties())?.iconHash).not.toBe(normalIcon)
    // Falling further, and crossing the limit by a little, notifies no more.
    for (const cents of [9_000, 10_050, 9_900]) await readBalance(app, platform, cents)
    server.click(low)
    await expect.poll(() => isVisible(app)).toBe(true)
    await expect(notice(app.window)).toContainText('Low balance')
    await expect(notice(app.window)).toContainText('Below the $100.00 you set.')
    expect(titles()).toHaveLength(1)

    const notToday = app.window.getByRole('button', { name: 'Mute today' })
    await notToday.click()
    await expect(notice(app.window)).not.toContainText('Low balance')
    await app.window.getByRole('button', { name: 'Undo' }).click()
    await expect(notice(app.window)).toContainText('Low balance')
    await notToday.click()
    await expect.poll(async () => (await stateOf(app)).organisations[0]?.snoozedUntil).toBeGreaterThan(0)
    await closeWindow(app)
    await expect.poll(() => isVisible(app)).toBe(false)
    // Fast spending in a snoozed organisation: the notification comes once it is no longer snoozed.
    await changeLimits(app, { spentWithinHourCents: 2_000 })
    await readBalance(app, platform, 4_000)
    await expect
      .poll(async () => (await stateOf(app)).organisations[0]?.alerts.map(({ kind }) => kind))
      .toEqual(['spending', 'spendable'])
    expect(titles()).toHaveLength(1)
    await app.window.evaluate((id) => {
      void window.parallelTray.command('organisation.snooze', { organisationId: id, snoozed: false })
    }, organisationId)
    const fast = await server.waitFor(/Halden Research: spending fast/)
    expect(fast.body).toBe('Over $20.00 was spent in the last hour. $40.00 spendable.')
    expect(titles()).toHaveLength(2)
  } finally {
    server.close()
  }
})
