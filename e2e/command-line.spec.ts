/** The command line: options that exit at once, options for the running app, and exit codes. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { terminal } from '../words/terminal.ts'
import {
  appEnvironment,
  expect,
  isVisible,
  type RunningApp,
  readUserCode,
  runUntilExit,
  signIn,
  startSignIn,
  stateOf,
  stripChromiumLog,
  test,
  waitForExit,
} from './app.ts'
import type { Desktop } from './desktop/desktop.ts'
import { launchApp } from './desktop/launch.ts'
import type { Platform } from './platform/platform.ts'

/** Runs a second instance without a display or a session bus, as over SSH or from cron. */
async function runSecondInstance(desktop: Desktop, platform: Platform, ...args: string[]) {
  const { DISPLAY: _x, DBUS_SESSION_BUS_ADDRESS: _bus, ...env } = appEnvironment(desktop, platform)
  return runCommandLine(env, ...args)
}

async function runCommandLine(env: Record<string, string>, ...args: string[]) {
  const { code, stdout, stderr } = await runUntilExit(env, { args })
  // Scripts read only the app's line; Chromium may log to the other stream.
  return { code, stdout, stderr: stripChromiumLog(stderr) }
}

const success = (line: string) => ({ code: 0, stdout: `${line}\n`, stderr: '' })
const failure = (code: number, line: string) => ({ code, stdout: '', stderr: `${line}\n` })
const acknowledged = success(terminal.asked)
const noInstance = failure(3, terminal.noneRuns)

async function hideWindows({ electron }: RunningApp): Promise<void> {
  await electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide()
  })
}

test('answers --version, --help and invalid options without a display and without writing to disk', {
  tag: '@linux',
}, async ({ desktop, platform }) => {
  const home = join(desktop.folder, 'untouched')
  mkdirSync(home)
  const env = { PATH: desktop.env.PATH ?? '', HOME: home, XDG_RUNTIME_DIR: home }
  const run = (...args: string[]) => runCommandLine(env, ...args)
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(await run('--version')).toEqual(success(`Parallel Tray ${version}`))
  expect(await run('--help')).toEqual(success(terminal.help))
  expect(await run('--hiden')).toEqual(failure(2, terminal.unknown('--hiden')))
  const conflict = terminal.notTogether('--quit', '--refresh')
  expect(await run('--quit', '--refresh')).toEqual(failure(2, conflict))
  for (const option of ['--refresh', '--quit', '--diagnostics'])
    expect(await run(option), option).toEqual(noInstance)
  expect(readdirSync(home)).toEqual([])
  expect(platform.control.requests()).toEqual([])
})

test('ignores the lock that a crashed instance left', { tag: '@linux' }, async ({ desktop, platform }) => {
  const userData = join(desktop.folder, 'user-data')
  mkdirSync(userData)
  // A PID above every system's maximum.
  symlinkSync(`${hostname()}-99999999`, join(userData, 'SingletonLock'))
  expect(await runSecondInstance(desktop, platform, '--quit')).toEqual(noInstance)
  expect(readdirSync(userData)).toEqual([])
})

test('--refresh reads the balance in the running app and leaves its window hidden', {
  tag: '@linux',
}, async ({ platform, desktop, start }) => {
  const app = await start()
  await signIn(app, platform)
  await hideWindows(app)
  platform.control.setOrganisation('org_halden', { creditBalanceCents: 19_450 })
  platform.control.clearRequests()
  expect(await runSecondInstance(desktop, platform, '--refresh')).toEqual(acknowledged)
  await platform.control.waitForRequest({ path: '/balance', done: true })
  await expect.poll(async () => (await stateOf(app)).organisations[0]?.balance?.spendableCents).toBe(18_200)
  expect(await runSecondInstance(desktop, platform, '--hidden')).toEqual(acknowledged)
  expect(await isVisible(app)).toBe(false)
})

