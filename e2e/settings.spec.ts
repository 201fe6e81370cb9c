/** Settings: persistence, export and import, and reset. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  expect,
  filesContaining,
  filesIn,
  grantFiles,
  issuedSecrets,
  openAppSettings,
  openSection,
  type RunningApp,
  signIn,
  stateOf,
  stubFileDialogs,
  test,
  waitForExit,
} from './app.ts'

/** Creates data that an export must include: a key in the ledger, and a top-up in the history. */
async function createKeyAndTopUp({ window: page }: RunningApp): Promise<void> {
  const dialog = page.getByRole('dialog')
  await openSection(page, 'Apps & keys')
  await page.getByRole('button', { name: 'New key in enrichment' }).click()
  await dialog.getByRole('textbox').fill('laptop')
  await dialog.getByRole('button', { name: 'Create key' }).click()
  await dialog.getByRole('button', { name: 'Copy secret' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await openSection(page, 'Overview')
  await page.getByRole('button', { name: 'Top up…' }).click()
  await dialog.getByText('$10', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await dialog.getByRole('button', { name: 'Charge $10.00' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
}

/** The data that an export includes. */
async function readPersistedData(app: RunningApp) {
  const { settings, organisations } = await stateOf(app)
  const [halden] = organisations
  const view = await app.window.evaluate(async () => {
    const { command } = window.parallelTray
    const organisationId = 'org_halden'
    const history = await command('history.read', { organisationId, range: 'week' })
    const list = await command('keys.read', { organisationId })
    if (!history.ok || !list.ok) return null
    const keys = list.value.apps.flatMap((one) => one.keys.map(({ name, masked }) => ({ name, masked })))
    return { keys, rises: history.value.rises }
  })
  return { theme: settings.theme, pollInterval: settings.pollInterval, limits: halden?.limits, ...view }
}

test('changes settings by keyboard, persists, exports, imports and resets them', async ({
  platform,
  desktop,
  start,
}) => {
  const { control } = platform
  const first = await start()
  await signIn(first, platform, 'org_halden', ['Add money', 'Manage apps and keys'])
  await createKeyAndTopUp(first)
  const { window, electron } = first
  const { keyboard } = window
  await openAppSettings(window)
  await window.getByLabel('Pace').focus()
  await keyboard.press('ArrowDown')
  await expect(
    window.getByText('Every 5 minutes while the window is open, every 15 while it’s closed.'),
  ).toBeVisible()
  await window.getByRole('radio', { name: 'System' }).focus()
  await keyboard.press('ArrowLeft')
  await expect(window.getByRole('radio', { name: 'Dark' })).toBeFocused()
  await expect.poll(() => electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
  await window.getByText('This organization', { exact: true }).click()
  const below = window.getByLabel('Spendable below')
  await below.focus()
  await keyboard.press('ControlOrMeta+A')
  await keyboard.type('about ten')
  await keyboard.press('Enter')
  await expect(window.getByText('Type an amount such as 10 or 10.50, or leave it empty')).toBeVisible()
  await keyboard.press('ControlOrMeta+A')
  await keyboard.type('12,5')
  await keyboard.press('Enter')
  await expect(below).toHaveValue('12.50')
  await window.getByRole('switch', { name: 'Remind me to rotate keys' }).focus()
  const rotates = (await readPersistedData(first)).limits?.rotateAfterDays
  await keyboard.press('Space')
  await expect
    .poll(async () => (await readPersistedData(first)).limits?.rotateAfterDays)
    .toBe(rotates === null ? 90 : null)
  const persistedData = await readPersistedData(first)
  expect(persistedData).toMatchObject({
    theme: 'dark',
    pollInterval: 'slower',
    limits: { spendableBelowCents: 1250 },
    keys: [{ name: 'laptop' }],
    rises: [{ cents: 1000, here: true }],
  })
  await first.close()

  const again = await start()
  await expect.poll(() => readPersistedData(again)).toEqual(persistedData)
  await openAppSettings(again.window)
  const file = join(desktop.folder, 'moved.json')
  await stubFileDialogs(again, file)
  await again.window.getByRole('button', { name: 'Export…', exact: true }).click()
  await expect(again.window.getByText('Saved as moved.json')).toBeVisible()
  expect(readFileSync(file, 'utf8')).toContain('laptop')
  expect(filesContaining(desktop.folder, issuedSecrets(platform))).toEqual([])

  // Signing out everywhere deletes the data of both organisations and revokes their tokens.
  await again.window.getByRole('banner').getByRole('button', { name: 'Halden Research' }).click()
  await again.window.getByRole('menuitem', { name: 'Add an organization…' }).click()
  await signIn(again, platform, 'org_brightwater')
  await openSection(again.window, 'Session')
  await again.window.getByRole('button', { name: 'Sign out everywhere…' }).click()
  await again.window.getByRole('checkbox', { name: 'Also delete history and key ledger' }).check()
  await again.window.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(again.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  await expect.poll(() => control.state().grants.every(({ revoked }) => revoked !== null)).toBe(true)
  await expect.poll(() => grantFiles(again)).toEqual([])
  await again.close()
  // Logs and the record of shown notices remain; both expire on their own.
  const expires = (path: string) => path.endsWith('.log') || path.endsWith('shown-notices.json')
  const remaining = filesContaining(again.userData, ['laptop', 'org_halden', 'org_brightwater'])
  expect(remaining.filter((path) => !expires(path))).toEqual([])

  // Another computer: the import is previewed, applied, and used once the user signs in.
  const other = await start({ userData: join(desktop.folder, 'other') })
  await stubFileDialogs(other, file)
  await other.window.getByRole('button', { name: 'Settings' }).click()
  await other.window.getByRole('button', { name: 'Import…' }).click()
  const dialog = other.window.getByRole('dialog')
  await expect(dialog).toContainText('Import moved.json?')
  await expect(dialog).toContainText('Keys in the ledger1')
  expect((await stateOf(other)).settings.theme).toBe('system')
  await dialog.getByRole('button', { name: 'Import' }).click()
  await expect(other.window.getByText(/^Imported: one key, \d balances$/)).toBeVisible()
  await other.window.getByRole('button', { name: 'Back to sign-in' }).click()
  await signIn(other, platform)
  await expect.poll(() => readPersistedData(other)).toEqual(persistedData)

  // Erasing needs a typed confirmation, deletes all data and revokes the tokens.
  await other.electron.evaluate(({ app }) => {
    app.relaunch = () => {}
  })
  const exit = waitForExit(other)
  await openAppSettings(other.window)
  await other.window.getByRole('button', { name: 'Erase…' }).click()
  const erase = dialog.getByRole('button', { name: 'Erase everything' })
  await expect(erase).toBeDisabled()
  await dialog.getByRole('textbox').fill('erase')
  await erase.click()
  expect(await exit).toBe(0)
  expect(control.state().grants.every(({ revoked }) => revoked !== null)).toBe(true)
  // The window's position is saved once more when it closes.
  const documents = filesIn(other.userData).filter((path) => path.includes('documents'))
  expect(documents.filter((path) => !path.endsWith('window.json'))).toEqual([])
  expect(filesContaining(other.userData, ['laptop', 'org_halden'])).toEqual([])
})
