/** The Windows app under Wine: its registry, encryption, file names and zip. */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getCurrentFuseWire } from '@electron/fuses'
import type { Page } from '@playwright/test'
import { findFuseFaults } from '../../scripts/package/fuses.mjs'
import {
  appPath,
  expect,
  filesContaining,
  grantFiles,
  issuedSecrets,
  kill,
  notice,
  openSection,
  type RunningApp,
  signIn,
  startSignIn,
  stateOf,
  stubFileDialogs,
  test,
  waitForExit,
} from '../app.ts'
import type { Desktop } from '../desktop/desktop.ts'
import { electronCommand } from '../desktop/launch.ts'
import { runPackaged, startPackaged } from '../packaged/packaged-app.ts'

const runKey = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run'

/** Runs one of Wine's own programs and returns what it prints. */
function wine(desktop: Desktop, ...args: readonly string[]): string {
  return execFileSync('wine64', args, { env: desktop.env, encoding: 'utf8' })
}

/** What Windows starts at login, by name. */
function loginItems(desktop: Desktop): Record<string, string> {
  const file = join(desktop.folder, 'run.reg')
  wine(desktop, 'reg', 'export', runKey, appPath(file), '/y')
  const lines = readFileSync(file, 'utf16le').split(/\r?\n/)
  const entries = lines.map((line) => /^"(.+?)"="(.*)"$/.exec(line))
  return Object.fromEntries(
    entries.flatMap((entry) => (entry === null ? [] : [[entry[1], entry[2]?.replace(/\\(.)/g, '$1')]])),
  )
}

/** A program for the tests that runs Electron from `folder`, with further arguments before its own. */
function electronIn(folder: string, desktop: Desktop, ...args: readonly string[]): string {
  const path = join(desktop.folder, 'electron-in')
  writeFileSync(
    path,
    `#!/bin/sh\ncd '${folder}' && exec '${electronCommand().executable}' ${args.join(' ')} "$@"\n`,
  )
  chmodSync(path, 0o755)
  return path
}

/** Makes a Windows program that creates the file `ran` beside itself and succeeds. */
function makeProgram(path: string): void {
  const script = [
    'Target amd64-unicode',
    `OutFile "${path}"`,
    'SilentInstall silent',
    'RequestExecutionLevel user',
    'Section',
    'FileOpen $0 "$EXEDIR\\ran" w',
    'FileClose $0',
    'SectionEnd',
  ]
  execFileSync('makensis', ['-V1', '-'], { input: script.join('\n') })
}

async function createKey({ window }: Pick<RunningApp, 'window'>): Promise<void> {
  const dialog = window.getByRole('dialog')
  await openSection(window, 'Apps & keys')
  await window.getByRole('button', { name: 'New key in enrichment' }).click()
  await dialog.getByRole('textbox').fill('laptop')
  await dialog.getByRole('button', { name: 'Create key' }).click()
}

test('Windows: stays signed in when killed right after the very first sign-in, with no secret on disk in the clear', async ({
  platform,
  desktop,
  start,
}) => {
  const first = await start()
  await signIn(first, platform)
  expect(grantFiles(first)).toHaveLength(1)
  await kill(first)
  expect(filesContaining(desktop.folder, issuedSecrets(platform))).toEqual([])
  const again = await start()
  await expect(again.window.locator('.figure')).toHaveText('$184.20')
  expect((await stateOf(again)).organisations[0]?.session).toMatchObject({
    kind: 'active',
    keeping: 'encrypted',
  })
})

test('Windows: a sign-in counts as stored only once the encryption key is on the disk, or has not come in time', async ({
  platform,
  desktop,
  start,
}) => {
  // Chromium can neither read nor write its file.
  mkdirSync(join(desktop.folder, 'user-data/Local State'), { recursive: true })
  const app = await start()
  platform.control.approve({ userCode: await startSignIn(app.window), orgId: 'org_halden' })
  await platform.control.waitForRequest({ path: '/token', done: true }, 20_000)
  const log = (): string => readFileSync(join(app.userData, 'logs/main.log'), 'utf8')
  expect(grantFiles(app)).toEqual([])
  await expect(notice(app.window)).toContainText('Signed in to')
  expect(log()).toContain('"event":"encryption key not on the disk"')
})

test('Windows: says in its own words that a stored sign-in can’t be opened', async ({
  platform,
  desktop,
  start,
}) => {
  const first = await start()
  await signIn(first, platform)
  await first.close()
  // Another key, as on another computer.
  const file = join(first.userData, 'Local State')
  const { os_crypt: _, ...others } = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify(others))
  const again = await start()
  await expect(notice(again.window)).toContainText('Windows can’t open the stored sign-in')
  await expect(notice(again.window).getByRole('button').first()).toContainText('Sign in again')
  expect(desktop.openedUrls()).toEqual([])
})

