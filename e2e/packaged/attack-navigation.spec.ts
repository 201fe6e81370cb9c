/** The window can't navigate elsewhere or open another window. */
import { expect, stateOf } from '../app.ts'
import { appUrl, test, welcome } from './compromised-window.ts'

test('the window can neither navigate nor open another window', async ({ app, canary, desktop }) => {
  const { window: page } = app
  // A reload would lose this marker.
  await page.evaluate(() => Object.assign(globalThis, { marker: 'not reloaded' }))
  const elsewhere = [
    `${canary.url}/away`,
    'https://example.com/',
    'file:///etc/passwd',
    'data:text/html,<title>elsewhere</title>',
    'chrome://version',
    'view-source:parallel-tray://app/index.html',
    'javascript:document.title="elsewhere"',
    'blob:parallel-tray://app/6f1b2c1e-0000-4000-8000-000000000000',
    'parallel-tray://elsewhere/index.html',
    'parallel-tray://app/../../package.json',
    'parallel-tray://app/assets/',
    'mailto:somebody@example.com',
    'ms-settings:',
  ]
  const opened: Record<string, unknown> = {}
  for (const address of elsewhere) {
    opened[address] = await page.evaluate(async (to) => {
      const link = (target: string) => {
        const made = document.createElement('a')
        Object.assign(made, { href: to, target, ping: to })
        document.body.append(made)
        for (const modifiers of [{}, { ctrlKey: true }, { shiftKey: true }, { button: 1 }])
          made.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...modifiers }))
        made.click()
        made.remove()
      }
      const form = (method: string, target: string) => {
        const made = document.createElement('form')
        Object.assign(made, { method, action: to, target })
        document.body.append(made)
        made.submit()
        made.remove()
      }
      const frame = (tag: string, attribute: string) => {
        const made = document.createElement(tag)
        made.setAttribute(attribute, to)
        document.body.append(made)
      }
      const attempt = (action: () => unknown) => {
        try {
          return action()
        } catch {
          return null
        }
      }
      attempt(() => link(''))
      attempt(() => link('_blank'))
      attempt(() => form('get', ''))
      attempt(() => form('post', '_blank'))
      for (const [tag, attribute] of [
        ['iframe', 'src'],
        ['iframe', 'srcdoc'],
        ['embed', 'src'],
        ['object', 'data'],
        ['webview', 'src'],
      ] as const)
        attempt(() => frame(tag, attribute))
      document.head.insertAdjacentHTML('beforeend', `<meta http-equiv="refresh" content="0;url=${to}">`)
      const made = [attempt(() => window.open(to)), attempt(() => window.open(to, 'named', 'popup,noopener'))]
      attempt(() => history.pushState(null, '', to.startsWith('parallel-tray://app/') ? '' : to))
      attempt(() => window.location.replace(to))
      attempt(() => window.location.assign(to))
      return made
    }, address)
  }
  expect(
    Object.values(opened)
      .flat()
      .filter((one) => one !== null),
  ).toEqual([])

  // Drops a link and a file on the window, and clicks a link with the middle button.
  const cdp = await page.context().newCDPSession(page)
  const data = {
    items: [{ mimeType: 'text/uri-list', data: canary.url }],
    files: ['/etc/passwd'],
    dragOperationsMask: 1,
  }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data })
  await page.evaluate((to) => {
    const link = document.createElement('a')
    link.href = to
    Object.assign(link.style, { position: 'fixed', inset: '0', zIndex: '9' })
    document.body.append(link)
  }, canary.url)
  await page.mouse.click(100, 100, { button: 'middle' })
  await page.mouse.click(100, 100)

  // Evaluated in the page: a locator would wait for the rejected navigations.
  const shown = await page.evaluate(() => ({
    marker: Reflect.get(globalThis, 'marker'),
    address: window.location.href,
    heading: document.querySelector('h1')?.textContent,
    title: document.title,
  }))
  expect(shown).toEqual({
    marker: 'not reloaded',
    address: appUrl,
    heading: 'Sign in to Parallel',
    title: 'Parallel Tray',
  })
  const otherTargets = (await app.targets()).filter(({ url }) => url !== appUrl)
  expect(otherTargets).toEqual([])
  const frames = page.frames().map((frame) => frame.url())
  expect(
    frames.filter(
      (url) => ![appUrl, 'about:blank', 'about:srcdoc', ''].includes(url) && !url.startsWith('chrome-error:'),
    ),
  ).toEqual([])
  expect(canary.hits()).toEqual([])
  expect(desktop.openedUrls()).toEqual([])
})

test('rejects commands from another page with the bridge and navigates back', async ({ app, platform }) => {
  const { window: page } = app
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Page.enable')
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `if (location.protocol === 'about:') {
      const ask = () => {
        window.parallelTray.command('sign-in.start', { permissions: ['see'] })
        console.log('asked')
      }
      if (window.parallelTray) ask()
      else document.addEventListener('readystatechange', ask)
    }`,
  })
  const messages: string[] = []
  page.on('console', (message) => messages.push(message.text()))
  await page.evaluate(() => {
    window.location.href = 'about:blank'
  })
  await expect.poll(() => messages).toContain('asked')
  await expect(welcome(page)).toBeVisible()
  expect(page.url()).toBe(appUrl)
  expect((await stateOf(app)).signIn.kind).toBe('idle')
  expect(platform.control.requests()).toEqual([])
})
