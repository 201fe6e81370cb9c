/** Every command by name or by key. */
import type { Page } from '@playwright/test'
import { expect, openSection, readClipboard, signIn, stateOf, test } from './app.ts'

test('the palette filters commands, runs them and returns the focus', async ({ platform, start }) => {
  const app = await start()
  await signIn(app, platform)
  const { window } = app
  const palette = window.getByRole('dialog', { name: 'Commands' })
  const field = palette.getByRole('combobox')
  const chosen = palette.getByRole('option', { selected: true })

  await window.getByRole('button', { name: /^Commands/ }).click()
  await expect(field).toBeFocused()
  await expect(chosen).toHaveText(/^Refresh now/)
  await window.keyboard.press('ArrowDown')
  await expect(chosen).not.toHaveText(/^Refresh now/)
  await window.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
  await expect(window.getByRole('button', { name: /^Commands/ })).toBeFocused()

  await window.keyboard.press('Control+K')
  await field.fill('sess')
  await expect(chosen).toHaveText(/^Session/)
  await window.keyboard.press('Enter')
  await expect(palette).toHaveCount(0)
  await expect(window.getByRole('heading', { level: 1, name: 'Session' })).toBeFocused()

  await window.keyboard.press('Control+K')
  await field.fill('nothing is called so')
  await expect(palette.getByRole('option')).toHaveCount(0)
  await window.keyboard.press('Enter')
  await window.keyboard.press('Escape')
  expect((await stateOf(app)).view).toMatchObject({ screen: 'session', dialog: null })
})

test('shortcuts switch sections and do nothing while a dialog is open', async ({ platform, start }) => {
  const app = await start()
  await signIn(app, platform)
  const { window } = app
  const heading = (name: string) => window.getByRole('heading', { level: 1, name })
  await window.keyboard.press('Alt+5')
  await expect(heading('Settings')).toBeFocused()
  await window.keyboard.press('Alt+4')
  await expect(heading('Session')).toBeFocused()
  await window.getByRole('button', { name: 'Sign out…' }).click()
  await expect(window.getByRole('dialog')).toBeVisible()
  await window.keyboard.press('Alt+1')
  await window.keyboard.press('Control+K')
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)
  await expect(heading('Session')).toBeVisible()

  platform.control.setOrganisation('org_halden', { creditBalanceCents: 20_000, pendingDebitCents: 0 })
  await openSection(window, 'Overview')
  await window.keyboard.press('Control+R')
  await expect(window.locator('.figure')).toHaveText('$200.00')
})

/** What a person without a mouse has. */
function keysOf(page: Page) {
  const { keyboard } = page
  const dialog = page.getByRole('dialog')
  /** Tabs until the button with this name has the focus, and presses it. */
  const press = async (name: string): Promise<void> => {
    const wanted = dialog.getByRole('button', { name, exact: true })
    await expect(async () => {
      const there = await wanted.evaluate((element) => element === document.activeElement)
      if (!there) await keyboard.press('Tab')
      expect(there).toBe(true)
    }).toPass({ intervals: [50], timeout: 10_000 })
    await keyboard.press('Enter')
  }
  /** By the palette. */
  const choose = async (typed: string, name: RegExp): Promise<void> => {
    await keyboard.press('Control+K')
    await expect(dialog.getByRole('combobox')).toBeFocused()
    await keyboard.type(typed)
    await expect(dialog.getByRole('option', { selected: true })).toHaveText(name)
    await keyboard.press('Enter')
  }
  return { keyboard, dialog, press, choose }
}

test('rotates a key, deletes the old one and signs out everywhere by keyboard alone', async ({
  platform,
  start,
}) => {
  const { control } = platform
  const app = await start()
  const { window } = app
  await signIn(app, platform, 'org_brightwater')
  const { keyboard, dialog, press, choose } = keysOf(window)
  const laptops = () =>
    control
      .state()
      .organisations.flatMap(({ apps }) => apps.flatMap(({ keys }) => keys))
      .filter(({ apiKeyName }) => apiKeyName === 'laptop')
  await choose('add an org', /^Add an organisation/)
  await expect(window.getByRole('heading', { name: 'Add an organisation' })).toBeVisible()
  await signIn(app, platform, 'org_halden', ['Manage apps and keys'])

  await choose('new key', /^New key/)
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await keyboard.type('laptop')
  await keyboard.press('Enter')
  await press('Copy secret')
  await press('Done')
  await expect(dialog).toHaveCount(0)

  await choose('rotate laptop', /^Rotate laptop/)
  await expect(dialog.getByRole('heading', { name: 'Rotate laptop?' })).toBeVisible()
  await press('Make new key')
  await press('Copy secret')
  await press('Done')
  await expect(dialog).toHaveCount(0)
  const [, made] = laptops()
  expect(made).toBeDefined()

  await keyboard.press('Alt+2')
  const deleteOld = window.getByRole('button', { name: 'Delete old…' })
  await expect(deleteOld).toBeVisible()
  await expect(async () => {
    const there = await deleteOld.evaluate((element) => element === document.activeElement)
    if (!there) await keyboard.press('Tab')
    expect(there).toBe(true)
  }).toPass({ intervals: [50], timeout: 10_000 })
  await keyboard.press('Enter')
  // What deletes is never what an Enter too many would press.
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await press('Delete old key')
  await expect(dialog).toHaveCount(0)
  expect(laptops()).toEqual([made])

  await choose('sign out every', /^Sign out everywhere/)
  await expect(dialog.getByRole('heading')).toBeVisible()
  await press('Sign out everywhere')
  await expect(window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  await expect.poll(() => control.state().grants.every(({ revoked }) => revoked !== null)).toBe(true)
})

test('creates a key and tops up by keyboard alone', async ({ platform, start }) => {
  const { control } = platform
  const app = await start()
  await signIn(app, platform, 'org_halden', ['Add money', 'Manage apps and keys'])
  const { keyboard, dialog, press } = keysOf(app.window)

  await keyboard.press('Control+K')
  await keyboard.type('new key')
  await expect(dialog.getByRole('option', { selected: true })).toHaveText(/^New key/)
  await keyboard.press('Enter')
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await keyboard.type('laptop')
  await keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Copy secret' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(dialog).toContainText('Copied.')
  expect(await readClipboard(app)).toBe(control.secrets().apiKeys[0])
  await press('Done')
  await expect(dialog).toHaveCount(0)

  await keyboard.press('Control+K')
  await keyboard.type('top')
  await expect(dialog.getByRole('option', { selected: true })).toHaveText(/^Top up/)
  await keyboard.press('Enter')
  await expect(dialog.getByRole('radio', { name: '$50' })).toBeFocused()
  await keyboard.press('ArrowLeft')
  await expect(dialog.getByRole('radio', { name: '$25' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(dialog.getByRole('heading', { name: 'Charge $25.00 now?' })).toBeVisible()
  // What charges is never what an Enter too many would press.
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await press('Charge $25.00')
  await expect(dialog.getByRole('heading', { name: '$25.00 added' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(app.window.locator('.figure')).toHaveText('$209.20')
  expect(control.state().charges).toHaveLength(1)
})
