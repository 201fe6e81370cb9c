/** The one window and the process behind it: broken, moved, ended from outside. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  appEnvironment,
  closeWindow,
  exitOf,
  expect,
  isVisible,
  notice,
  openSection,
  type RunningApp,
  runToEnd,
  signIn,
  stateOf,
  test,
  wake,
} from './app.ts'

const windowsOf = ({ electron }: RunningApp) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

test('a window whose process broke comes back at the same place', async ({ platform, start }) => {
  const app = await start()
  await signIn(app, platform)
  await openSection(app.window, 'Session')
  await app.window.getByRole('button', { name: 'Sign out…' }).click()
  await expect(app.window.getByRole('dialog')).toBeVisible()
  const next = app.electron.waitForEvent('window')
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })
  const again: RunningApp = { ...app, window: await next }
  await expect(again.window.getByRole('dialog')).toContainText('Sign out of Halden Research?')
  await again.window.keyboard.press('Escape')
  await expect(again.window.getByRole('heading', { name: 'Session', level: 1 })).toBeVisible()
  const { view, notices } = await stateOf(again)
  expect(view.dialog).toBeNull()
  expect(notices).toContainEqual({ kind: 'window-rebuilt' })
})

test('a window whose process ends before it appears is made again, and is never missing', {
  tag: '@linux',
}, async ({ desktop, start }) => {
  const app = await start()
  const tray = await desktop.tray?.waitForItem()
  const reopened = async (crashes: number): Promise<Page> => {
    await closeWindow(app)
    await expect.poll(() => isVisible(app)).toBe(false)
    await wake(app)
    await expect.poll(() => windowsOf(app)).toBe(0)
    await app.electron.evaluate((electron, count) => {
      let left = count
      const crash = (_event: unknown, contents: Electron.WebContents): void => {
        contents.once('did-navigate', () => {
          if (left > 0) contents.forcefullyCrashRenderer()
          left -= 1
          if (left <= 0) electron.app.off('web-contents-created', crash)
        })
      }
      electron.app.on('web-contents-created', crash)
    }, crashes)
    await tray?.activate()
    await expect.poll(() => isVisible(app)).toBe(true)
    return app.electron.windows().at(-1) as Page
  }
  const once = await reopened(1)
  await expect(once.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  expect((await stateOf({ window: once })).notices).not.toContainEqual({ kind: 'window-rebuilt' })

  await reopened(3)
  const isEmpty = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isCrashed())
  expect(await isEmpty()).toBe(true)
  await tray?.activate()
  await expect.poll(isEmpty).toBe(false)
  await expect.poll(() => isVisible(app)).toBe(true)
})

test('size and place are kept', async ({ start }) => {
  const wanted = { x: 60, y: 70, width: 700, height: 620 }
  const first = await start()
  await first.electron.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds)
  }, wanted)
  await expect.poll(() => first.window.evaluate(() => innerWidth)).toBe(wanted.width)
  await first.close()
  const again = await start()
  const bounds = await again.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
  )
  expect(bounds).toEqual(wanted)
})

// Without a debugger attached: with one, the fallback Electron now and then crashes at its very end.
test('ended by the system: in order', { tag: '@linux' }, async ({ desktop, platform }) => {
  const { code } = await runToEnd(appEnvironment(desktop, platform), 20_000, (child) => {
    void desktop.tray?.waitForItem().then(() => child.kill('SIGTERM'))
  })
  expect(code).toBe(0)
})

for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} to all its processes: ends in order, and makes no window again`, { tag: '@linux' }, async ({
    start,
  }) => {
    // The GPU process ends, too, and Chromium would crash once it has failed to start it again a few times.
    const app = await start({ args: ['--disable-gpu-process-crash-limit'] })
    await expect.poll(() => isVisible(app)).toBe(true)
    const ended = exitOf(app)
    const { pid } = app.electron.process()
    if (pid === undefined) throw new Error('It has no process')
    // Playwright starts the app in a process group of its own.
    process.kill(-pid, signal)
    expect(await ended).toBe(0)
    const lines = readFileSync(join(app.userData, 'logs/main.log'), 'utf8').trimEnd().split('\n')
    const events: string[] = lines.map((line) => JSON.parse(line).event)
    // The window's process may end before the app has heard of the signal.
    expect(events.filter((event) => event !== 'window process gone')).toEqual(['started', 'ended'])
    expect(events.filter((event) => event === 'window process gone').length).toBeLessThanOrEqual(1)
  })
}

test('killed right after the sign-in: still signed in', async ({ platform, start }) => {
  const first = await start()
  await signIn(first, platform)
  const ended = exitOf(first)
  first.electron.process().kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  const again = await start()
  await expect(again.window.locator('.figure')).toHaveText('$184.20')
  await expect(notice(again.window)).toHaveCount(0)
  expect(platform.control.state().grants).toMatchObject([{ revoked: null }])
})
