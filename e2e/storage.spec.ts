/** Faulty disks, files and keyrings: none of them signs the user out, and no organisation affects another. */
import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  closeWindow,
  expect,
  filesIn,
  grantFiles,
  isVisible,
  notice,
  observeRelaunch,
  type RunningApp,
  signIn,
  test,
  wake,
  windowWidth,
} from './app.ts'
import { electronWithMount } from './desktop/mounts.ts'
import type { Platform } from './platform/platform.ts'

const hourMs = 3600_000
const documentsIn = (userData: string) => join(userData, 'documents')
const figure = ({ window }: RunningApp) => window.locator('.figure')

/** Signs in to two organisations; the second is on screen. */
async function signInTwice(app: RunningApp, platform: Platform): Promise<void> {
  await signIn(app, platform)
  await app.window.evaluate(() => window.parallelTray.command('sign-in.show', {}))
  await signIn(app, platform, 'org_kestrel')
}

const expectNoGrantRevoked = (platform: Platform) =>
  expect(platform.control.state().grants.filter(({ revoked }) => revoked !== null)).toEqual([])

test('starts although pipes and devices lie in place of its files', { tag: '@linux' }, async ({
  desktop,
  start,
}) => {
  const userData = join(desktop.folder, 'user-data')
  const folder = join(userData, 'documents', 'organisations', '0123456789abcdef')
  mkdirSync(folder, { recursive: true })
  mkdirSync(join(userData, 'logs'))
  const documents = ['settings', 'installation', 'window', 'shown-notices', 'proxy'].map(
    (name) => `../../${name}.json`,
  )
  // Opening one of them waits for a writer that never comes.
  for (const name of [...documents, 'grant.json', '../../../logs/main.log', '../../../logs/crash.json'])
    execFileSync('mkfifo', [join(folder, name)])
  symlinkSync('/dev/zero', join(folder, 'limits.json'))
  const app = await start()
  await expect(app.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  await app.window.evaluate(() =>
    window.parallelTray.command('settings.change', { change: { theme: 'dark' } }),
  )
  await expect(notice(app.window)).toContainText('Not saved on this computer')
  expect(lstatSync(join(userData, 'documents', 'settings.json')).isFIFO()).toBe(true)
})

test('keeps tokens in memory on a full disk, says so, and saves them once there is space', {
  tag: '@linux',
}, async ({ desktop, platform, start }) => {
  const documents = documentsIn(join(desktop.folder, 'user-data'))
  const app = await start({ wrapper: electronWithMount('tiny', documents, desktop.folder) })
  await signIn(app, platform)
  const fillError = app.electron.evaluate((_electron, folder) => {
    const fs = process.mainModule?.require('node:fs') as typeof import('node:fs')
    const file = fs.openSync(`${folder}/filler`, 'w')
    try {
      for (;;) fs.writeSync(file, Buffer.alloc(4096))
    } catch (error) {
      return (error as NodeJS.ErrnoException).code
    } finally {
      fs.closeSync(file)
    }
  }, documents)
  expect(await fillError).toBe('ENOSPC')
  platform.control.advanceClock(hourMs)
  platform.control.setOrganisation('org_halden', { creditBalanceCents: 11_250 })
  await app.window.getByRole('button', { name: 'Refresh now' }).click()
  await expect(notice(app.window)).toContainText('The latest tokens aren’t saved')
  await expect(figure(app)).toHaveText('$100.00')

  await app.electron.evaluate((_electron, folder) => {
    const fs = process.mainModule?.require('node:fs') as typeof import('node:fs')
    fs.unlinkSync(`${folder}/filler`)
  }, documents)
  await wake(app)
  await expect(notice(app.window).filter({ hasText: 'The latest tokens aren’t saved' })).toHaveCount(0)
  expect(platform.control.stats()).toMatchObject({ refreshes: 1, reusedRefreshTokens: 0 })
  expectNoGrantRevoked(platform)
})

test('works from a read-only folder without changing its files', { tag: '@linux' }, async ({
  desktop,
  platform,
  start,
}) => {
  const first = await start()
  await signIn(first, platform)
  await first.close()
  const [file = ''] = grantFiles(first)
  const stored = readFileSync(file)

  const wrapper = electronWithMount('read-only', documentsIn(first.userData), desktop.folder)
  const second = await start({ wrapper })
  await expect(figure(second)).toHaveText('$184.20')
  await second.window.getByRole('button', { name: 'Refresh now' }).click()
  await expect(notice(second.window)).toContainText('Not saved on this computer')
  await second.close()
  expect(readFileSync(file).equals(stored)).toBe(true)

  const third = await start()
  await expect(figure(third)).toHaveText('$184.20')
  await expect(notice(third.window)).toHaveCount(0)
  expectNoGrantRevoked(platform)
})

test('sets corrupt and newer files aside byte for byte and loads the others', async ({ platform, start }) => {
  const first = await start()
  await signInTwice(first, platform)
  await first.close()
  const documents = documentsIn(first.userData)
  const halden = grantFiles(first).find((path) => readFileSync(path, 'utf8').includes('Halden')) ?? ''
  const corruptFiles: Record<string, string> = {
    [halden]: '{"version": 1, "organ',
    [join(documents, 'window.json')]: '{"version":99,"bounds":"elsewhere"}',
    [join(documents, 'shown-notices.json')]: '',
    [join(dirname(halden), 'readings.json')]: '[]',
  }
  for (const [path, text] of Object.entries(corruptFiles)) writeFileSync(path, text)

  const again = await start()
  await expect(again.window.getByText('Kestrel & Finch GmbH').first()).toBeVisible()
  await expect(notice(again.window)).toContainText('couldn’t be read')
  await again.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(700, 600))
  await expect.poll(() => windowWidth(again)).toBe(700)
  await again.close()
  // The original content is still there byte for byte after its file was replaced.
  const contents = filesIn(first.userData)
    .filter((path) => path.startsWith(documents))
    .map((path) => readFileSync(path, 'utf8'))
  for (const text of Object.values(corruptFiles)) expect(contents).toContain(text)
  expectNoGrantRevoked(platform)
})

