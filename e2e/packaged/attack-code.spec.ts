/** The window runs no foreign code, has no Node.js and gets no permission. */
import { expect, stateOf } from '../app.ts'
import { test, welcome } from './compromised-window.ts'
import { isSandboxed, rendererPid } from './packaged-app.ts'

test('the window evaluates no text as code', async ({ app }) => {
  const outcomes = await app.window.evaluate(async () => {
    const ran = new Set<string>()
    Object.assign(globalThis, { ran })
    const script = document.createElement('script')
    script.textContent = 'ran.add("inline script")'
    document.body.append(script)
    document.body.insertAdjacentHTML(
      'beforeend',
      `<img src="x" onerror="ran.add('handler')"><p id="styled" style="color: rgb(1, 2, 3)"></p>
       <style>#styled { color: rgb(1, 2, 3) }</style><a id="scripted" href="javascript:ran.add('link')"></a>
       <svg onload="ran.add('svg')"></svg><iframe srcdoc="<script>parent.ran.add('frame')</script>"></iframe>`,
    )
    document.querySelector<HTMLElement>('#scripted')?.click()
    const button = document.createElement('button')
    button.setAttribute('onclick', 'ran.add("attribute")')
    button.click()
    const policy = Reflect.get(globalThis, 'trustedTypes')
    policy?.createPolicy('own', { createScript: (text: string) => text })
    // In a task of the page: code that Playwright evaluates is exempt from the content security policy.
    const runInTask = (action: () => unknown): Promise<string> =>
      new Promise((resolve) => {
        setTimeout(async () => {
          try {
            await action()
            resolve('worked')
          } catch (error) {
            resolve(error instanceof Error ? error.name : 'refused')
          }
        })
      })
    const wasm = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])
    const startTimer = (name: string, timer: (text: string) => unknown) => {
      try {
        timer(`ran.add("${name}")`)
      } catch {
        // Expected.
      }
    }
    const outcomes = {
      // biome-ignore lint/security/noGlobalEval: that it fails is the test
      eval: await runInTask(() => globalThis.eval('1')),
      Function: await runInTask(() => Reflect.construct(Function, ['return 1'])()),
      asyncFunction: await runInTask(() =>
        Reflect.construct(Object.getPrototypeOf(async () => {}).constructor, ['1']),
      ),
      wasm: await runInTask(() => WebAssembly.compile(wasm)),
      timers: await runInTask(() => {
        startTimer('timeout', (text) => setTimeout(text as unknown as () => void))
        startTimer('interval', (text) => setInterval(text as unknown as () => void))
      }),
    }
    // Lets the timers fire, and two frames for everything else.
    await new Promise((resolve) => setTimeout(resolve))
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const styled = document.querySelector('#styled')
    return { ...outcomes, ran: [...ran], colour: styled && getComputedStyle(styled).color }
  })
  expect(outcomes).toMatchObject({
    eval: 'EvalError',
    Function: 'EvalError',
    asyncFunction: 'EvalError',
    wasm: 'CompileError',
    ran: [],
  })
  expect(outcomes.colour).not.toBe('rgb(1, 2, 3)')
})

