/** Apps and keys: creation, rotation and deletion, and the secret that is shown once. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import {
  crashWindow,
  expect,
  expectOwnerOnly,
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
/** A confirmation opens above the dialog of the secret. */
const topDialog = ({ window }: RunningApp) => window.getByRole('dialog').last()
const button = (app: RunningApp, name: string) => topDialog(app).getByRole('button', { name, exact: true })
const keyRow = ({ window }: RunningApp, name: string): Locator =>
  window.getByRole('listitem').filter({ has: window.getByText(name, { exact: true }) })

test('creates an app and a key, whose secret is only on the clipboard and in the chosen file', {
  tag: '@linux',
}, async ({ platform, desktop, start }) => {
  const { control } = platform
  let app = await start()
  await signIn(app, platform, 'org_halden', ['Manage apps and keys'])
  await openSection(app.window, 'Apps & keys')
  await app.window.getByRole('button', { name: 'New app' }).click()
  await expect(topDialog(app).getByRole('textbox')).toBeFocused()
  await topDialog(app).getByRole('textbox').fill('crawler <b>')
  await app.window.keyboard.press('Enter')
  await expect(app.window.getByText('App crawler <b> created')).toBeVisible()
  expect(appNames(platform)).toContain('crawler <b>')

  await app.window.getByRole('button', { name: 'New key in crawler <b>' }).click()
  await topDialog(app).getByRole('textbox').fill('laptop')
  await button(app, 'Create key').click()
  await expect(topDialog(app).getByRole('heading', { name: 'laptop is ready' })).toBeVisible()
  const [secret = ''] = control.secrets().apiKeys
  const value = topDialog(app).locator('code')
  await expect(value).not.toContainText(secret)
  await expect(value).toContainText(secret.slice(-4))
  expect(JSON.stringify(await stateOf(app))).not.toContain(secret)

  // Neither Escape nor a renderer crash loses the secret.
  await app.window.keyboard.press('Escape')
  await app.window.keyboard.press('Escape')
  await expect(button(app, 'Done')).toBeDisabled()
  app = await crashWindow(app)
  await expect(topDialog(app).getByRole('heading', { name: 'laptop is ready' })).toBeVisible()
  await topDialog(app).getByRole('button', { name: 'Show the secret' }).click()
  await expect(topDialog(app).locator('code')).toContainText(secret)
  await topDialog(app).getByRole('button', { name: 'Hide the secret' }).click()
  await expect(topDialog(app).locator('code')).not.toContainText(secret)

  // Quitting asks for confirmation, as it would lose the secret.
  const tray = await desktop.tray?.waitForItem()
  await tray?.click('Quit Parallel Tray')
  await expect(topDialog(app)).toContainText('The secret of laptop was neither copied nor saved.')
  await button(app, 'Go back').click()

  // What the live regions of the dialog say while the countdown runs; those behind it are inert.
  await app.window.evaluate(() => {
    const spoken: string[] = []
    Object.assign(window, { spoken })
    const listen = (region: Element) => spoken.push(region.textContent ?? '')
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest('[role="status"]')
        if (region) listen(region)
      }
    }).observe(document.querySelector('dialog[open]') ?? document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  await button(app, 'Copy secret').click()
  await expect(app.window.getByText(/is cleared in 5[78] s/)).toBeVisible()
  const spoken = await app.window.evaluate(() => Reflect.get(window, 'spoken') as string[])
  expect(spoken.filter((text) => text.includes('is cleared in'))).toEqual([
    'Copied. The clipboard is cleared in 60 s.',
  ])
  await expect(topDialog(app)).toContainText(/The clipboard is cleared in \d\d s/)
  expect(await readClipboard(app)).toBe(secret)
  const project = join(desktop.folder, 'project')
  mkdirSync(project)
  execFileSync('git', ['init', '-q', project])
  const env = join(project, '.env')
  writeFileSync(env, '# ours\nOTHER="1"\nPARALLEL_API_KEY=old # of the laptop\n', { mode: 0o644 })
  execFileSync('git', ['-C', project, 'add', '.env'])
  const messageBox = stubMessageBox(app)
  await stubFileDialogs(app, env)
  await button(app, 'Save to .env…').click()
  expect((await messageBox).message).toBe('.env is tracked by git')
  await pressMessageBoxButton(app)
  await expect(button(app, 'Save to .env…')).toBeVisible()
  expect(readFileSync(env, 'utf8')).toContain('PARALLEL_API_KEY=old')

  execFileSync('git', ['-C', project, 'rm', '-q', '--cached', '.env'])
  writeFileSync(join(project, '.gitignore'), '.env\n')
  await button(app, 'Save to .env…').click()
  await expect(topDialog(app)).toContainText('Saved in .env.')
  const saved = readFileSync(env, 'utf8')
  expect(saved).toMatch(/^# ours\nOTHER="1"\nPARALLEL_API_KEY=/)
  expect(saved).toContain(secret)
  expect(saved).not.toContain('old #')
  expectOwnerOnly(env)

  await sleepFor(app, 61_000)
  await expect(topDialog(app)).toContainText('cleared from the clipboard')
  expect(await readClipboard(app)).toBe('')
  await button(app, 'Copy again').click()
  await expect.poll(() => readClipboard(app)).toBe(secret)
  await button(app, 'Done').click()
  await expect(keyRow(app, 'laptop')).toContainText(`…${secret.slice(-4)}`)
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
    await topDialog(app).getByRole('textbox').fill(name)
    await button(app, 'Create key').click()
  }
  const closeSecret = async (app: RunningApp) => {
    await button(app, 'Copy secret').click()
    await button(app, 'Done').click()
    await expect(topDialog(app)).toHaveCount(0)
  }
  const chooseFromMenu = async (app: RunningApp, name: string, item: string) => {
    await app.window
      .getByRole('button', { name: `More for ${name}` })
      .first()
      .click()
    await app.window.getByRole('menuitem', { name: item, exact: true }).click()
  }
  await create(first, 'laptop')
  await expect(topDialog(first)).toContainText('laptop is ready')
  await closeSecret(first)

  control.clearRequests()
  control.fault({ kind: 'drop-after', match: { method: 'POST', path: keysPath }, times: 1 })
  await create(first, 'lost')
  await expect(topDialog(first)).toContainText('lost may have been created')
  await button(first, 'Cancel').click()
  await expect(keyRow(first, 'lost')).toContainText('May exist: Parallel’s answer was lost')
  expect(countCreateRequests(platform)).toBe(1)
  await chooseFromMenu(first, 'lost', 'Remove from this list')
  await expect(keyRow(first, 'lost')).toHaveCount(0)
  await first.window.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(keyRow(first, 'lost')).toContainText('May exist: Parallel’s answer was lost')
  await chooseFromMenu(first, 'lost', 'Remove from this list')
  await expect(keyRow(first, 'lost')).toHaveCount(0)

  await chooseFromMenu(first, 'laptop', 'Rotate…')
  await button(first, 'Create new key').click()
  await expect(topDialog(first)).toContainText('laptop is ready')
  await closeSecret(first)
  await expect(first.window.getByText('Rotating: the new key exists')).toBeVisible()
  expect(keyNames(platform, 'enrichment').filter((name) => name === 'laptop')).toHaveLength(2)
  await first.close()

  const again = await start()
  await openSection(again.window, 'Apps & keys')
  await again.window.getByRole('button', { name: 'Delete old…' }).click()
  await expect(topDialog(again)).toContainText('Delete the old laptop?')
  await button(again, 'Delete old key').click()
  await expect(again.window.getByText('Key laptop rotated')).toBeVisible()
  expect(keyNames(platform, 'enrichment').filter((name) => name === 'laptop')).toHaveLength(1)

  await chooseFromMenu(again, 'laptop', 'Delete…')
  await expect(topDialog(again)).toContainText(
    'Whatever uses this key of enrichment may stop working right away.',
  )
  await button(again, 'Delete key').click()
  await expect(again.window.getByText('Key laptop deleted')).toBeVisible()
  expect(keyNames(platform, 'enrichment')).not.toContain('laptop')
  await expect(keyRow(again, 'laptop')).toHaveCount(0)

  await chooseFromMenu(again, 'enrichment', 'Delete app…')
  await expect(button(again, 'Delete app')).toBeDisabled()
  await topDialog(again).getByRole('textbox').fill('enrichment')
  await button(again, 'Delete app').click()
  await expect(again.window.getByText('App enrichment deleted')).toBeVisible()
  expect(appNames(platform)).not.toContain('enrichment')
  await expect(again.window.getByRole('heading', { name: 'enrichment' })).toHaveCount(0)
})

function haldenApps({ control }: Platform) {
  return control.state().organisations.find(({ orgId }) => orgId === 'org_halden')?.apps ?? []
}

function appNames(platform: Platform): string[] {
  return haldenApps(platform).map(({ appName }) => appName)
}

function keyNames(platform: Platform, app: string): string[] {
  return haldenApps(platform)
    .filter(({ appName }) => appName === app)
    .flatMap(({ keys }) => keys.map(({ apiKeyName }) => apiKeyName))
}

function countCreateRequests({ control }: Platform): number {
  return control.requests().filter(({ method, path }) => method === 'POST' && path.endsWith(keysPath)).length
}