test('Windows: saves a key in a .env file with CRLF, in a folder with spaces and umlauts, and runs no git from the current folder', async ({
  platform,
  desktop,
  start,
}) => {
  const project = join(desktop.folder, 'Größe und Maß')
  const planted = join(desktop.folder, 'planted')
  for (const folder of [join(project, '.git'), planted]) mkdirSync(folder, { recursive: true })
  const env = join(project, '.env')
  writeFileSync(env, '# ours\r\nPARALLEL_API_KEY=old\r\nOTHER="1"\r\n')
  makeProgram(join(planted, 'git.exe'))

  const app = await start({ wrapper: electronIn(planted, desktop) })
  await signIn(app, platform, 'org_halden', ['Manage apps and keys'])
  await createKey(app)
  await stubFileDialogs(app, env)
  // There is no git, so the app asks whether to save anyway.
  await app.electron.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false })
  })
  const dialog = app.window.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Save to .env…' }).click()
  await expect(dialog).toContainText('Saved in .env.')
  const [secret] = platform.control.secrets().apiKeys
  expect(readFileSync(env, 'utf8')).toBe(`# ours\r\nPARALLEL_API_KEY=${secret}\r\nOTHER="1"\r\n`)
  expect(existsSync(join(planted, 'ran'))).toBe(false)
  // The program could have been run: Wine supports it.
  wine(desktop, appPath(join(planted, 'git.exe')))
  expect(existsSync(join(planted, 'ran'))).toBe(true)
})

test('Windows: hears of the end of the session while the app is in the tray', async ({ desktop, start }) => {
  const app = await start()
  await expect(app.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
  })
  const exit = waitForExit(app)
  wine(desktop, 'wineboot', '--end-session')
  await exit
  expect(readFileSync(join(app.userData, 'logs/main.log'), 'utf8')).toContain(
    '"event":"ended","by":"session"',
  )
})

test.describe('the zip for Windows', () => {
  /** Unpacks it where a user might: a path with spaces and umlauts. */
  function unpack(desktop: Desktop): string {
    const folder = join(desktop.folder, 'Entpackte Programme für Jörg')
    execFileSync('7z', ['x', '-y', `-o${folder}`, process.env.PARALLEL_TRAY_WINE ?? ''])
    return join(folder, 'Parallel Tray.exe')
  }

  test('has the configured fuses, and the hash of its archive', async ({ desktop }) => {
    const program = unpack(desktop)
    const wire = await getCurrentFuseWire(program)
    expect(findFuseFaults(wire as unknown as Record<string, number>)).toEqual([])
    // Those of Electron 22.
    expect(Object.keys(wire).filter((key) => key !== 'version')).toHaveLength(7)
    expect(readFileSync(program).includes(Buffer.from('resources\\\\app.asar'))).toBe(true)
  })

  test('starts, and opens at login by a quoted path without further arguments', async ({
    desktop,
    platform,
  }) => {
    const program = unpack(desktop)
    const binary = electronIn(desktop.folder, desktop, '--no-sandbox')
    const env = { ...desktop.env, WINE_PROGRAM: program }
    const app = await startPackaged({ desktop: { ...desktop, env }, ...platform, binary, onSpawn: () => {} })
    try {
      await expect(app.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
      const changeSettings = (page: Page, openAtLogin: boolean) =>
        page.evaluate(
          (value) => window.parallelTray.command('settings.change', { change: { openAtLogin: value } }),
          openAtLogin,
        )
      expect(await changeSettings(app.window, true)).toMatchObject({ ok: true })
      expect(loginItems(desktop)).toEqual({ 'app.parallel-tray': `"${appPath(program)}"` })
      expect(await changeSettings(app.window, false)).toMatchObject({ ok: true })
      expect(loginItems(desktop)).toEqual({})
      const quitting = runPackaged(
        ['--quit'],
        { ...env, PARALLEL_TRAY_USER_DATA: app.userData, ...urlsOf(platform) },
        binary,
      )
      expect(await quitting.exited).toBe(0)
      expect(await app.exited).toBe(0)
    } finally {
      app.process.kill('SIGKILL')
    }
  })
})

function urlsOf({ platformUrl, serviceApiUrl }: { platformUrl: string; serviceApiUrl: string }) {
  return { PARALLEL_PLATFORM_URL: platformUrl, PARALLEL_SERVICE_API_URL: serviceApiUrl }
}
