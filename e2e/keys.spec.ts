/** Apps and keys: made, kept as rows, replaced and deleted; and a secret that is had once, and is nowhere else. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import {
  crashWindow,
  expect,
  filesContaining,
  openSection,
  pressMessageBoxButton,
  type RunningApp,
  readClipboard,
  signIn,
  sleepFor,
  stateOf,
  stubFileDialogs,
  stubMessageBox,
  test,
} from './app.ts'
import type { Platform } from './platform/platform.ts'

const keysPath = '/keys'
/** The topmost one. */
const dialogOf = ({ window }: RunningApp) => window.getByRole('dialog').last()
const act = (app: RunningApp, name: string) => dialogOf(app).getByRole('button', { name, exact: true })
/** A key's row in the list. */
const row = ({ window }: RunningApp, name: string): Locator =>
  window.getByRole('listitem').filter({ has: window.getByText(name, { exact: true }) })

test('creates an app and a key, whose secret is only on the clipboard and in the chosen file', {
  tag: '@linux',
}, async ({ platform, desktop, start }) => {
  const { control } = platform
  let app = await start()
  await signIn(app, platform, 'org_halden', ['Manage apps and keys'])
  await openSection(app.window, 'Apps & keys')
  await app.window.getByRole('button', { name: 'New app' }).click()
  await expect(dialogOf(app).getByRole('textbox')).toBeFocused()
  await dialogOf(app).getByRole('textbox').fill('crawler <b>')
  await app.window.keyboard.press('Enter')
  await expect(app.window.getByText('App crawler <b> created')).toBeVisible()
  expect(appNames(platform)).toContain('crawler <b>')

  await app.window.getByRole('button', { name: 'New key in crawler <b>' }).click()
  await dialogOf(app).getByRole('textbox').fill('laptop')
  await act(app, 'Create key').click()
  await expect(dialogOf(app).getByRole('heading', { name: 'laptop is ready' })).toBeVisible()
  const [secret = ''] = control.secrets().apiKeys
  const value = dialogOf(app).locator('code')
  await expect(value).not.toContainText(secret)
  await expect(value).toContainText(secret.slice(-4))
  expect(JSON.stringify(await stateOf(app))).not.toContain(secret)

  // Neither Escape nor a new window loses it.
  await app.window.keyboard.press('Escape')
  await app.window.keyboard.press('Escape')
  await expect(act(app, 'Done')).toBeDisabled()
  app = await crashWindow(app)
  await expect(dialogOf(app).getByRole('heading', { name: 'laptop is ready' })).toBeVisible()
  await dialogOf(app).getByRole('button', { name: 'Show the secret' }).click()
  await expect(dialogOf(app).locator('code')).toContainText(secret)
  await dialogOf(app).getByRole('button', { name: 'Hide the secret' }).click()
  await expect(dialogOf(app).locator('code')).not.toContainText(secret)

  // Quitting would lose it.
  const tray = await desktop.tray?.waitForItem()
  await tray?.click('Quit Parallel Tray')
  await expect(dialogOf(app)).toContainText('The secret of laptop was neither copied nor saved.')
  await act(app, 'Go back').click()

  await act(app, 'Copy secret').click()
  await expect(dialogOf(app)).toContainText(/The clipboard clears in \d\d s/)
  expect(await readClipboard(app)).toBe(secret)
  const project = join(desktop.folder, 'project')
  mkdirSync(project)
  execFileSync('git', ['init', '-q', project])
  const env = join(project, '.env')
  writeFileSync(env, '# ours\nOTHER="1"\nPARALLEL_API_KEY=old # of the laptop\n', { mode: 0o644 })
  execFileSync('git', ['-C', project, 'add', '.env'])
  const asked = stubMessageBox(app)
  await stubFileDialogs(app, env)
  await act(app, 'Save to .env…').click()
  expect((await asked).message).toBe('.env is tracked by git')
  await pressMessageBoxButton(app)
  await expect(act(app, 'Save to .env…')).toBeVisible()
  expect(readFileSync(env, 'utf8')).toContain('PARALLEL_API_KEY=old')

  execFileSync('git', ['-C', project, 'rm', '-q', '--cached', '.env'])
  writeFileSync(join(project, '.gitignore'), '.env\n')
  await act(app, 'Save to .env…').click()
  await expect(dialogOf(app)).toContainText('Saved in .env.')
  const saved = readFileSync(env, 'utf8')
  expect(saved).toMatch(/^# ours\nOTHER="1"\nPARALLEL_API_KEY=/)
  expect(saved).toContain(secret)
  expect(saved).not.toContain('old #')
  expect(statSync(env).mode & 0o777).toBe(0o600)

  await sleepFor(app, 61_000)
  await expect(dialogOf(app)).toContainText('It is no longer on the clipboard.')
  expect(await readClipboard(app)).toBe('')
  await act(app, 'Copy again').click()
  await expect.poll(() => readClipboard(app)).toBe(secret)
  await act(app, 'Done').click()
  await expect(row(app, 'laptop')).toContainText(`…${secret.slice(-4)}`)
  expect((await stateOf(app)).secret).toBeNull()
  await app.close()
  expect(filesContaining(desktop.folder, [secret])).toEqual([env])
  expect(app.output()).not.toContain(secret)
})

test('deletes and rotates keys, and lists a key whose response was lost without creating it twice', async ({
  platform,
  start,
}) => {
  const { control } = platform
  const first = await start()
  await signIn(first, platform, 'org_halden', ['Manage apps and keys'])
  await openSection(first.window, 'Apps & keys')
  const create = async (app: RunningApp, name: string) => {
    await app.window.getByRole('button', { name: 'New key in enrichment' }).click()
    await dialogOf(app).getByRole('textbox').fill(name)
    await act(app, 'Create key').click()
  }
  const putAway = async (app: RunningApp) => {
    await act(app, 'Copy secret').click()
    await act(app, 'Done').click()
    await expect(dialogOf(app)).toHaveCount(0)
  }
  const more = async (app: RunningApp, name: string, item: string) => {
    await app.window
      .getByRole('button', { name: `More for ${name}` })
      .first()
      .click()
    await app.window.getByRole('menuitem', { name: item, exact: true }).click()
  }
  await create(first, 'laptop')
  await expect(dialogOf(first)).toContainText('laptop is ready')
  await putAway(first)

  control.clearRequests()
  control.fault({ kind: 'drop-after', match: { method: 'POST', path: keysPath }, times: 1 })
  await create(first, 'lost')
  await expect(dialogOf(first)).toContainText('Not known whether lost was created')
  await act(first, 'Cancel').click()
  await expect(row(first, 'lost')).toContainText('PermissionLabel exist: the answer was lost')
  expect(posts(platform)).toBe(1)
  await more(first, 'lost', 'Take off this list')
  await expect(row(first, 'lost')).toHaveCount(0)

  await more(first, 'laptop', 'Rotate…')
  await act(first, 'Make new key').click()
  await expect(dialogOf(first)).toContainText('laptop is ready')
  await putAway(first)
  await expect(first.window.getByText('Rotating: the new key is made')).toBeVisible()
  expect(keyNames(platform, 'enrichment').filter((name) => name === 'laptop')).toHaveLength(2)
  await first.close()

  const again = await start()
  await openSection(again.window, 'Apps & keys')
  await again.window.getByRole('button', { name: 'Delete old…' }).click()
  await expect(dialogOf(again)).toContainText('Delete the old laptop?')
  await act(again, 'Delete old key').click()
  await expect(again.window.getByText('Key laptop rotated')).toBeVisible()
  expect(keyNames(platform, 'enrichment').filter((name) => name === 'laptop')).toHaveLength(1)

  await more(again, 'laptop', 'Delete…')
  await expect(dialogOf(again)).toContainText(
    'Whatever uses this key of enrichment may stop working at once.',
  )
  await act(again, 'Delete key').click()
  await expect(again.window.getByText('Key laptop deleted')).toBeVisible()
  expect(keyNames(platform, 'enrichment')).not.toContain('laptop')
  await expect(row(again, 'laptop')).toHaveCount(0)

  await more(again, 'enrichment', 'Delete app…')
  await expect(act(again, 'Delete app')).toBeDisabled()
  await dialogOf(again).getByRole('textbox').fill('enrichment')
  await act(again, 'Delete app').click()
  await expect(again.window.getByText('App enrichment deleted')).toBeVisible()
  expect(appNames(platform)).not.toContain('enrichment')
  await expect(again.window.getByRole('heading', { name: 'enrichment' })).toHaveCount(0)
})

function halden({ control }: Platform) {
  return control.state().organisations.find(({ orgId }) => orgId === 'org_halden')?.apps ?? []
}

function appNames(platform: Platform): string[] {
  return halden(platform).map(({ appName }) => appName)
}

function keyNames(platform: Platform, app: string): string[] {
  return halden(platform)
    .filter(({ appName }) => appName === app)
    .flatMap(({ keys }) => keys.map(({ apiKeyName }) => apiKeyName))
}

/** How often a key was asked for. */
function posts({ control }: Platform): number {
  return control.requests().filter(({ method, path }) => method === 'POST' && path.endsWith(keysPath)).length
}
