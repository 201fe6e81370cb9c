/** Running in the tray: a closed window frees its memory and reopens in the same state. */
import {
  closeWindow,
  countWindows,
  expect,
  isVisible,
  openSection,
  type RunningApp,
  signIn,
  stateOf,
  test,
  wake,
} from './app.ts'

/** The types of the app's processes; a renderer's is `Tab`. */
const processTypes = ({ electron }: RunningApp) =>
  electron.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .map(({ type }) => type)
      .sort(),
  )

type Leaks = {
  /** From `activate` to the painted window, each time. */
  readonly openMs: number[]
  /** Windows that were not garbage-collected. */
  readonly retainedWindows: number
  readonly listeners: number
  readonly heapUsed: number
}

/** Opens and closes the window `times` times. */
function reopenWindow({ electron }: RunningApp, times: number): Promise<Leaks> {
  return electron.evaluate(async ({ app, powerMonitor, nativeTheme, screen }, count) => {
    const openMs: number[] = []
    const windows: WeakRef<Electron.BrowserWindow>[] = []
    for (let time = 0; time < count; time += 1) {
      const startedAt = performance.now()
      const shown = new Promise<Electron.BrowserWindow>((resolve) => {
        app.once('browser-window-created', (_event, window) => window.once('show', () => resolve(window)))
      })
      app.emit('activate')
      const window = await shown
      openMs.push(performance.now() - startedAt)
      windows.push(new WeakRef(window))
      const closed = new Promise<void>((resolve) => window.once('closed', () => resolve()))
      window.close()
      powerMonitor.emit('resume')
      await closed
    }
    const { gc } = globalThis as { gc?: () => void }
    if (gc === undefined) throw new Error('The heap can only be measured with --expose-gc')
    for (let round = 0; round < 3; round += 1) {
      gc()
      await new Promise((resolve) => setImmediate(resolve))
    }
    const retainedWindows = windows.filter((window) => window.deref() !== undefined).length
    const emitters = [app, powerMonitor, nativeTheme, screen, process]
    const counts = emitters.flatMap((emitter) =>
      emitter.eventNames().map((name) => emitter.listenerCount(name)),
    )
    const listeners = counts.reduce((sum, count) => sum + count, 0)
    const { heapUsed } = process.memoryUsage()
    return { openMs, retainedWindows, listeners, heapUsed }
  }, times)
}

test('leaks no windows, listeners or memory when the window is reopened fifty times', {
  tag: '@linux',
}, async ({ desktop, platform, start }) => {
  test.setTimeout(150_000)
  const app = await start({ args: ['--js-flags=--expose-gc'] })
  await desktop.tray?.waitForItem()
  await signIn(app, platform)
  await closeWindow(app)
  await wake(app)
  await expect.poll(() => countWindows(app)).toBe(0)
  const first = await reopenWindow(app, 10)
  await expect.poll(() => processTypes(app)).not.toContain('Tab')
  const processes = await processTypes(app)
  const { openMs, retainedWindows, listeners, heapUsed } = await reopenWindow(app, 40)
  await expect.poll(() => processTypes(app)).toEqual(processes)
  const fastest = Math.min(...openMs)
  const median = openMs.sort((a, b) => a - b)[20] ?? Number.NaN
  const grownKiB = (heapUsed - first.heapUsed) / 1024
  console.log(
    `window reopened in ${Math.round(median)} ms; after 40 more: ${retainedWindows} retained, ${Math.round(grownKiB)} KiB more`,
  )
  // The fastest of many: on a busy machine most are slower. It takes two seconds if the page never says it has rendered.
  expect(fastest).toBeLessThan(500)
  // The last one may not be collected yet.
  expect(retainedWindows).toBeLessThanOrEqual(1)
  expect(listeners).toBe(first.listeners)
  // Playwright's debugger retains a few KiB for each window; a leaked page would be far larger.
  expect(grownKiB).toBeLessThan(40 * 16)
})

test('reopens the window with the same screen and dialog', { tag: '@linux' }, async ({
  desktop,
  platform,
  start,
}) => {
  const app = await start()
  const tray = await desktop.tray?.waitForItem()
  await signIn(app, platform)
  await openSection(app.window, 'Session')
  await app.window.getByRole('button', { name: 'Sign out…' }).click()
  await expect(app.window.getByRole('dialog')).toBeVisible()
  await closeWindow(app)
  await expect.poll(() => isVisible(app)).toBe(false)
  expect(await countWindows(app)).toBe(1)
  await wake(app)
  await expect.poll(() => countWindows(app)).toBe(0)
  await expect.poll(() => processTypes(app)).not.toContain('Tab')

  const next = app.electron.waitForEvent('window')
  await tray?.click('Open Parallel Tray')
  const again: RunningApp = { ...app, window: await next }
  await expect(again.window.getByRole('dialog')).toContainText('Sign out of Halden Research?')
  await expect(again.window.getByRole('heading', { name: 'Session', level: 1 })).toBeVisible()
})

test('hides a closed window instead of destroying it while it has unsaved input', { tag: '@linux' }, async ({
  desktop,
  start,
}) => {
  const app = await start()
  await desktop.tray?.waitForItem()
  const setUnsaved = (unsaved: boolean) =>
    app.window.evaluate((value) => window.parallelTray.command('view.typing', { unsaved: value }), unsaved)
  expect(await setUnsaved(true)).toMatchObject({ ok: true })
  await closeWindow(app)
  await expect.poll(() => isVisible(app)).toBe(false)
  await wake(app)
  expect(await countWindows(app)).toBe(1)
  await setUnsaved(false)
  await wake(app)
  await expect.poll(() => countWindows(app)).toBe(0)
})

test('drops a hidden window whose renderer crashes, without a notice', { tag: '@linux' }, async ({
  desktop,
  start,
}) => {
  const app = await start()
  const tray = await desktop.tray?.waitForItem()
  await closeWindow(app)
  await expect.poll(() => isVisible(app)).toBe(false)
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })
  await expect.poll(() => countWindows(app)).toBe(0)
  const next = app.electron.waitForEvent('window')
  await tray?.activate()
  const again: RunningApp = { ...app, window: await next }
  await expect(again.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  expect((await stateOf(again)).notices).not.toContainEqual({ kind: 'window-rebuilt' })
})

test('keeps a window that is reopened before it would be destroyed', { tag: '@linux' }, async ({
  desktop,
  start,
}) => {
  const app = await start()
  const tray = await desktop.tray?.waitForItem()
  for (let time = 0; time < 3; time += 1) {
    await closeWindow(app)
    await expect.poll(() => isVisible(app)).toBe(false)
    await tray?.activate()
    await expect.poll(() => isVisible(app)).toBe(true)
  }
  // Reopening cancelled the scheduled destruction.
  await wake(app)
  expect(await isVisible(app)).toBe(true)
  expect((await stateOf(app)).view.screen).toBe('sign-in')
})
