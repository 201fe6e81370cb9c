/** Top-ups: charged once for each confirmation, with the outcome shown as known. */
import {
  crashWindow,
  expect,
  grantFiles,
  isVisible,
  kill,
  notice,
  openSection,
  pressMessageBoxButton,
  type RunningApp,
  readUserCode,
  signIn,
  stateOf,
  stubMessageBox,
  test,
  wake,
} from './app.ts'
import type { Platform } from './platform/platform.ts'

const addPath = '/balance/add'
const topUpOf = async (app: RunningApp) => (await stateOf(app)).organisations[0]?.topUp

test('charges once for each confirmed top-up, through a renderer crash and a lost response', {
  tag: '@linux',
}, async ({ platform, desktop, start }) => {
  const { control } = platform
  let app = await start()
  const tray = await desktop.tray?.waitForItem()
  await signIn(app, platform, 'org_halden', ['Add money'])

  const dialog = () => app.window.getByRole('dialog')
  const button = (name: string) => dialog().getByRole('button', { name, exact: true })
  const heading = (name: string) => dialog().getByRole('heading', { name })
  await app.window.getByRole('button', { name: 'Top up…' }).click()
  await expect(heading('Top up Halden Research')).toBeVisible()
  await expect(dialog().getByRole('radio', { name: '$50' })).toBeFocused()
  await dialog().getByRole('textbox').fill('100.01')
  await expect(dialog()).toContainText('The maximum is $100.00 at a time.')
  await button('Continue').press('Enter')
  await expect(heading('Charge')).toHaveCount(0)
  await dialog().getByRole('textbox').fill('')
  await button('Continue').click()
  await expect(heading('Charge $50.00 now?')).toBeVisible()
  await expect(dialog()).toContainText('about $234.20')

  // A double click, a renderer crash and Escape charge no second time and don't close the dialog.
  const held = control.fault({ kind: 'hold', match: { path: addPath } })
  await button('Charge $50.00').dblclick()
  await expect(heading('Charging $50.00…')).toBeVisible()
  app = await crashWindow(app)
  await expect(heading('Charging $50.00…')).toBeVisible()
  await app.window.keyboard.press('Escape')
  await app.window.keyboard.press('Escape')
  await expect(heading('Charging $50.00…')).toBeVisible()
  control.clearFaults(held)
  await expect(heading('$50.00 added')).toBeVisible()
  await expect(dialog()).toContainText('$234.20')
  await button('Done').click()
  await expect(dialog()).toHaveCount(0)
  expect(control.state().charges).toMatchObject([{ amountCents: 5000, status: 200 }])
  await expect(app.window.locator('.figure')).toHaveText('$234.20')
  await tray?.waitForTooltip(/Halden Research: \$234\.20/)
  await openSection(app.window, 'Activity')
  const rise = app.window.locator('.mark-up')
  await expect(rise).toHaveText('+$50.00')
  await expect(rise).not.toHaveClass(/elsewhere/)
  await openSection(app.window, 'Overview')

  control.setOrganisation('org_halden', { cardDeclines: true })
  const charge = async (offered: string, amount: string) => {
    await app.window.getByRole('button', { name: 'Top up…' }).click()
    await dialog().getByText(offered, { exact: true }).click()
    await button('Continue').click()
    await button(`Charge ${amount}`).click()
  }
  await charge('$10', '$10.00')
  await expect(heading('The card was declined')).toBeVisible()
  await expect(dialog()).toContainText('Nothing was charged.')
  await button('Open billing').click()
  expect(await desktop.waitForOpenedUrl()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/settings/)
  await button('Close').click()
  await expect(dialog()).toHaveCount(0)
  await expect(app.window.locator('.figure')).toHaveText('$234.20')

  control.setOrganisation('org_halden', { cardDeclines: false })
  control.clearRequests()
  control.fault({ kind: 'drop-after', match: { path: addPath }, times: 1 })
  await charge('$25', '$25.00')
  await expect(heading('$25.00: charge not confirmed yet')).toBeVisible()
  await button('Close').click()
  await expect(app.window.getByRole('button', { name: 'Top up…' })).toHaveAttribute('aria-disabled', 'true')
  await wake(app)
  await expect(app.window.getByText(/\$25\.00 added at/)).toBeVisible()
  await expect(app.window.locator('.figure')).toHaveText('$259.20')
  expect(chargedAmounts(platform)).toEqual([5000, 2500])
  expect(control.stats().replayedCharges).toBe(1)
  expect(new Set(sentIdempotencyKeys(platform)).size).toBe(1)
  await app.window.getByRole('button', { name: 'Details' }).click()
  await button('Done').click()

  // The daily limit counts the top-ups of this app.
  await app.window.evaluate(() =>
    window.parallelTray.command('limits.change', {
      organisationId: 'org_halden',
      change: { topUpPerDayCents: 10_000 },
    }),
  )
  await app.window.getByRole('button', { name: 'Top up…' }).click()
  await expect(dialog()).toContainText('$25.00 left of today’s limit.')
  await expect(dialog().getByRole('radio', { name: '$25' })).toBeChecked()
  await dialog().getByText('$50', { exact: true }).click()
  await expect(dialog()).toContainText('Your daily limit leaves $25.00 for today.')
  await button('Continue').press('Enter')

  // Over the user's own limit a click isn't enough: main asks, and Cancel charges nothing.
  const refused = stubMessageBox(app)
  await button('Charge $50.00').click()
  expect(await refused).toEqual({
    message: 'Charge $50.00 to the card for Halden Research, over your daily limit?',
    detail: 'Your limit is $100.00 a day. You can’t undo this here.',
  })
  await pressMessageBoxButton(app, 0)
  await expect(button('Charge $50.00')).not.toHaveAttribute('aria-disabled', 'true')
  expect(chargedAmounts(platform)).toEqual([5000, 2500])
})

