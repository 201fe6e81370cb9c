/** The packaged app: its contents, its hardening, and a sign-in that survives a restart. */
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { getCurrentFuseWire } from '@electron/fuses'
import { findFuseFaults } from '../../scripts/package/fuses.mjs'
import { terminal } from '../../words/terminal.ts'
import { test as base, expect, filesContaining, filesIn, startSignIn, stripChromiumLog } from '../app.ts'
import { waitFor } from '../desktop/wait.ts'
import {
  isSandboxed,
  packagedAsar,
  packagedBinary,
  rendererPid,
  runPackaged,
  withPackagedApp,
} from './packaged-app.ts'

const test = withPackagedApp(base)

/** Packed for tests only, when the installed Electron is older than the one in package.json. */
const polyfill = '/scripts/electron-polyfill/'

test('packs only the files that the app needs', { tag: '@smoke' }, () => {
  const files = listPackage(packagedAsar(), { isPack: false })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.\w+$/.test(name))
  const unexpected = files.filter(
    (name) =>
      !/^\/(package\.json|LICENSE|out\/licences\.json)$/.test(name) &&
      !/^\/out\/(main|updater|preload)\/[\w-]+\.cjs$/.test(name) &&
      !/^\/out\/renderer\/(index\.html|assets\/[\w-]+\.(js|css))$/.test(name) &&
      !/^\/out\/icons\/(app|tray\/(linux|mac|windows)\/[\w@-]+)\.png$/.test(name) &&
      !name.startsWith(polyfill),
  )
  expect(unexpected).toEqual([])
  expect(files.length).toBeGreaterThan(10)
})

test('starts and offers to sign in', { tag: '@smoke' }, async ({ packaged }) => {
  const { window } = await packaged()
  await expect(window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
})

test('app.asar is at most 2.5 MiB', () => {
  expect(statSync(packagedAsar()).size).toBeLessThan(2.5 * 1024 * 1024)
})

test('the binary has the configured fuses', { tag: '@smoke' }, async () => {
  const wire = await getCurrentFuseWire(packagedBinary())
  expect(findFuseFaults(wire as unknown as Record<string, number>)).toEqual([])
  // At least the eight fuses of Electron 33: an unreadable wire must not pass as one without faults.
  expect(Object.keys(wire).filter((key) => key !== 'version').length).toBeGreaterThanOrEqual(8)
})

test('answers the command line without a display and without writing to disk', {
  tag: '@linux',
}, async ({ desktop }) => {
  const home = join(desktop.folder, 'untouched')
  mkdirSync(home)
  const env = { PATH: desktop.env.PATH ?? '', HOME: home, XDG_RUNTIME_DIR: home }
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const expected = [
    ['--version', 0, `Parallel Tray ${version}`],
    ['--help', 0, terminal.help],
    ['--hiden', 2, terminal.unknown('--hiden')],
    ['--ignore-certificate-errors', 2, terminal.unknown('--ignore-certificate-errors')],
  ] as const
  for (const [option, code, printed] of expected) {
    const { exited, output } = runPackaged([option], env)
    expect(await exited, option).toBe(code)
    await expect.poll(() => stripChromiumLog(output()), option).toBe(`${printed}\n`)
  }
  expect(readdirSync(home)).toEqual([])
  const quit = runPackaged(['--quit'], env)
  expect(await quit.exited).toBe(3)
  // Electron creates the user-data folder when its path is read; it stays empty.
  expect(filesIn(home)).toEqual([])
})

test('the binary does not run as Node.js and opens no inspector', { tag: '@linux' }, async ({
  desktop,
  platform,
}) => {
  const userData = join(desktop.folder, 'elsewhere')
  mkdirSync(userData)
  const { child, output, exited } = runPackaged(['--inspect=0', '--remote-debugging-port=0'], {
    ...desktop.env,
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: '--require=/nowhere.cjs',
    PARALLEL_TRAY_USER_DATA: userData,
    PARALLEL_PLATFORM_URL: platform.platformUrl,
    PARALLEL_SERVICE_API_URL: platform.serviceApiUrl,
  })
  await waitFor('The app', () => output().includes('DevTools listening'), { seen: output })
  child.kill('SIGTERM')
  await exited
  expect(output()).not.toContain('Debugger listening')
  expect(output()).not.toContain('nowhere.cjs')
})

test('stays signed in across a restart, sandboxed, with no secret on disk in the clear', {
  tag: '@linux',
}, async ({ desktop, platform, packaged }) => {
  const first = await packaged()
  const { window } = first
  expect(isSandboxed(rendererPid())).toBe(true)
  platform.control.approve({ userCode: await startSignIn(window), orgId: 'org_halden' })
  await expect(window.locator('.figure')).toHaveText('$184.20')
  expect(await first.quit()).toBe(0)

  const { accessTokens, refreshTokens, deviceCodes } = platform.control.secrets()
  const secrets = [...accessTokens, ...refreshTokens, ...deviceCodes]
  expect(secrets.length).toBeGreaterThanOrEqual(3)
  expect(filesContaining(desktop.folder, secrets)).toEqual([])

  const again = await packaged()
  await expect(again.window.locator('.figure')).toHaveText('$184.20')
  expect(await again.quit()).toBe(0)
})