test('replaces files atomically in a snap’s environment', { tag: '@linux' }, async ({ platform, start }) => {
  const app = await start({ env: { SNAP: '/snap/parallel-tray/1' } })
  await signIn(app, platform)
  const [file = ''] = grantFiles(app)
  const before = statSync(file).ino
  platform.control.advanceClock(hourMs)
  const stored = readFileSync(file, 'utf8')
  await app.window.getByRole('button', { name: 'Refresh now' }).click()
  await expect.poll(() => readFileSync(file, 'utf8')).not.toBe(stored)
  expect(statSync(file).ino).not.toBe(before)
})

test('keeps tokens that another keyring encrypted', { tag: '@linux' }, async ({
  desktop,
  platform,
  start,
}) => {
  const first = await start()
  await signIn(first, platform)
  await first.close()
  const [file = ''] = grantFiles(first)
  const stored = readFileSync(file)
  const keyrings = join(desktop.env.XDG_DATA_HOME ?? '', 'keyrings')
  await desktop.stopKeyring()
  renameSync(keyrings, `${keyrings}.before`)
  await desktop.startKeyring()

  const second = await start()
  await expect(notice(second.window)).toContainText('The keyring was locked')
  await second.close()
  expect(readFileSync(file).equals(stored)).toBe(true)

  await desktop.stopKeyring()
  renameSync(keyrings, `${keyrings}.other`)
  renameSync(`${keyrings}.before`, keyrings)
  await desktop.startKeyring()
  const third = await start()
  await expect(figure(third)).toHaveText('$184.20')
  await expect(notice(third.window)).toHaveCount(0)
  expectNoGrantRevoked(platform)
})

test('relaunches from the tray once the keyring is unlocked', { tag: '@linux' }, async ({
  desktop,
  platform,
  start,
}) => {
  const first = await start()
  await signIn(first, platform)
  await first.close()
  await desktop.lockKeyring()
  platform.control.clearRequests()

  const second = await start()
  await expect(notice(second.window)).toContainText('The keyring was locked')
  await closeWindow(second)
  await expect.poll(() => isVisible(second)).toBe(false)
  const relaunched = await observeRelaunch(second)
  await desktop.unlockKeyring()
  expect(await relaunched()).toContain('--hidden')
  await second.close()

  const third = await start()
  await expect(figure(third)).toHaveText('$184.20')
  expectNoGrantRevoked(platform)
})
