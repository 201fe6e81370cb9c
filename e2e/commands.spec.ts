/** The command palette and shortcuts. */
import type { Locator, Page } from '@playwright/test'
import { expect, openSection, readClipboard, signIn, stateOf, test } from './app.ts'

test('the palette filters commands, runs them and returns the focus', async ({ platform, start }) => {
  const app = await start()
  await signIn(app, platform)
  const { window } = app
  const palette = window.getByRole('dialog', { name: 'Commands' })
  const field = palette.getByRole('combobox')
  const selected = palette.getByRole('option', { selected: true })

  await window.getByRole('button', { name: /^Commands/ }).click()
  await expect(field).toBeFocused()
  await expect(selected).toHaveText(/^Refresh now/)
  await window.keyboard.press('ArrowDown')
  await expect(selected).not.toHaveText(/^Refresh now/)
  await window.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
  await expect(window.getByRole('button', { name: /^Commands/ })).toBeFocused()

  await window.keyboard.press('ControlOrMeta+K')
  await field.fill('sess')
  await expect(selected).toHaveText(/^Session/)
  await window.keyboard.press('Enter')
  await expect(palette).toHaveCount(0)
  await expect(window.getByRole('heading', { level: 1, name: 'Session' })).toBeFocused()

  await window.keyboard.press('ControlOrMeta+K')
  await field.fill('no such command')
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
  await window.keyboard.press('ControlOrMeta+K')
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)
  await expect(heading('Session')).toBeVisible()

  platform.control.setOrganisation('org_halden', { creditBalanceCents: 20_000, pendingDebitCents: 0 })
  await openSection(window, 'Overview')
  await window.keyboard.press('ControlOrMeta+R')
  await expect(window.locator('.figure')).toHaveText('$200.00')
})

/** Helpers for flows by keyboard alone. */
function keyboardUser(page: Page) {
  const { keyboard } = page
  const dialog = page.getByRole('dialog')
  /** Presses Tab until the button has the focus, then Enter. */
  const press = async (button: Locator): Promise<void> => {
    await expect(async () => {
      const isFocused = await button.evaluate((element) => element === document.activeElement)
      if (!isFocused) await keyboard.press('Tab')
      expect(isFocused).toBe(true)
    }).toPass({ intervals: [50], timeout: 10_000 })
    await keyboard.press('Enter')
  }
  const pressInDialog = (name: string) => press(dialog.getByRole('button', { name, exact: true }))
  /** Filters the palette and runs the selected command. */
  const runCommand = async (typed: string, name: RegExp): Promise<void> => {
    await keyboard.press('ControlOrMeta+K')
    await expect(dialog.getByRole('combobox')).toBeFocused()
    await keyboard.type(typed)
    await expect(dialog.getByRole('option', { selected: true })).toHaveText(name)
    await keyboard.press('Enter')
  }
  return { keyboard, dialog, press, pressInDialog, runCommand }
}

test('rotates a key, deletes the old one and signs out everywhere by keyboard alone', async ({
  platform,
  start,
}) => {
  const { control } = platform
  const app = await start()
  const { window } = app
  await signIn(app, platform, 'org_brightwater')
  const { keyboard, dialog, press, pressInDialog, runCommand } = keyboardUser(window)
  const laptopKeys = () =>
    control
      .state()
      .organisations.flatMap(({ apps }) => apps.flatMap(({ keys }) => keys))
      .filter(({ apiKeyName }) => apiKeyName === 'laptop')
  await runCommand('add an org', /^Add an organization/)
  await expect(window.getByRole('heading', { name: 'Add an organization' })).toBeVisible()
  await signIn(app, platform, 'org_halden', ['Manage apps and keys'])

  await runCommand('new key', /^New key/)
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await keyboard.type('laptop')
  await keyboard.press('Enter')
  await pressInDialog('Copy secret')
  await pressInDialog('Done')
  await expect(dialog).toHaveCount(0)

  await runCommand('rotate laptop', /^laptop/)
  await expect(dialog.getByRole('option')).toHaveText([
    'Rotate…',
    'Copy key ID',
    'Open in console',
    'Delete…',
  ])
  await keyboard.press('Backspace')
  await expect(dialog.getByRole('option', { selected: true })).toHaveText(/^laptop/)
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await expect(dialog.getByRole('heading', { name: 'Rotate laptop?' })).toBeVisible()
  await pressInDialog('Create new key')
  await pressInDialog('Copy secret')
  await pressInDialog('Done')
  await expect(dialog).toHaveCount(0)
  const [, rotated] = laptopKeys()
  expect(rotated).toBeDefined()

  await keyboard.press('Alt+2')
  const deleteOld = window.getByRole('button', { name: 'Delete old…' })
  await expect(deleteOld).toBeVisible()
  await press(deleteOld)
  // A repeated Enter must not delete.
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await pressInDialog('Delete old key')
  await expect(dialog).toHaveCount(0)
  expect(laptopKeys()).toEqual([rotated])

  await runCommand('sign out every', /^Sign out everywhere/)
  await expect(dialog.getByRole('heading')).toBeVisible()
  await pressInDialog('Sign out everywhere')
  await expect(window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  await expect.poll(() => control.state().grants.every(({ revoked }) => revoked !== null)).toBe(true)
})

test('creates a key and tops up by keyboard alone', async ({ platform, start }) => {
  const { control } = platform
  const app = await start()
  await signIn(app, platform, 'org_halden', ['Add money', 'Manage apps and keys'])
  const { keyboard, dialog, pressInDialog, runCommand } = keyboardUser(app.window)

  await runCommand('new key', /^New key/)
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await keyboard.type('laptop')
  await keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Copy secret' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(dialog).toContainText('Copied.')
  expect(await readClipboard(app)).toBe(control.secrets().apiKeys[0])
  await pressInDialog('Done')
  await expect(dialog).toHaveCount(0)

  await runCommand('top', /^Top up/)
  await expect(dialog.getByRole('radio', { name: '$50' })).toBeFocused()
  await keyboard.press('ArrowLeft')
  await expect(dialog.getByRole('radio', { name: '$25' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(dialog.getByRole('heading', { name: 'Charge $25.00 now?' })).toBeVisible()
  // A repeated Enter must not charge.
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await pressInDialog('Charge $25.00')
  await expect(dialog.getByRole('heading', { name: '$25.00 added' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(app.window.locator('.figure')).toHaveText('$209.20')
  expect(control.state().charges).toHaveLength(1)
})