test('denies every permission', async ({ app }) => {
  const answers = await app.window.evaluate(async () => {
    const outcomeOf = async (request: () => unknown): Promise<string> => {
      try {
        const value = await request()
        return typeof value === 'string' ? value : 'granted'
      } catch (error) {
        return error instanceof Error ? 'refused' : 'unexpected'
      }
    }
    const apis = navigator as unknown as Record<string, Record<string, (options?: unknown) => unknown>>
    const request = (api: string, method: string, options?: unknown) =>
      outcomeOf(() => (apis[api] === undefined ? 'absent' : apis[api]?.[method]?.(options)))
    const names = [
      'geolocation',
      'notifications',
      'persistent-storage',
      'midi',
      'camera',
      'microphone',
      'clipboard-read',
      'clipboard-write',
      'accelerometer',
      'gyroscope',
      'background-sync',
      'screen-wake-lock',
      'payment-handler',
      'idle-detection',
      'storage-access',
      'window-management',
      'local-fonts',
    ]
    const queried = await Promise.all(
      names.map(async (name) => [
        `query ${name}`,
        await outcomeOf(async () => {
          const { state } = await navigator.permissions.query({ name } as unknown as PermissionDescriptor)
          return state === 'denied' ? 'refused' : state
        }),
      ]),
    )
    const { queryLocalFonts } = globalThis as unknown as { queryLocalFonts?: () => Promise<unknown[]> }
    return {
      ...Object.fromEntries(queried),
      notification: await outcomeOf(async () =>
        (await Notification.requestPermission()) === 'denied' ? 'refused' : 'granted',
      ),
      geolocation: await outcomeOf(
        () =>
          new Promise((found, failed) =>
            navigator.geolocation.getCurrentPosition(found, () => failed(new Error())),
          ),
      ),
      camera: await request('mediaDevices', 'getUserMedia', { video: true }),
      microphone: await request('mediaDevices', 'getUserMedia', { audio: true }),
      screen: await request('mediaDevices', 'getDisplayMedia', { video: true }),
      clipboard: await request('clipboard', 'readText'),
      midi: await outcomeOf(() => navigator.requestMIDIAccess()),
      hid: await request('hid', 'requestDevice', { filters: [] }),
      serial: await request('serial', 'requestPort', {}),
      usb: await request('usb', 'requestDevice', { filters: [] }),
      bluetooth: await request('bluetooth', 'requestDevice', { acceptAllDevices: true }),
      wakeLock: await request('wakeLock', 'request', 'screen'),
      persist: await outcomeOf(async () => ((await navigator.storage.persist()) ? 'granted' : 'refused')),
      idle: await outcomeOf(() =>
        Reflect.get(globalThis, 'IdleDetector')
          .requestPermission()
          .then((state: string) => (state === 'granted' ? 'granted' : 'refused')),
      ),
      fonts: await outcomeOf(async () =>
        ((await queryLocalFonts?.()) ?? []).length === 0 ? 'refused' : 'granted',
      ),
      fullscreen: await outcomeOf(() => document.body.requestFullscreen()),
      pointerLock: await outcomeOf(
        () =>
          new Promise((got, failed) => {
            document.addEventListener('pointerlockchange', () => got('granted'))
            document.addEventListener('pointerlockerror', () => failed(new Error()))
            document.body.requestPointerLock()
          }),
      ),
      payment: await outcomeOf(() =>
        new PaymentRequest([{ supportedMethods: 'https://example.com' }], {
          total: { label: 'x', amount: { currency: 'USD', value: '1' } },
        }).show(),
      ),
    }
  })
  expect(
    Object.entries(answers).filter(([, answer]) => !['refused', 'absent'].includes(String(answer))),
  ).toEqual([])
})

test('the window has the bridge and no Node.js', { tag: '@linux' }, async ({ app }) => {
  expect(isSandboxed(rendererPid())).toBe(true)
  const found = await app.window.evaluate(() => {
    const names = [
      'require',
      'process',
      'module',
      'exports',
      'global',
      'Buffer',
      'setImmediate',
      '__dirname',
      'electron',
      'ipcRenderer',
    ]
    const bridge = window.parallelTray
    const replaced = (() => {
      try {
        Object.assign(window, { parallelTray: { command: () => 'mine' } })
        Object.assign(bridge, { command: () => 'mine' })
        return 'replaced'
      } catch {
        return 'refused'
      }
    })()
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const inFrame = frame.contentWindow as unknown as Record<string, unknown>
    return {
      globals: names.filter((name) => name in globalThis),
      // Context isolation: the bridge's functions belong to the page's world, not to the preload script's.
      bridgeRealmRequire: typeof Reflect.construct(bridge.command.constructor, ['return typeof require'])(),
      bridge: Reflect.ownKeys(bridge),
      frozen: Object.isFrozen(bridge),
      replaced,
      still: Reflect.ownKeys(window.parallelTray),
      inFrame: [typeof inFrame.parallelTray, typeof inFrame.require, typeof inFrame.process],
    }
  })
  expect(found).toEqual({
    globals: [],
    bridgeRealmRequire: 'string',
    bridge: ['command', 'onState'],
    frozen: true,
    replaced: 'refused',
    still: ['command', 'onState'],
    inFrame: ['undefined', 'undefined', 'undefined'],
  })
})

test('changes to built-ins in the page reach neither preload nor main', async ({ app }) => {
  const { window: page } = app
  const before = await stateOf(app)
  const answers = await page.evaluate(async () => {
    const { command } = window.parallelTray
    const forge = () => ({ ok: true, value: 'forged' })
    // The test itself needs the original.
    const { stringify } = JSON
    for (const prototype of [Object.prototype, Array.prototype])
      for (const name of ['ok', 'kind', 'organisationId', 'allowForeignHost', 'polluted'])
        Reflect.set(prototype, name, 'polluted')
    JSON.parse = forge
    Object.hasOwn = () => true
    Array.prototype.includes = () => true
    RegExp.prototype.test = () => true
    const results: string[] = []
    for (const args of [
      ['hello', {}],
      ['nonsense', {}],
      ['link.open', { destination: 'javascript:alert(1)' }],
      ['organisation.refresh', {}],
    ] as const) {
      const answer = await (command as (...args: unknown[]) => Promise<object>)(...args)
      results.push(stringify(Object.getOwnPropertyDescriptor(answer, 'ok')?.value))
    }
    return results
  })
  expect(answers).toEqual(['true', 'false', 'false', 'false'])
  await page.reload()
  await expect(welcome(page)).toBeVisible()
  expect(await stateOf(app)).toMatchObject({ signIn: before.signIn, organisations: [] })
})