test('--diagnostics shows the diagnostics and --quit quits the running app', { tag: '@linux' }, async ({
  platform,
  desktop,
  start,
}) => {
  const app = await start()
  await expect(app.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  await hideWindows(app)
  expect(await runSecondInstance(desktop, platform, '--diagnostics')).toEqual(acknowledged)
  await expect.poll(() => isVisible(app)).toBe(true)
  await expect(app.window.getByRole('dialog', { name: 'Diagnostics' })).toBeVisible()
  const exit = waitForExit(app)
  expect(await runSecondInstance(desktop, platform, '--quit')).toEqual(acknowledged)
  expect(await exit).toBe(0)
  expect(await runSecondInstance(desktop, platform, '--quit')).toEqual(noInstance)
})

test('--sign-in starts the app and a sign-in with minimal permissions', { tag: '@linux' }, async ({
  platform,
  start,
}) => {
  const app = await start({ args: ['--sign-in'] })
  platform.control.approve({ userCode: await readUserCode(app.window), orgId: 'org_halden' })
  await expect(app.window.locator('.figure')).toHaveText('$184.20')
  expect((await stateOf(app)).organisations[0]?.permissions).toEqual(['see'])
})

test('--sign-in starts a sign-in in the running app, or asks for permissions when signed in already', {
  tag: '@linux',
}, async ({ platform, desktop, start }) => {
  const app = await start()
  await expect(app.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  await hideWindows(app)
  expect(await runSecondInstance(desktop, platform, '--sign-in')).toEqual(acknowledged)
  await expect.poll(() => isVisible(app)).toBe(true)
  platform.control.approve({ userCode: await readUserCode(app.window), orgId: 'org_halden' })
  await expect(app.window.locator('.figure')).toHaveText('$184.20')
  expect(await runSecondInstance(desktop, platform, '--sign-in')).toEqual(acknowledged)
  await expect(app.window.getByRole('checkbox', { name: 'Add money' })).toBeVisible()
})

test('--quit asks for confirmation while a top-up is in flight', { tag: '@linux' }, async ({
  platform,
  desktop,
  start,
}) => {
  const app = await start()
  await signIn(app, platform, 'org_halden', ['Add money'])
  const held = platform.control.fault({ kind: 'hold', match: { path: '/balance/add' } })
  // Main charges after real input only.
  await app.window.keyboard.press('Shift')
  await app.window.evaluate(() => {
    const topUp = { organisationId: 'org_halden', amountCents: 500 }
    void window.parallelTray.command('top-up.start', topUp)
  })
  await expect.poll(async () => (await stateOf(app)).organisations[0]?.topUp.kind).toBe('charging')
  await hideWindows(app)
  expect(await runSecondInstance(desktop, platform, '--quit')).toEqual(acknowledged)
  await expect.poll(() => isVisible(app)).toBe(true)
  await expect(app.window.getByRole('dialog')).toContainText('The $5.00 charge isn’t confirmed yet.')
  platform.control.clearFaults(held)
  await expect.poll(async () => (await stateOf(app)).organisations[0]?.topUp.kind).toBe('added')
})

test('starts again when launched while the first instance is quitting', { tag: '@linux' }, async ({
  platform,
  desktop,
  start,
}) => {
  const first = await start()
  await startSignIn(first.window)
  // Quitting waits for a poll in flight, as its response may hold an approval.
  const poll = { path: '=/getServiceKeys/token' }
  platform.control.fault({ kind: 'hold', match: poll })
  platform.control.clearRequests()
  await platform.control.waitForRequest(poll)
  const exit = waitForExit(first)
  await first.electron.evaluate(({ app }) => {
    app.once('will-quit', () => console.log('will quit'))
    app.quit()
  })
  expect(await runSecondInstance(desktop, platform, '--refresh')).toEqual(noInstance)
  const { platformUrl, serviceApiUrl } = platform
  const second = await launchApp({ desktop, platformUrl, serviceApiUrl })
  try {
    expect(first.output()).toContain('will quit')
    expect(await exit).toBe(0)
    const window = await second.electron.firstWindow()
    await expect(window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  } finally {
    await second.close()
  }
})
