/** The single-instance lock, and starts that fail with an explanation. */
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { terminal } from '../words/terminal.ts'
import { appEnvironment, expect, isVisible, runUntilExit, signIn, test } from './app.ts'
import { timeoutFactor } from './desktop/wait.ts'

test('a second instance shows the window of the first and exits', async ({ platform, desktop, start }) => {
  const app = await start()
  await signIn(app, platform)
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide()
  })
  expect(await isVisible(app)).toBe(false)
  platform.control.clearRequests()
  const second = await runUntilExit(appEnvironment(desktop, platform))
  expect(second.code).toBe(0)
  expect(second.tookMs).toBeLessThan(8000 * timeoutFactor)
  await expect.poll(() => isVisible(app)).toBe(true)
  await expect(app.window.locator('.figure')).toHaveText('$184.20')
  // The second instance used no token: only balance reads of the first reach the server.
  expect(platform.control.requests().filter(({ path }) => !path.includes('/balance'))).toEqual([])
})

test('an invalid environment variable ends the start with a one-line error', async ({
  platform,
  desktop,
}) => {
  const { PARALLEL_SERVICE_API_URL: _, ...env } = appEnvironment(desktop, platform)
  const incomplete = await runUntilExit(env)
  expect(incomplete.code).toBe(2)
  const lines = incomplete.stderr.split('\n').filter((line) => line.includes('PARALLEL_'))
  expect(lines).toEqual([
    'PARALLEL_PLATFORM_URL is set without PARALLEL_SERVICE_API_URL: set both or neither.',
  ])
  const insecure = await runUntilExit({ ...env, PARALLEL_SERVICE_API_URL: 'http://api.example/account' })
  expect(insecure.code).toBe(2)
  expect(insecure.stderr).toContain('PARALLEL_SERVICE_API_URL must begin with https:')
})

test('explains why it can’t start when it can’t take the single-instance lock', { tag: '@linux' }, async ({
  platform,
  desktop,
}) => {
  const userData = join(desktop.folder, 'user-data')
  mkdirSync(userData)
  chmodSync(userData, 0o555)
  // Playwright can't attach in time: the message box opens before Electron is ready.
  const preload = join(import.meta.dirname, 'desktop/accept-message-box.cjs')
  const { code, stdout, stderr } = await runUntilExit(appEnvironment(desktop, platform), { preload })
  chmodSync(userData, 0o755)
  expect(code).toBe(1)
  expect(stderr).toMatch(/^Parallel Tray couldn’t start$/m)
  const [, shown = ''] = /^message box: (.*)$/m.exec(stdout) ?? []
  const { message, detail } = JSON.parse(shown)
  expect(message).toBe('Parallel Tray couldn’t start')
  expect(detail).toContain(userData)
  expect(detail).toContain('SingletonLock')
})

test('--quit prints one line and shows no dialog when it can’t reach the lock’s owner', {
  tag: '@linux',
}, async ({ platform, desktop }) => {
  const userData = join(desktop.folder, 'user-data')
  mkdirSync(userData)
  symlinkSync('elsewhere-1', join(userData, 'SingletonLock'))
  chmodSync(userData, 0o555)
  const env = appEnvironment(desktop, platform)
  const { code, stderr } = await runUntilExit(env, { args: ['--quit'] })
  chmodSync(userData, 0o755)
  expect(code).toBe(1)
  expect(stderr.split('\n').filter((line) => line.startsWith('parallel-tray:'))).toEqual([
    terminal.noAnswer(userData),
  ])
})

test('a start that fails half-way is recorded, exits and releases the lock', async ({
  platform,
  desktop,
  start,
}) => {
  const preload = join(import.meta.dirname, 'desktop/fail-on-start.cjs')
  const { code } = await runUntilExit(appEnvironment(desktop, platform), { preload })
  expect(code).toBe(1)
  const crash = readFileSync(join(desktop.folder, 'user-data/logs/crash.json'), 'utf8')
  expect(crash).toContain('broken at the start')
  const app = await start()
  await expect(app.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
})
