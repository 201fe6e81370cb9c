/**
 * The packages: installed for a new user, run, updated and removed. A fake fpm builds the deb, and the real dpkg installs
 * it.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { getCurrentFuseWire } from '@electron/fuses'
import { findFuseFaults } from '../../scripts/package/fuses.mjs'
import {
  appEnvironment,
  test as base,
  expect,
  filesContaining,
  filesIn,
  issuedSecrets,
  openAppSettings,
  startSignIn,
} from '../app.ts'
import type { Desktop } from '../desktop/desktop.ts'
import { waitFor } from '../desktop/wait.ts'
import type { Platform } from '../platform/platform.ts'
import { changedFiles, installDeb, purgeDeb } from './dpkg.ts'
import { isSandboxed, type PackagedApp, startPackaged } from './packaged-app.ts'
import { findProcesses } from './processes.ts'

type StartBinary = (binary: string) => Promise<PackagedApp>

const test = base.extend<{ readonly startBinary: StartBinary }>({
  startBinary: async ({ desktop, platform }, use) => {
    const binaries = new Set<string>()
    await use((binary) => {
      binaries.add(binary)
      return startPackaged({ desktop, ...platform, binary, onSpawn: () => {} })
    })
    for (const { pid } of [...binaries].flatMap((binary) => findProcesses(binary)))
      process.kill(pid, 'SIGKILL')
  },
})

function packageFile(extension: string): string {
  const files = JSON.parse(process.env.PARALLEL_TRAY_PACKAGES ?? '[]') as readonly string[]
  const found = files.find((file) => file.endsWith(extension))
  if (found === undefined) throw new Error(`\`npm run test:package\` made no ${extension}.`)
  return found
}

/** Signs in, restarts, checks that the app is still signed in, and quits it. */
async function signInAndRestart(
  start: StartBinary,
  binary: string,
  desktop: Desktop,
  platform: Platform,
): Promise<void> {
  const app = await start(binary)
  const renderers = findProcesses(binary).filter(({ type }) => type === 'renderer')
  expect(renderers.length).toBeGreaterThan(0)
  expect(renderers.every(({ pid }) => isSandboxed(pid))).toBe(true)
  platform.control.approve({ userCode: await startSignIn(app.window), orgId: 'org_halden' })
  await expect(app.window.locator('.figure')).toHaveText('$184.20')
  expect(await desktop.tray?.waitForItem()).toBeDefined()
  expect(await app.quit()).toBe(0)
  const again = await start(binary)
  await expect(again.window.locator('.figure')).toHaveText('$184.20')
  expect(await again.quit()).toBe(0)
  expect(filesContaining(desktop.folder, issuedSecrets(platform))).toEqual([])
}

