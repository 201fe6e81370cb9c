/**
 * The packages as a person gets them: unpacked or installed for a user who was never here, started, signed in, started
 * again, taken away. fpm, which makes the deb of a release, is stood in for; dpkg is the real one.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { getCurrentFuseWire } from '@electron/fuses'
import { fuseFaults } from '../../scripts/package/fuses.mjs'
import { test as base, expect, filesIn, filesThatShow, issuedSecrets, openSection } from '../app.ts'
import type { Desktop } from '../desktop/desktop.ts'
import { waitFor } from '../desktop/wait.ts'
import type { Platform } from '../platform/platform.ts'
import { changedFiles, installDeb, purgeDeb } from './own-system.ts'
import { isSandboxed, type PackagedApp, startPackaged } from './packaged-app.ts'
import { processesOf } from './processes.ts'

type Start = (binary: string) => Promise<PackagedApp>

const test = base.extend<{ readonly startIt: Start }>({
  startIt: async ({ desktop, platform }, use) => {
    const binaries = new Set<string>()
    await use((binary) => {
      binaries.add(binary)
      return startPackaged({ desktop, ...platform, binary, onStart: () => {} })
    })
    for (const { pid } of [...binaries].flatMap((binary) => processesOf(binary))) process.kill(pid, 'SIGKILL')
  },
})

function packageFile(ending: string): string {
  const files = JSON.parse(process.env.PARALLEL_TRAY_PACKAGES ?? '[]') as readonly string[]
  const found = files.find((file) => file.endsWith(ending))
  if (found === undefined) throw new Error(`\`npm run test:package\` made no ${ending}.`)
  return found
}

/** Signs in, quits, and is still signed in after the next start. Leaves the app quit. */
async function live(start: Start, binary: string, desktop: Desktop, platform: Platform): Promise<void> {
  const app = await start(binary)
  const renderers = processesOf(binary).filter(({ type }) => type === 'renderer')
  expect(renderers.length).toBeGreaterThan(0)
  expect(renderers.every(({ pid }) => isSandboxed(pid))).toBe(true)
  await app.window.getByRole('button', { name: 'Sign in', exact: true }).click()
  const code = app.window.getByText(/^[A-Z]{4}-[A-Z]{4}$/)
  platform.control.approve({ userCode: (await code.textContent()) ?? '', orgId: 'org_halden' })
  await expect(app.window.locator('.figure')).toHaveText('$184.20')
  expect(await desktop.tray?.waitForItem()).toBeDefined()
  expect(await app.quit()).toBe(0)
  const again = await start(binary)
  await expect(again.window.locator('.figure')).toHaveText('$184.20')
  expect(await again.quit()).toBe(0)
  expect(filesThatShow(desktop.folder, issuedSecrets(platform))).toEqual([])
}

