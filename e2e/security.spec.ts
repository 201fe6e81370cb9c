/** The window is shut off: no Node, no network, no way out, and only commands as agreed. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, issuedSecrets, notice, showCode, stateOf, test } from './app.ts'

test('the page has no powers of its own', async ({ platform, start }) => {
  const app = await start()
  await expect(app.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  const address = app.window.url()
  expect(address).toMatch(/^parallel-tray:\/\/app\//)
  const found = await app.window.evaluate(async (server) => {
    const outcome = async (deed: () => unknown): Promise<string> => {
      try {
        return `worked: ${String(await deed())}`
      } catch (error) {
        return error instanceof Error ? error.name : 'failed'
      }
    }
    const script = document.createElement('script')
    script.textContent = 'document.title = "inline script ran"'
    document.body.append(script)
    const image = new Image()
    const loaded = new Promise((settle) => {
      image.onload = () => settle('loaded')
      image.onerror = () => settle('refused')
    })
    image.src = `${server}/picture.png`
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const bridgeInFrame = typeof frame.contentWindow?.parallelTray
    frame.remove()
    return {
      node: [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')],
      bridge: Object.keys(window.parallelTray).sort(),
      bridgeInFrame,
      // In a task of the page's own: what the test itself runs may evaluate text.
      eval: await new Promise((settle) =>
        setTimeout(() => settle(outcome(() => Reflect.construct(Function, ['return 1'])()))),
      ),
      fetch: await outcome(() => fetch(`${server}/service/v1/balance`)),
      image: await loaded,
      opened: await outcome(() => window.open(server)),
      notifications: await outcome(() => Notification.requestPermission()),
      clipboard: await outcome(() => navigator.clipboard.readText()),
      midi: await outcome(() => navigator.requestMIDIAccess()),
      place: await new Promise((settle) =>
        navigator.geolocation.getCurrentPosition(
          () => settle('found'),
          ({ code, PERMISSION_DENIED }) => settle(code === PERMISSION_DENIED ? 'denied' : 'failed'),
        ),
      ),
      title: document.title,
    }
  }, platform.serviceApiUrl)
  expect(found).toMatchObject({
    node: ['undefined', 'undefined'],
    bridge: ['command', 'onState'],
    bridgeInFrame: 'undefined',
    eval: 'EvalError',
    fetch: 'TypeError',
    image: 'refused',
    opened: 'worked: null',
    notifications: 'worked: denied',
    clipboard: 'NotAllowedError',
    midi: expect.stringMatching(/^(NotAllowed|Security)Error$/),
    place: 'denied',
    title: 'Parallel Tray',
  })
  for (const target of [platform.platformUrl, 'parallel-tray://elsewhere/', 'file:///etc/passwd']) {
    await app.window.evaluate((where) => {
      window.location.href = where
    }, target)
    expect((await stateOf(app)).signIn.kind).toBe('idle')
    expect(app.window.url()).toBe(address)
  }
  expect(await app.window.evaluate(() => document.querySelector('h1')?.textContent)).toBe(
    'Sign in to Parallel',
  )
  const addresses = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL()),
  )
  expect(addresses).toEqual([address])
  expect(platform.control.requests()).toEqual([])
})

test('only commands as agreed are obeyed', async ({ start }) => {
  const app = await start()
  const answers = await app.window.evaluate(async () => {
    const command = window.parallelTray.command as (...words: unknown[]) => Promise<{ ok: boolean }>
    const wrong: unknown[][] = [
      [],
      ['quit', {}],
      ['__proto__', {}],
      ['constructor', {}],
      ['hello'],
      ['hello', { more: 1 }],
      ['link.open', { destination: 'https://example.com' }],
      ['link.open', { destination: '__proto__' }],
      ['sign-in.start', { permissions: ['everything'] }],
      ['sign-in.start', { permissions: ['see', 'see', 'see', 'see'] }],
      ['sign-in.keep', { where: '/etc' }],
      ['organisation.show', { organisationId: '' }],
      ['organisation.show', { organisationId: 'x'.repeat(201) }],
      ['organisation.show', { organisationId: '../../etc/passwd' }],
      ['notice.dismiss', { kind: 'everything' }],
      [{ name: 'hello' }, {}],
    ]
    const noise = Array.from({ length: 500 }, (_, at) => [`nonsense-${at}`, { at, deep: [[[at]]] }])
    return Promise.all([...wrong, ...noise].map((words) => command(...words)))
  })
  expect(answers).toHaveLength(516)
  expect(answers.filter(({ ok }) => ok)).toEqual([])
  expect(await stateOf(app)).toMatchObject({ signIn: { kind: 'idle' }, organisations: [] })
  await expect(app.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
})

test('nobody else is listened to', async ({ start }) => {
  const app = await start()
  const preload = resolve(import.meta.dirname, '../out/preload/index.cjs')
  const found = await app.electron.evaluate(async ({ BrowserWindow, ipcMain }, bridge) => {
    // Another page with the very same bridge.
    const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload: bridge } })
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

test('the window runs in the sandbox', { tag: '@linux' }, async ({ start }) => {
  const app = await start()
  const pid = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  )
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  expect(status).toMatch(/^Seccomp:\t2$/m)
  expect(status).toMatch(/^NoNewPrivs:\t1$/m)
})

test('no secret ever reaches the window', async ({ platform, start }) => {
  const app = await start()
  await app.window.evaluate(() => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    window.parallelTray.onState((state) => seen.push(JSON.stringify(state)))
  })
  const userCode = await showCode(app.window)
  platform.control.approve({ userCode })
  await expect(notice(app.window)).toContainText('Signed in to Halden Research')
  platform.control.advanceClock(3600_000)
  await app.window.getByRole('button', { name: 'Refresh now' }).click()
  await expect.poll(() => platform.control.stats().refreshes).toBe(1)
  await expect.poll(async () => (await stateOf(app)).organisations[0]?.refreshing).toBe(false)
  const states: string[] = await app.window.evaluate(() => Reflect.get(globalThis, 'seen'))
  expect(states.length).toBeGreaterThan(4)
  const said = states.join('\n') + (await app.window.content()) + app.output()
  expect(said).toContain(userCode)
  const secrets = issuedSecrets(platform)
  expect(secrets).toHaveLength(5)
  for (const secret of secrets) expect(said).not.toContain(secret)
})
