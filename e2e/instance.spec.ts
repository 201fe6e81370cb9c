/** One running app for each user-data folder, and starts that can't succeed say why. */
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { terminal } from '../words/terminal.ts'
import { appEnvironment, expect, isVisible, runToEnd, signIn, test } from './app.ts'

test('a second start shows the window of the first and ends', async ({ platform, desktop, start }) => {
  const app = await start()
  await signIn(app, platform)
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide()
  })
  expect(await isVisible(app)).toBe(false)
  platform.control.clearRequests()
  const second = await runToEnd(appEnvironment(desktop, platform))
  expect(second.code).toBe(0)
  expect(second.tookMs).toBeLessThan(8000)
  await expect.poll(() => isVisible(app)).toBe(true)
  await expect(app.window.locator('.figure')).toHaveText('$184.20')
  // It touched no token: whatever was asked since came from the first.
  expect(platform.control.requests().filter(({ path }) => !path.includes('/balance'))).toEqual([])
})

test('a setting that makes no sense ends the start with one line', async ({ platform, desktop }) => {
  const { PARALLEL_SERVICE_API_URL: _, ...env } = appEnvironment(desktop, platform)
  const ended = await runToEnd(env)
  expect(ended.code).toBe(2)
  const said = ended.output.split('\n').filter((line) => line.includes('PARALLEL_'))
  expect(said).toEqual([
    'PARALLEL_PLATFORM_URL is set without PARALLEL_SERVICE_API_URL: set both or neither.',
  ])
  const plain = await runToEnd({ ...env, PARALLEL_SERVICE_API_URL: 'http://api.example/account' })
  expect(plain.code).toBe(2)
  expect(plain.output).toContain('PARALLEL_SERVICE_API_URL must begin with https:')
})

test('a lock that nobody answers for is explained', { tag: '@linux' }, async ({ platform, desktop }) => {
  const userData = join(desktop.folder, 'user-data')
  mkdirSync(userData)
  chmodSync(userData, 0o555)
  // Playwright can't be there in time: the start waits for an answer before Electron goes on.
  const first = join(import.meta.dirname, 'desktop/accept-message-box.cjs')
  const ended = await runToEnd(appEnvironment(desktop, platform), 20_000, () => {}, { first })
  chmodSync(userData, 0o755)
  expect(ended.code).toBe(1)
  expect(ended.output).toMatch(/^Parallel Tray could not start$/m)
  const [, shown = ''] = /^message box: (.*)$/m.exec(ended.output) ?? []
  const { message, detail } = JSON.parse(shown)
  expect(message).toBe('Parallel Tray could not start')
  expect(detail).toContain(userData)
  expect(detail).toContain('SingletonLock')
})

test('nobody answers who only asks, either: one line, and no dialog', { tag: '@linux' }, async ({
  platform,
  desktop,
}) => {
  const userData = join(desktop.folder, 'user-data')
  mkdirSync(userData)
  symlinkSync('elsewhere-1', join(userData, 'SingletonLock'))
  chmodSync(userData, 0o555)
  const env = appEnvironment(desktop, platform)
  const { code, output } = await runToEnd(env, 20_000, () => {}, { words: ['--quit'] })
  chmodSync(userData, 0o755)
  expect(code).toBe(1)
  expect(output.split('\n').filter((line) => line.startsWith('parallel-tray:'))).toEqual([
    terminal.noAnswer(userData),
  ])
})

test('a start that breaks half-way ends and is written down, and holds no lock', async ({
  platform,
  desktop,
  start,
}) => {
  const first = join(import.meta.dirname, 'desktop/fail-on-start.cjs')
  const { code } = await runToEnd(appEnvironment(desktop, platform), 20_000, () => {}, { first })
  expect(code).toBe(1)
  const crash = readFileSync(join(desktop.folder, 'user-data/logs/crash.json'), 'utf8')
  expect(crash).toContain('broken at the start')
  const app = await start()
  await expect(app.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
})