test('a compromised page charges nothing by itself', { tag: '@linux' }, async ({ platform, start }) => {
  const app = await start()
  await signIn(app, platform, 'org_halden', ['Add money'])
  /** What a compromised page can do: send commands, and create events. */
  const attack = () =>
    app.window.evaluate(async () => {
      const { command } = window.parallelTray
      const organisationId = 'org_halden'
      const kinds: string[] = []
      for (const _ of Array.from({ length: 10 })) {
        document.body.click()
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
        await command('limits.change', { organisationId, change: { topUpPerDayCents: null } })
        const answer = await command('top-up.start', { organisationId, amountCents: 10_000 })
        kinds.push(answer.ok ? 'ok' : answer.failure.kind)
        await command('top-up.dismiss', { organisationId })
      }
      return [...new Set(kinds)]
    })

  // The last real click is too old.
  await app.electron.evaluate(({ dialog }) => {
    const elapsed = performance.now.bind(performance)
    performance.now = () => elapsed() + 6000
    Object.assign(globalThis, { asked: [] })
    dialog.showMessageBox = (async (...args: readonly unknown[]) => {
      Reflect.get(globalThis, 'asked').push((args.at(-1) as { message: string }).message)
      return { response: 0, checkboxChecked: false }
    }) as unknown as typeof dialog.showMessageBox
  })
  expect(await attack()).toEqual(['cancelled'])
  expect(await app.electron.evaluate(() => Reflect.get(globalThis, 'asked'))).toEqual([
    'Remove the daily limit for Halden Research?',
  ])

  await app.electron.evaluate(({ BrowserWindow, dialog }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide()
    // Would agree to everything.
    dialog.showMessageBox = (async () => ({
      response: 1,
      checkboxChecked: false,
    })) as unknown as typeof dialog.showMessageBox
  })
  await expect.poll(() => isVisible(app)).toBe(false)
  expect(await attack()).toEqual(['cancelled'])
  expect(platform.control.requests().filter(({ path }) => path.endsWith(addPath))).toEqual([])
  expect(platform.control.state().charges).toEqual([])
})

