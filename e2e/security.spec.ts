/**
 * The boundary between window and main, where a test has to look into main, which only the unpacked app allows. The
 * other tests of it run the packaged app: `packaged/attack-*.spec.ts`.
 */
import { resolve } from 'node:path'
import { appPath, expect, issuedSecrets, notice, startSignIn, stateOf, test } from './app.ts'

test('accepts commands from the app’s own page only', async ({ start }) => {
  const app = await start()
  const preload = appPath(resolve(import.meta.dirname, '../out/preload/index.cjs'))
  const found = await app.electron.evaluate(async ({ BrowserWindow, ipcMain }, preloadPath) => {
    // Another page with the same preload script.
    const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload: preloadPath } })
    await other.loadURL('data:text/html,<title>other</title>')
    const answer = await other.webContents.executeJavaScript(`window.parallelTray.command('hello', {})`)
    other.destroy()
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, unknown>
    return { answer, listeners: ipcMain.eventNames(), handlers: [...handlers.keys()] }
  }, preload)
  expect(found.answer).toMatchObject({ ok: false, failure: { message: 'This page may not send commands.' } })
  expect(found.listeners.filter((name) => name !== 'error')).toEqual([])
  expect(found.handlers).toEqual(['command'])
})

test('sends no secret to the window', async ({ platform, start }) => {
  const app = await start()
  await app.window.evaluate(() => {
    const receivedStates: string[] = []
    Object.assign(globalThis, { receivedStates })
    window.parallelTray.onState((state) => receivedStates.push(JSON.stringify(state)))
  })
  const userCode = await startSignIn(app.window)
  platform.control.approve({ userCode })
  await expect(notice(app.window)).toContainText('Signed in to Halden Research')
  platform.control.advanceClock(3600_000)
  await app.window.getByRole('button', { name: 'Refresh now' }).click()
  await expect.poll(() => platform.control.stats().refreshes).toBe(1)
  await expect.poll(async () => (await stateOf(app)).organisations[0]?.refreshing).toBe(false)
  const states: string[] = await app.window.evaluate(() => Reflect.get(globalThis, 'receivedStates'))
  expect(states.length).toBeGreaterThan(4)
  const text = states.join('\n') + (await app.window.content()) + app.output()
  expect(text).toContain(userCode)
  const secrets = issuedSecrets(platform)
  expect(secrets).toHaveLength(5)
  for (const secret of secrets) expect(text).not.toContain(secret)
})
