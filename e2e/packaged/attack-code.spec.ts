/** No code but the app's own, no Node, no permission. */
import { expect, stateOf } from '../app.ts'
import { test, welcome } from './attacked.ts'
import { isSandboxed, windowProcess } from './packaged-app.ts'

test('no text becomes code', async ({ app }) => {
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
    const made = document.createElement('button')
    made.setAttribute('onclick', 'ran.add("attribute")')
    made.click()
    const policy = Reflect.get(globalThis, 'trustedTypes')
    policy?.createPolicy('own', { createScript: (text: string) => text })
    // A task of the page's own: what the test itself runs may make code of text.
    const inTask = (deed: () => unknown): Promise<string> =>
      new Promise((settle) => {
        setTimeout(async () => {
          try {
            await deed()
            settle('worked')
          } catch (error) {
            settle(error instanceof Error ? error.name : 'refused')
          }
        })
      })
    const wasm = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])
    const later = (name: string, timer: (text: string) => unknown) => {
      try {
        timer(`ran.add("${name}")`)
      } catch {
        // As it should be.
      }
    }
    const outcomes = {
      // biome-ignore lint/security/noGlobalEval: that it fails is the test
      eval: await inTask(() => globalThis.eval('1')),
      Function: await inTask(() => Reflect.construct(Function, ['return 1'])()),
      asyncFunction: await inTask(() =>
        Reflect.construct(Object.getPrototypeOf(async () => {}).constructor, ['1']),
      ),
      wasm: await inTask(() => WebAssembly.compile(wasm)),
      timers: await inTask(() => {
        later('timeout', (text) => setTimeout(text as unknown as () => void))
        later('interval', (text) => setInterval(text as unknown as () => void))
      }),
    }
    // After whatever the timers would have run, and two frames for the rest.
    await new Promise((settle) => setTimeout(settle))
    await new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle)))
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

test('every permission is refused', async ({ app }) => {
  const answers = await app.window.evaluate(async () => {
    const of = async (deed: () => unknown): Promise<string> => {
      try {
        const value = await deed()
        return typeof value === 'string' ? value : 'granted'
      } catch (error) {
        return error instanceof Error ? 'refused' : 'odd'
      }
    }
    const machine = navigator as unknown as Record<string, Record<string, (given?: unknown) => unknown>>
    const asked = (where: string, what: string, given?: unknown) =>
      of(() => (machine[where] === undefined ? 'absent' : machine[where]?.[what]?.(given)))
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
        await of(async () => {
          const { state } = await navigator.permissions.query({ name } as unknown as PermissionDescriptor)
          return state === 'denied' ? 'refused' : state
        }),
      ]),
    )
    const { queryLocalFonts } = globalThis as unknown as { queryLocalFonts?: () => Promise<unknown[]> }
    return {
      ...Object.fromEntries(queried),
      notification: await of(async () =>
        (await Notification.requestPermission()) === 'denied' ? 'refused' : 'granted',
      ),
      geolocation: await of(
        () =>
          new Promise((found, failed) =>
            navigator.geolocation.getCurrentPosition(found, () => failed(new Error())),
          ),
      ),
      camera: await asked('mediaDevices', 'getUserMedia', { video: true }),
      microphone: await asked('mediaDevices', 'getUserMedia', { audio: true }),
      screen: await asked('mediaDevices', 'getDisplayMedia', { video: true }),
      clipboard: await asked('clipboard', 'readText'),
      midi: await of(() => navigator.requestMIDIAccess()),
      hid: await asked('hid', 'requestDevice', { filters: [] }),
      serial: await asked('serial', 'requestPort', {}),
      usb: await asked('usb', 'requestDevice', { filters: [] }),
      bluetooth: await asked('bluetooth', 'requestDevice', { acceptAllDevices: true }),
      wakeLock: await asked('wakeLock', 'request', 'screen'),
      persist: await of(async () => ((await navigator.storage.persist()) ? 'granted' : 'refused')),
      idle: await of(() =>
        Reflect.get(globalThis, 'IdleDetector')
          .requestPermission()
          .then((said: string) => (said === 'granted' ? 'granted' : 'refused')),
      ),
      fonts: await of(async () => (((await queryLocalFonts?.()) ?? []).length === 0 ? 'refused' : 'granted')),
      fullscreen: await of(() => document.body.requestFullscreen()),
      pointerLock: await of(
        () =>
          new Promise((got, failed) => {
            document.addEventListener('pointerlockchange', () => got('granted'))
            document.addEventListener('pointerlockerror', () => failed(new Error()))
            document.body.requestPointerLock()
          }),
      ),
      payment: await of(() =>
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

test('the window has the bridge, and no Node', { tag: '@linux' }, async ({ app }) => {
  expect(isSandboxed(windowProcess())).toBe(true)
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
      there: names.filter((name) => name in globalThis),
      // Isolated: what the bridge's own functions reach is this very world, not that of the preload script.
      reached: typeof Reflect.construct(bridge.command.constructor, ['return typeof require'])(),
      bridge: Reflect.ownKeys(bridge),
      frozen: Object.isFrozen(bridge),
      replaced,
      still: Reflect.ownKeys(window.parallelTray),
      inFrame: [typeof inFrame.parallelTray, typeof inFrame.require, typeof inFrame.process],
    }
  })
  expect(found).toEqual({
    there: [],
    reached: 'string',
    bridge: ['command', 'onState'],
    frozen: true,
    replaced: 'refused',
    still: ['command', 'onState'],
    inFrame: ['undefined', 'undefined', 'undefined'],
  })
})

test('what the page does to its own language reaches nobody else', async ({ app }) => {
  const { window: page } = app
  const [honest] = [await stateOf(app)]
  const answers = await page.evaluate(async () => {
    const { command } = window.parallelTray
    const lie = () => ({ ok: true, value: 'a lie' })
    // Kept for the test itself.
    const kept = { stringify: JSON.stringify }
    for (const owner of [Object.prototype, Array.prototype])
      for (const name of ['ok', 'kind', 'organisationId', 'allowForeignHost', 'polluted'])
        Reflect.set(owner, name, 'polluted')
    JSON.parse = lie
    Object.hasOwn = () => true
    Array.prototype.includes = () => true
    RegExp.prototype.test = () => true
    const said: string[] = []
    for (const words of [
      ['hello', {}],
      ['nonsense', {}],
      ['link.open', { destination: 'javascript:alert(1)' }],
      ['organisation.refresh', {}],
    ] as const) {
      const answer = await (command as (...words: unknown[]) => Promise<object>)(...words)
      said.push(kept.stringify(Object.getOwnPropertyDescriptor(answer, 'ok')?.value))
    }
    return said
  })
  expect(answers).toEqual(['true', 'false', 'false', 'false'])
  await page.reload()
  await expect(welcome(page)).toBeVisible()
  expect(await stateOf(app)).toMatchObject({ signIn: honest?.signIn, organisations: [] })
})