test('asks for the outcome only on request after being killed, and charges once', {
  tag: '@linux',
}, async ({ platform, desktop, start }) => {
  const { control } = platform
  const first = await start()
  await signIn(first, platform, 'org_halden', ['Add money'])
  control.fault({ kind: 'drop-after', match: { path: addPath } })
  const dialogOf = ({ window }: RunningApp) => window.getByRole('dialog')
  await first.window.getByRole('button', { name: 'Top up…' }).click()
  await dialogOf(first).getByRole('button', { name: 'Continue' }).click()
  await dialogOf(first).getByRole('button', { name: 'Charge $50.00' }).click()
  await expect(dialogOf(first)).toContainText('$50.00: charge not confirmed yet')
  await kill(first)
  control.clearFaults()
  control.clearRequests()

  const again = await start()
  await expect(again.window.getByText('charge not confirmed.')).toBeVisible()
  await expect(again.window.locator('.figure')).toHaveText('$234.20')
  await wake(again)
  await again.window.getByRole('button', { name: 'Details' }).click()
  await expect(dialogOf(again)).toContainText(
    'Parallel Tray quit, or you signed out, before the answer arrived.',
  )
  expect(sentIdempotencyKeys(platform)).toEqual([])
  await dialogOf(again).getByRole('button', { name: 'Retry $50.00' }).click()
  await expect(dialogOf(again).getByRole('heading', { name: '$50.00 added' })).toBeVisible()
  expect(chargedAmounts(platform)).toEqual([5000])

  // The outcome stays across restarts until the user dismisses it with Done.
  await again.close()
  const third = await start()
  await expect(third.window.getByText(/\$50\.00 added at/)).toBeVisible()
  await third.window.getByRole('button', { name: 'Details' }).click()
  await dialogOf(third).getByRole('button', { name: 'Done' }).click()
  await expect.poll(() => topUpOf(third)).toEqual({ kind: 'none' })

  // Quitting while a top-up is in flight asks for confirmation.
  const held = control.fault({ kind: 'hold', match: { path: addPath } })
  await third.window.getByRole('button', { name: 'Top up…' }).click()
  await dialogOf(third).getByRole('button', { name: 'Continue' }).click()
  await dialogOf(third).getByRole('button', { name: 'Charge $50.00' }).click()
  await expect(dialogOf(third)).toContainText('Charging $50.00…')
  await (await desktop.tray?.waitForItem({ nth: 2 }))?.click('Quit Parallel Tray')
  await expect(dialogOf(third)).toContainText('The $50.00 charge isn’t confirmed yet.')
  await dialogOf(third).getByRole('button', { name: 'Go back' }).click()
  control.clearFaults(held)
  await expect.poll(() => chargedAmounts(platform)).toEqual([5000, 5000])
})

test('a new sign-in adds the permission to add money', async ({ platform, start }) => {
  const { control } = platform
  const app = await start()
  await signIn(app, platform)
  const { window: page } = app
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Top up…' }).click()
  await expect(dialog).toContainText('Let Parallel Tray add money to Halden Research?')
  await dialog.getByRole('button', { name: 'Sign in again' }).click()
  control.approve({ userCode: await readUserCode(page) })
  await expect(notice(page)).toContainText('Signed in to Halden Research')
  await page.getByRole('button', { name: 'Top up…' }).click()
  await expect(dialog).toContainText('Top up Halden Research')
  await expect
    .poll(() => control.state().grants)
    .toMatchObject([
      { orgId: 'org_halden', revoked: 'revoked by the client' },
      { orgId: 'org_halden', revoked: null, scope: expect.arrayContaining(['balance:read', 'balance:add']) },
    ])
  expect(control.state().grants[1]?.scope).not.toContain('keys:create')
  expect(grantFiles(app)).toHaveLength(1)

  // The organisation switches to invoices while the dialog is open.
  control.setOrganisation('org_halden', { willInvoice: true })
  await page.evaluate(() =>
    window.parallelTray.command('organisation.refresh', { organisationId: 'org_halden' }),
  )
  await expect(dialog).toContainText('There’s nothing to top up')
  await expect(dialog).toContainText('Parallel sends Halden Research an invoice')
  expect(chargedAmounts(platform)).toEqual([])
})

function chargedAmounts({ control }: Platform): number[] {
  return control
    .state()
    .charges.filter(({ status }) => status === 200)
    .map(({ amountCents }) => amountCents)
}

/** The idempotency key of each request to charge. */
function sentIdempotencyKeys({ control }: Platform): string[] {
  return control
    .requests()
    .filter(({ path }) => path.endsWith(addPath))
    .map(({ body }) => String(JSON.parse(body).idempotency_key))
}
