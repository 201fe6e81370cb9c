/** Disks, files and keyrings as they shouldn't be: nobody is signed out by them, and no organisation takes another along. */
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  closeWindow,
  expect,
  filesIn,
  grantFiles,
  isVisible,
  notice,
  type RunningApp,
  signIn,
  test,
  wake,
} from './app.ts'
import { electronOn } from './desktop/mounts.ts'
import type { Platform } from './platform/platform.ts'

const hourMs = 3600_000
const documentsIn = (userData: string) => join(userData, 'documents')
const figure = ({ window }: RunningApp) => window.locator('.figure')

/** Two organisations; the second one is on screen. */
async function signInTwice(app: RunningApp, platform: Platform): Promise<void> {
  await signIn(app, platform)
  await app.window.evaluate(() => window.parallelTray.command('sign-in.show', {}))
  await signIn(app, platform, 'org_kestrel')
}

const nothingWasEnded = (platform: Platform) =>
  expect(platform.control.state().grants.filter(({ revoked }) => revoked !== null)).toEqual([])

test('a full disk: it goes on in memory, says so, and saves once there is room', { tag: '@linux' }, async ({
  desktop,
  platform,
  start,
}) => {
  const documents = documentsIn(join(desktop.folder, 'user-data'))
  const app = await start({ through: electronOn('tiny', documents, desktop.folder) })
  await signIn(app, platform)
  const fill = app.electron.evaluate((_electron, folder) => {
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
  expect(await fill).toBe('ENOSPC')
  platform.control.advanceClock(hourMs)
  platform.control.setOrganisation('org_halden', { creditBalanceCents: 11_250 })
  await app.window.getByRole('button', { name: 'Refresh now' }).click()
  await expect(notice(app.window)).toContainText('The newest tokens are not saved')
  await expect(figure(app)).toHaveText('$100.00')

  await app.electron.evaluate((_electron, folder) => {
    const fs = process.mainModule?.require('node:fs') as typeof import('node:fs')
    fs.unlinkSync(`${folder}/filler`)
  }, documents)
  await wake(app)
  await expect(notice(app.window).filter({ hasText: 'The newest tokens are not saved' })).toHaveCount(0)
  expect(platform.control.stats()).toMatchObject({ refreshes: 1, reusedRefreshTokens: 0 })
  nothingWasEnded(platform)
})

test('a folder that can’t be written: what is kept still works', { tag: '@linux' }, async ({
  desktop,
  platform,
  start,
}) => {
  const first = await start()
  await signIn(first, platform)
  await first.close()
  const [file = ''] = grantFiles(first)
  const kept = readFileSync(file)

  const through = electronOn('read-only', documentsIn(first.userData), desktop.folder)
  const second = await start({ through })
  await expect(figure(second)).toHaveText('$184.20')
  await second.window.getByRole('button', { name: 'Refresh now' }).click()
  await expect(notice(second.window)).toContainText('Not saved on this computer')
  await second.close()
  expect(readFileSync(file).equals(kept)).toBe(true)

  const third = await start()
  await expect(figure(third)).toHaveText('$184.20')
  await expect(notice(third.window)).toHaveCount(0)
  nothingWasEnded(platform)
})

test('broken and newer files: each is set aside whole, and the rest goes on', async ({ platform, start }) => {
  const first = await start()
  await signInTwice(first, platform)
  await first.close()
  const documents = documentsIn(first.userData)
  const halden = grantFiles(first).find((path) => readFileSync(path, 'utf8').includes('Halden')) ?? ''
  const spoilt: Record<string, string> = {
    [halden]: '{"version": 1, "organ',
    [join(documents, 'window.json')]: '{"version":99,"bounds":"elsewhere"}',
    [join(documents, 'shown-notices.json')]: '',
    [join(dirname(halden), 'readings.json')]: '[]',
  }
  for (const [path, text] of Object.entries(spoilt)) writeFileSync(path, text)

  const again = await start()
  await expect(again.window.getByText('Kestrel & Finch GmbH').first()).toBeVisible()
  await expect(notice(again.window)).toContainText('could not be read')
  await again.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(700, 600))
  await expect.poll(() => again.window.evaluate(() => innerWidth)).toBe(700)
  await again.close()
  // Whatever took its place: what was there still is, byte for byte.
  const there = filesIn(first.userData)
    .filter((path) => path.startsWith(documents))
    .map((path) => readFileSync(path, 'utf8'))
  for (const text of Object.values(spoilt)) expect(there).toContain(text)
  nothingWasEnded(platform)
})

test('in a snap’s environment every write still replaces its file', { tag: '@linux' }, async ({
  platform,
  start,
}) => {
  const app = await start({ env: { SNAP: '/snap/parallel-tray/1' } })
  await signIn(app, platform)
  const [file = ''] = grantFiles(app)
  const before = statSync(file).ino
  platform.control.advanceClock(hourMs)
  const kept = readFileSync(file, 'utf8')
  await app.window.getByRole('button', { name: 'Refresh now' }).click()
  await expect.poll(() => readFileSync(file, 'utf8')).not.toBe(kept)
  expect(statSync(file).ino).not.toBe(before)
})

test('another keyring than before: nothing is thrown away', { tag: '@linux' }, async ({
  desktop,
  platform,
  start,
}) => {
  const first = await start()
  await signIn(first, platform)
  await first.close()
  const [file = ''] = grantFiles(first)
  const kept = readFileSync(file)
  const keyrings = join(desktop.env.XDG_DATA_HOME ?? '', 'keyrings')
  await desktop.stopKeyring()
  renameSync(keyrings, `${keyrings}.before`)
  await desktop.startKeyring()

  const second = await start()
  await expect(notice(second.window)).toContainText('The keyring was locked at start')
  await second.close()
  expect(readFileSync(file).equals(kept)).toBe(true)

  await desktop.stopKeyring()
  renameSync(keyrings, `${keyrings}.other`)
  renameSync(`${keyrings}.before`, keyrings)
  await desktop.startKeyring()
  const third = await start()
  await expect(figure(third)).toHaveText('$184.20')
  await expect(notice(third.window)).toHaveCount(0)
  nothingWasEnded(platform)
})

test('a keyring that is unlocked later: in the tray it starts itself again', { tag: '@linux' }, async ({
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
  await expect(notice(second.window)).toContainText('The keyring was locked at start')
  await closeWindow(second)
  await expect.poll(() => isVisible(second)).toBe(false)
  await second.electron.evaluate(({ app }) => {
    // Started by itself it would be nobody's to end: it is enough to see that it wants to.
    const relaunched = new Promise((settle) => {
      app.relaunch = (options) => settle(options?.args?.includes('--hidden'))
    })
    Object.assign(globalThis, { relaunched })
  })
  const wanted = second.electron.evaluate(() => Reflect.get(globalThis, 'relaunched'))
  await desktop.unlockKeyring()
  expect(await wanted).toBe(true)
  await second.close()

  const third = await start()
  await expect(figure(third)).toHaveText('$184.20')
  nothingWasEnded(platform)
})