/** What the app keeps of the user, by the names of its folders and files. */
function kept(desktop: Desktop): readonly string[] {
  const userData = join(desktop.folder, 'user-data')
  const own = /^documents\//
  return filesIn(userData)
    .map((path) => relative(userData, path))
    .filter((path) => own.test(path))
    .map((path) => path.replace(/\/[0-9a-f]{16}\//, '/HASH/'))
    .sort()
}

test('tar.gz: unpacked into a fresh folder it runs; removed, it leaves what it kept, until Start over', {
  tag: '@linux',
}, async ({ startIt, desktop, platform }) => {
  const file = packageFile('.tar.gz')
  const folder = join(desktop.folder, 'unpacked')
  mkdirSync(folder)
  execFileSync('tar', ['--extract', '--gzip', '--file', file, '--directory', folder])
  const program = join(folder, basename(file, '.tar.gz'))
  const binary = join(program, 'parallel-tray')
  // It came from nobody who could update it, and must not say that it did.
  for (const name of ['package-type', 'app-update.yml', 'apparmor-profile'])
    expect(existsSync(join(program, 'resources', name)), name).toBe(false)
  await live(startIt, binary, desktop, platform)

  const app = await startIt(binary)
  await openSection(app.window, 'Settings')
  await app.window.getByRole('button', { name: 'Reset…' }).click()
  const dialog = app.window.getByRole('dialog')
  await dialog.getByRole('textbox').fill('start over')
  const first = app.process.pid
  await dialog.getByRole('button', { name: 'Start over' }).click()
  // It starts itself again, as new.
  const next = await waitFor('The next start', () =>
    processesOf(binary).find(({ pid, type }) => type === undefined && pid !== first),
  )
  process.kill(next.pid, 'SIGTERM')
  await waitFor('Its end', () => processesOf(binary).length === 0)
  expect(platform.control.state().grants.every(({ revoked }) => revoked !== null)).toBe(true)
  expect(kept(desktop).filter((path) => /organisations/.test(path))).toEqual([])
  rmSync(folder, { recursive: true })
  expect(filesThatShow(desktop.folder, [...issuedSecrets(platform), 'org_halden'])).toEqual([])
})

test('deb: what is in it lies where Linux looks for it', { tag: '@linux' }, async ({ desktop }) => {
  const folder = join(desktop.folder, 'deb')
  execFileSync('dpkg-deb', ['--raw-extract', packageFile('.deb'), folder])
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  const desktopFile = read('usr/share/applications/app.parallel_tray.ParallelTray.desktop')
  // A path with a space couldn't be started through Chromium's set-uid sandbox.
  expect(desktopFile).toMatch(/^Exec=\/opt\/parallel-tray\/parallel-tray %U$/m)
  expect(desktopFile).toMatch(/^Name=Parallel Tray$/m)
  expect(desktopFile).toMatch(/^Icon=parallel-tray$/m)
  // Electron calls its windows and itself before portals by desktopName, which has to be this file's name.
  expect(desktopFile).toMatch(/^StartupWMClass=app\.parallel_tray\.ParallelTray$/m)
  expect(read('usr/share/metainfo/app.parallel_tray.ParallelTray.metainfo.xml')).toContain(
    '<launchable type="desktop-id">app.parallel_tray.ParallelTray.desktop</launchable>',
  )
  for (const size of ['16x16', '48x48', '256x256', '512x512'])
    expect(
      statSync(join(folder, `usr/share/icons/hicolor/${size}/apps/parallel-tray.png`)).size,
    ).toBeGreaterThan(0)
  expect(read('usr/share/doc/parallel-tray/copyright')).toContain('MIT License')
  const profile = read('opt/parallel-tray/resources/apparmor-profile')
  expect(profile).toContain('profile "parallel-tray" "/opt/parallel-tray/parallel-tray" flags=(unconfined)')
  expect(profile).toContain('userns,')
  // Nothing of it may run as root by itself: the helper of the sandbox is made so only where it has to be.
  const setUid = filesIn(folder).filter((path) => (statSync(path).mode & 0o7000) !== 0)
  expect(setUid).toEqual([])
})

test('deb: installed by dpkg it runs, an update changes nothing, and purged it leaves only what the user keeps', {
  tag: ['@linux', '@installs'],
}, async ({ startIt, desktop, platform }) => {
  test.setTimeout(120_000)
  const before = await changedFiles()
  // Without a dependency that is missing dpkg would refuse.
  await installDeb()
  const binary = '/opt/parallel-tray/parallel-tray'
  expect(realpathSync('/usr/bin/parallel-tray')).toBe(binary)
  expect(statSync(binary).uid).toBe(0)
  const wire = await getCurrentFuseWire(binary)
  expect(fuseFaults(wire as unknown as Record<string, number>)).toEqual([])
  await live(startIt, binary, desktop, platform)
  const keptThen = kept(desktop)
  expect(keptThen).toEqual(
    expect.arrayContaining([
      'documents/organisations/HASH/grant.json',
      'documents/organisations/HASH/readings.json',
    ]),
  )

  await installDeb()
  expect(readlinkSync('/etc/alternatives/parallel-tray')).toBe(binary)
  const updated = await startIt(binary)
  await expect(updated.window.locator('.figure')).toHaveText('$184.20')
  expect(await updated.quit()).toBe(0)

  await purgeDeb()
  // The books of dpkg itself, and indexes of what is installed.
  const books = /^\/var\/(?:lib\/dpkg|log)\/|\/(?:mimeinfo|icon-theme)\.cache$/
  const left = (await changedFiles()).filter((path) => !before.includes(path) && !books.test(path))
  expect(left).toEqual([])
  for (const path of ['/opt/parallel-tray', '/usr/bin/parallel-tray', '/etc/alternatives/parallel-tray'])
    expect(existsSync(path), path).toBe(false)
  expect(kept(desktop)).toEqual(keptThen)
})
