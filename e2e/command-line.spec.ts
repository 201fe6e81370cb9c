/** The command line: what ends at once, what reaches the running app, and with which exit code. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { terminal } from '../words/terminal.ts'
import {
  appEnvironment,
  exitOf,
  expect,
  isVisible,
  type RunningApp,
  runToEnd,
  showCode,
  shownCode,
  signIn,
  stateOf,
  test,
  withoutChromiumLog,
} from './app.ts'
import type { Desktop } from './desktop/desktop.ts'
import { launchApp } from './desktop/launch.ts'
import type { Platform } from './platform/platform.ts'

/** Types the words in a terminal without any display, as over a network or from a timer. */
async function type(desktop: Desktop, platform: Platform, ...words: string[]) {
  const { DISPLAY: _x, DBUS_SESSION_BUS_ADDRESS: _bus, ...env } = appEnvironment(desktop, platform)
  const { code, output } = await runToEnd(env, 20_000, () => {}, { words })
  return { code, output: withoutChromiumLog(output) }
}

const asked = { code: 0, output: `${terminal.asked}\n` }
const noneRuns = { code: 3, output: `${terminal.noneRuns}\n` }

async function hide({ electron }: RunningApp): Promise<void> {
  await electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide()
  })
}

test('version, help and wrong options need no display and leave nothing on the disk', {
  tag: '@linux',
}, async ({ desktop, platform }) => {
  const home = join(desktop.folder, 'untouched')
  mkdirSync(home)
  const env = { PATH: desktop.env.PATH ?? '', HOME: home, XDG_RUNTIME_DIR: home }
  const run = async (...words: string[]) => {
    const { code, output } = await runToEnd(env, 20_000, () => {}, { words })
    return { code, output: withoutChromiumLog(output) }
  }
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(await run('--version')).toEqual({ code: 0, output: `Parallel Tray ${version}\n` })
  expect(await run('--help')).toEqual({ code: 0, output: `${terminal.help}\n` })
  expect(await run('--hiden')).toEqual({ code: 2, output: `${terminal.unknown('--hiden')}\n` })
  const both = `${terminal.notTogether('--quit', '--refresh')}\n`
  expect(await run('--quit', '--refresh')).toEqual({ code: 2, output: both })
  for (const word of ['--refresh', '--quit', '--diagnostics']) expect(await run(word), word).toEqual(noneRuns)
  expect(readdirSync(home)).toEqual([])
  expect(platform.control.requests()).toEqual([])
})

test('a lock that a crash left is no running app', { tag: '@linux' }, async ({ desktop, platform }) => {
  const userData = join(desktop.folder, 'user-data')
  mkdirSync(userData)
  // Of a process number that no system gives.
  symlinkSync(`${hostname()}-99999999`, join(userData, 'SingletonLock'))
  expect(await type(desktop, platform, '--quit')).toEqual(noneRuns)
  expect(readdirSync(userData)).toEqual([])
})

test('--refresh reads in the running app, and leaves its window as it is', { tag: '@linux' }, async ({
  platform,
  desktop,
  start,
}) => {
  const app = await start()
  await signIn(app, platform)
  await hide(app)
  platform.control.setOrganisation('org_halden', { creditBalanceCents: 19_450 })
  platform.control.clearRequests()
  expect(await type(desktop, platform, '--refresh')).toEqual(asked)
  await platform.control.waitForRequest({ path: '/balance', done: true })
  await expect.poll(async () => (await stateOf(app)).organisations[0]?.balance?.spendableCents).toBe(18_200)
  expect(await type(desktop, platform, '--hidden')).toEqual(asked)
  expect(await isVisible(app)).toBe(false)
})

test('--diagnostics shows them, --quit ends the running app', { tag: '@linux' }, async ({
  platform,
  desktop,
  start,
}) => {
  const app = await start()
  await expect(app.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  await hide(app)
  expect(await type(desktop, platform, '--diagnostics')).toEqual(asked)
  await expect.poll(() => isVisible(app)).toBe(true)
  await expect(app.window.getByRole('dialog', { name: 'Diagnostics' })).toBeVisible()
  const ended = exitOf(app)
  expect(await type(desktop, platform, '--quit')).toEqual(asked)
  expect(await ended).toBe(0)
  expect(await type(desktop, platform, '--quit')).toEqual(noneRuns)
})

test('--sign-in starts the app with a code that allows the least', { tag: '@linux' }, async ({
  platform,
  start,
}) => {
  const app = await start({ args: ['--sign-in'] })
  platform.control.approve({ userCode: await shownCode(app.window), orgId: 'org_halden' })
  await expect(app.window.locator('.figure')).toHaveText('$184.20')
  expect((await stateOf(app)).organisations[0]?.permissions).toEqual(['see'])
})

test('--sign-in reaches the running app, where it signs in or asks how much is allowed', {
  tag: '@linux',
}, async ({ platform, desktop, start }) => {
  const app = await start()
  await expect(app.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  await hide(app)
  expect(await type(desktop, platform, '--sign-in')).toEqual(asked)
  await expect.poll(() => isVisible(app)).toBe(true)
  platform.control.approve({ userCode: await shownCode(app.window), orgId: 'org_halden' })
  await expect(app.window.locator('.figure')).toHaveText('$184.20')
  expect(await type(desktop, platform, '--sign-in')).toEqual(asked)
  await expect(app.window.getByRole('checkbox', { name: 'Add money' })).toBeVisible()
})

test('--quit asks in the window while a card is charged', { tag: '@linux' }, async ({
  platform,
  desktop,
  start,
}) => {
  const app = await start()
  await signIn(app, platform, 'org_halden', ['Add money'])
  const held = platform.control.fault({ kind: 'hold', match: { path: '/balance/add' } })
  await app.window.evaluate(() => {
    const given = { organisationId: 'org_halden', amountCents: 500 }
    void window.parallelTray.command('top-up.start', given)
  })
  await expect.poll(async () => (await stateOf(app)).organisations[0]?.topUp.kind).toBe('charging')
  await hide(app)
  expect(await type(desktop, platform, '--quit')).toEqual(asked)
  await expect.poll(() => isVisible(app)).toBe(true)
  await expect(app.window.getByRole('dialog')).toContainText('Whether $5.00 is charged isn’t known yet.')
  platform.control.clearFaults(held)
  await expect.poll(async () => (await stateOf(app)).organisations[0]?.topUp.kind).toBe('added')
})

test('who starts the app while it quits gets it again', { tag: '@linux' }, async ({
  platform,
  desktop,
  start,
}) => {
  const first = await start()
  await showCode(first.window)
  // A poll whose answer doesn't come is waited for: an approval may be in it.
  const poll = { path: '=/getServiceKeys/token' }
  platform.control.fault({ kind: 'hold', match: poll })
  platform.control.clearRequests()
  await platform.control.waitForRequest(poll)
  const ended = exitOf(first)
  await first.electron.evaluate(({ app: itself }) => {
    itself.once('will-quit', () => console.log('it goes'))
    itself.quit()
  })
  expect(await type(desktop, platform, '--refresh')).toEqual(noneRuns)
  const { platformUrl, serviceApiUrl } = platform
  const second = await launchApp({ desktop, platformUrl, serviceApiUrl })
  try {
    expect(first.output()).toContain('it goes')
    expect(await ended).toBe(0)
    const window = await second.electron.firstWindow()
    await expect(window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  } finally {
    await second.close()
  }
})
