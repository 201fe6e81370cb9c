/** The packaged app as a person gets it: what it holds, what it refuses, and a whole life with it. */
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { getCurrentFuseWire } from '@electron/fuses'
import { fuseFaults } from '../../scripts/package/fuses.mjs'
import { terminal } from '../../words/terminal.ts'
import { test as base, expect, filesIn, filesThatShow, withoutChromiumLog } from '../app.ts'
import { waitFor } from '../desktop/wait.ts'
import {
  isSandboxed,
  packagedAsar,
  packagedBinary,
  runPackaged,
  startsPackaged,
  windowProcess,
} from './packaged-app.ts'

const test = startsPackaged(base)

/** Packed for tests only, where the Electron isn't the one in package.json. */
const polyfill = '/scripts/electron-polyfill/'

test('only what runs is packed', () => {
  const files = listPackage(packagedAsar(), { isPack: false }).filter((name) => /\.\w+$/.test(name))
  const strange = files.filter(
    (name) =>
      !/^\/(package\.json|LICENSE|out\/licences\.json)$/.test(name) &&
      !/^\/out\/(main|preload)\/[\w-]+\.cjs$/.test(name) &&
      !/^\/out\/renderer\/(index\.html|assets\/[\w-]+\.(js|css))$/.test(name) &&
      !/^\/out\/icons\/(app|tray\/(linux|mac|windows)\/[\w@-]+)\.png$/.test(name) &&
      !name.startsWith(polyfill),
  )
  expect(strange).toEqual([])
  expect(files.length).toBeGreaterThan(10)
})

test('app.asar is at most 2 MiB', () => {
  expect(statSync(packagedAsar()).size).toBeLessThan(2 * 1024 * 1024)
})

test('the fuses are as wanted, read from the binary', async () => {
  const wire = await getCurrentFuseWire(packagedBinary())
  expect(fuseFaults(wire as unknown as Record<string, number>)).toEqual([])
  // Eight in Electron 33, more later: a wire that can't be read must not pass for one without faults.
  expect(Object.keys(wire).filter((key) => key !== 'version').length).toBeGreaterThanOrEqual(8)
})

test('debugging switches are refused where the real sign-ins are', { tag: '@linux' }, async ({
  desktop,
  platform,
}) => {
  const env = {
    ...desktop.env,
    PARALLEL_PLATFORM_URL: platform.platformUrl,
    PARALLEL_SERVICE_API_URL: platform.serviceApiUrl,
  }
  for (const word of ['--remote-debugging-port=0', '--remote-debugging-pipe']) {
    const { ended, output } = runPackaged([word], env)
    expect(await ended, word).toBe(2)
    expect(output()).toContain('Debugging is off in the packaged app')
  }
})

test('the command line answers without a display and leaves nothing on the disk', {
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
  for (const [word, code, said] of expected) {
    const { ended, output } = runPackaged([word], env)
    expect(await ended, word).toBe(code)
    await expect.poll(() => withoutChromiumLog(output()), word).toBe(`${said}\n`)
  }
  expect(readdirSync(home)).toEqual([])
  const asking = runPackaged(['--quit'], env)
  expect(await asking.ended).toBe(3)
  // Electron makes the folder as soon as it is asked where it is; nothing is in it.
  expect(filesIn(home)).toEqual([])
})

test('the binary is no Node and opens no inspector', { tag: '@linux' }, async ({ desktop, platform }) => {
  const folder = join(desktop.folder, 'elsewhere')
  mkdirSync(folder)
  const { child, output, ended } = runPackaged(['--inspect=0', '--remote-debugging-port=0'], {
    ...desktop.env,
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: '--require=/nowhere.cjs',
    PARALLEL_TRAY_USER_DATA: folder,
    PARALLEL_PLATFORM_URL: platform.platformUrl,
    PARALLEL_SERVICE_API_URL: platform.serviceApiUrl,
  })
  await waitFor('The app', () => output().includes('DevTools listening'), { seen: output })
  child.kill('SIGTERM')
  await ended
  expect(output()).not.toContain('Debugger listening')
  expect(output()).not.toContain('nowhere.cjs')
})

test('signs in, quits, and is still signed in; sandboxed, and with nothing of it in the clear', {
  tag: '@linux',
}, async ({ desktop, platform, packaged }) => {
  const first = await packaged()
  const { window } = first
  expect(isSandboxed(windowProcess())).toBe(true)
  await window.getByRole('button', { name: 'Sign in', exact: true }).click()
  const code = window.getByText(/^[A-Z]{4}-[A-Z]{4}$/)
  platform.control.approve({ userCode: (await code.textContent()) ?? '', orgId: 'org_halden' })
  await expect(window.locator('.figure')).toHaveText('$184.20')
  expect(await first.quit()).toBe(0)

  const { accessTokens, refreshTokens, deviceCodes } = platform.control.secrets()
  const secrets = [...accessTokens, ...refreshTokens, ...deviceCodes]
  expect(secrets.length).toBeGreaterThanOrEqual(3)
  expect(filesThatShow(desktop.folder, secrets)).toEqual([])

  const again = await packaged()
  await expect(again.window.locator('.figure')).toHaveText('$184.20')
  expect(await again.quit()).toBe(0)
})
