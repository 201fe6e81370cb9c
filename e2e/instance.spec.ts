/** One running app for each user-data folder, and starts that can't succeed say why. */
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  appEnvironment,
  exitOf,
  expect,
  isVisible,
  nextMessageBox,
  pressButton,
  runToEnd,
  signIn,
  test,
} from './app.ts'
import { launchApp } from './desktop/launch.ts'

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
  const { platformUrl, serviceApiUrl } = platform
  const app = await launchApp({ desktop, userData, platformUrl, serviceApiUrl })
  try {
    const ended = exitOf(app)
    const said = await nextMessageBox(app)
    expect(said.message).toBe('Parallel Tray could not start')
    expect(said.detail).toContain(userData)
    expect(said.detail).toContain('SingletonLock')
    expect(app.output()).toContain('Parallel Tray could not start')
    await pressButton(app)
    expect(await ended).toBe(1)
  } finally {
    chmodSync(userData, 0o755)
    await app.close()
  }
})