/** The user's data files, with hashes in their names replaced. */
function listUserFiles(desktop: Desktop): readonly string[] {
  const userData = join(desktop.folder, 'user-data')
  const dataFolders = /^documents\//
  return filesIn(userData)
    .map((path) => relative(userData, path))
    .filter((path) => dataFolders.test(path))
    .map((path) => path.replace(/\/[0-9a-f]{16}\//, '/HASH/'))
    .sort()
}

test('tar.gz: runs unpacked, and erasing removes the user’s data', {
  tag: '@linux',
}, async ({ startBinary, desktop, platform }) => {
  const file = packageFile('.tar.gz')
  const folder = join(desktop.folder, 'unpacked')
  mkdirSync(folder)
  execFileSync('tar', ['--extract', '--gzip', '--file', file, '--directory', folder])
  const program = join(folder, basename(file, '.tar.gz'))
  const binary = join(program, 'parallel-tray')
  // An unpacked archive has no updater, so it must carry no update metadata.
  for (const name of ['package-type', 'app-update.yml', 'apparmor-profile'])
    expect(existsSync(join(program, 'resources', name)), name).toBe(false)
  await signInAndRestart(startBinary, binary, desktop, platform)

  const app = await startBinary(binary)
  await openAppSettings(app.window)
  await app.window.getByRole('button', { name: 'Erase…' }).click()
  const dialog = app.window.getByRole('dialog')
  await dialog.getByRole('textbox').fill('erase')
  const first = app.process.pid
  await dialog.getByRole('button', { name: 'Erase everything' }).click()
  // The app relaunches itself.
  const next = await waitFor('The relaunched app', () =>
    findProcesses(binary).find(({ pid, type }) => type === undefined && pid !== first),
  )
  process.kill(next.pid, 'SIGTERM')
  await waitFor('The exit of the relaunched app', () => findProcesses(binary).length === 0)
  expect(platform.control.state().grants.every(({ revoked }) => revoked !== null)).toBe(true)
  expect(listUserFiles(desktop).filter((path) => /organisations/.test(path))).toEqual([])
  rmSync(folder, { recursive: true })
  expect(filesContaining(desktop.folder, [...issuedSecrets(platform), 'org_halden'])).toEqual([])
})

test('deb: has its files where Linux expects them', { tag: '@linux' }, async ({ desktop }) => {
  const folder = join(desktop.folder, 'deb')
  execFileSync('dpkg-deb', ['--raw-extract', packageFile('.deb'), folder])
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  const desktopFile = read('usr/share/applications/app.parallel_tray.ParallelTray.desktop')
  // Chromium's set-uid sandbox can't start a program from a path with a space.
  expect(desktopFile).toMatch(/^Exec=\/opt\/parallel-tray\/parallel-tray %U$/m)
  expect(desktopFile).toMatch(/^Name=Parallel Tray$/m)
  expect(desktopFile).toMatch(/^Icon=parallel-tray$/m)
  // Electron uses desktopName for its windows and towards portals; it has to be this file's name.
  expect(desktopFile).toMatch(/^StartupWMClass=app\.parallel_tray\.ParallelTray$/m)
  expect(read('usr/share/metainfo/app.parallel_tray.ParallelTray.metainfo.xml')).toContain(
    '<launchable type="desktop-id">app.parallel_tray.ParallelTray.desktop</launchable>',
  )
  for (const size of ['16x16', '48x48', '256x256', '512x512'])
    expect(
      statSync(join(folder, `usr/share/icons/hicolor/${size}/apps/parallel-tray.png`)).size,
    ).toBeGreaterThan(0)
  expect(read('usr/share/doc/parallel-tray/copyright')).toContain('MIT License')
  expect(read('usr/share/bash-completion/completions/parallel-tray')).toContain('--organization')
  for (const file of [
    'zsh/vendor-completions/_parallel-tray',
    'fish/vendor_completions.d/parallel-tray.fish',
  ])
    expect(read(`usr/share/${file}`)).toContain('organization')
  const profile = read('opt/parallel-tray/resources/apparmor-profile')
  expect(profile).toContain('profile "parallel-tray" "/opt/parallel-tray/parallel-tray" flags=(unconfined)')
  expect(profile).toContain('userns,')
  // No set-uid file is packed: the installation sets the bit of the sandbox helper only where it is needed.
  const setUid = filesIn(folder).filter((path) => (statSync(path).mode & 0o7000) !== 0)
  expect(setUid).toEqual([])
})

test('deb: runs when installed, survives an update, and leaves only user data when purged', {
  tag: ['@linux', '@installs'],
}, async ({ startBinary, desktop, platform }) => {
  test.setTimeout(120_000)
  const before = await changedFiles()
  // dpkg would fail if a dependency were missing.
  await installDeb()
  const binary = '/opt/parallel-tray/parallel-tray'
  expect(realpathSync('/usr/bin/parallel-tray')).toBe(binary)
  expect(statSync(binary).uid).toBe(0)
  const wire = await getCurrentFuseWire(binary)
  expect(findFuseFaults(wire as unknown as Record<string, number>)).toEqual([])
  await signInAndRestart(startBinary, binary, desktop, platform)
  const userFiles = listUserFiles(desktop)
  expect(userFiles).toEqual(
    expect.arrayContaining([
      'documents/organisations/HASH/grant.json',
      'documents/organisations/HASH/readings.json',
    ]),
  )

  await installDeb()
  expect(readlinkSync('/etc/alternatives/parallel-tray')).toBe(binary)
  const updated = await startBinary(binary)
  await expect(updated.window.locator('.figure')).toHaveText('$184.20')
  const env = appEnvironment(desktop, platform)
  // The installed program is on the PATH.
  const inShell = (line: string) => execFileSync('/bin/sh', ['-c', line], { encoding: 'utf8', env })
  expect(inShell('parallel-tray --status 2>/dev/null')).toMatch(/^Halden Research: \$184\.20 spendable/)
  expect(inShell('parallel-tray --status --json 2>/dev/null | jq -r .organizations[0].state')).toBe(
    'active\n',
  )
  expect(inShell('man --warnings parallel-tray 2>&1')).toContain('parallel-tray [options]')
  expect(await updated.quit()).toBe(0)

  await purgeDeb()
  // dpkg's own database and logs, and caches of installed files; AppArmor keeps what it compiled, of any package.
  const packageDatabases =
    /^\/var\/(?:lib\/dpkg|log|cache\/(?:apparmor|man))\/|\/(?:mimeinfo|icon-theme)\.cache$/
  const remaining = (await changedFiles()).filter(
    (path) => !before.includes(path) && !packageDatabases.test(path),
  )
  expect(remaining).toEqual([])
  for (const path of ['/opt/parallel-tray', '/usr/bin/parallel-tray', '/etc/alternatives/parallel-tray'])
    expect(existsSync(path), path).toBe(false)
  expect(listUserFiles(desktop)).toEqual(userFiles)
})
