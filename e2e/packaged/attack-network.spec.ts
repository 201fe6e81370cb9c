/** The window has no network access, and every file of it carries the content security policy. */
import { expect } from '../app.ts'
import { appUrl, test, welcome } from './compromised-window.ts'

test('the window can reach no server', async ({ app, canary }) => {
  const outcomes = await app.window.evaluate(
    async ({ url, port }) => {
      const outcomeOf = (target: EventTarget, successEvent: string): Promise<string> =>
        new Promise((resolve) => {
          target.addEventListener(successEvent, () => resolve('worked'))
          target.addEventListener('error', () => resolve('refused'))
        })
      const element = (tag: string, attributes: Record<string, string>): Promise<string> => {
        const made = document.createElement(tag)
        for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
        const ended = outcomeOf(made, 'load')
        document.body.append(made)
        return ended
      }
      const xhr = (method: string): Promise<string> => {
        const request = new XMLHttpRequest()
        const ended = outcomeOf(request, 'load')
        request.open(method, `${url}/xhr`)
        request.send('x')
        return ended
      }
      const rtc = async (): Promise<string> => {
        const server = `127.0.0.1:${port}`
        const urls = [`stun:${server}`, `turn:${server}`, `turn:${server}?transport=tcp`]
        const peer = new RTCPeerConnection({ iceServers: [{ urls, username: 'a', credential: 'b' }] })
        peer.createDataChannel('out')
        const found: string[] = []
        const ended = new Promise<void>((resolve) => {
          peer.addEventListener('icecandidate', ({ candidate }) => {
            if (candidate === null) resolve()
            else found.push(candidate.candidate)
          })
        })
        await peer.setLocalDescription(await peer.createOffer())
        await ended
        peer.close()
        return found.length === 0 ? 'refused' : found.join()
      }
      const svg = `<svg xmlns="http://www.w3.org/2000/svg"><image href="${url}/in.svg"/></svg>`
      const workerText = `fetch('${url}/blob').then(() => postMessage('worked'))`
      const attempts: Record<string, () => unknown> = {
        preconnect: () => {
          const links = ['preconnect', 'dns-prefetch'].map((rel) => `<link rel="${rel}" href="${url}">`)
          document.head.insertAdjacentHTML('beforeend', links.join(''))
          return 'refused'
        },
        prefetch: () => element('link', { rel: 'prefetch', href: `${url}/prefetch` }),
        'preloaded module': () => element('link', { rel: 'modulepreload', href: `${url}/module.js` }),
        sheet: () => element('link', { rel: 'stylesheet', href: `${url}/sheet.css` }),
        fetch: () => fetch(`${url}/fetch`),
        'blind fetch': () => fetch(`${url}/blind`, { mode: 'no-cors', method: 'POST', body: 'x' }),
        'kept alive': () => fetch(`${url}/alive`, { keepalive: true }),
        get: () => xhr('GET'),
        post: () => xhr('POST'),
        beacon: () => {
          // It returns true as soon as the request is queued.
          navigator.sendBeacon(`${url}/beacon`, 'x')
          return 'refused'
        },
        socket: () => outcomeOf(new WebSocket(url.replace('http', 'ws')), 'open'),
        events: () => outcomeOf(new EventSource(`${url}/events`), 'open'),
        image: () => element('img', { src: `${url}/image.png` }),
        'image in an image': () => element('img', { src: `data:image/svg+xml,${encodeURIComponent(svg)}` }),
        'image of a style': () => {
          document.body.style.backgroundImage = `url(${url}/style.png)`
          document.body.offsetTop
          return 'refused'
        },
        font: () => new FontFace('trap', `url(${url}/font.woff2)`).load(),
        script: () => element('script', { src: `${url}/script.js` }),
        'module script': () => element('script', { src: `${url}/module.js`, type: 'module' }),
        import: () => import(`${url}/import.js`),
        'import of text': () => import(`data:text/javascript,import '${url}/text.js'`),
        video: () => element('video', { src: `${url}/video.mp4` }),
        object: () => element('object', { data: `${url}/object` }),
        worker: () => outcomeOf(new Worker(`${url}/worker.js`), 'message'),
        'worker of text': () =>
          outcomeOf(
            new Worker(URL.createObjectURL(new Blob([workerText], { type: 'text/javascript' }))),
            'message',
          ),
        'shared worker': () => outcomeOf(new SharedWorker(`${url}/shared.js`).port, 'message'),
        'service worker': () => navigator.serviceWorker.register('/assets/worker.js'),
        rtc,
      }
      const ended = await Promise.all(
        Object.entries(attempts).map(async ([name, attempt]) => {
          try {
            const outcome = await attempt()
            return [name, typeof outcome === 'string' ? outcome : 'worked'] as const
          } catch {
            return [name, 'refused'] as const
          }
        }),
      )
      return Object.fromEntries(ended)
    },
    { url: canary.url, port: canary.port },
  )
  expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'refused')).toEqual([])
  expect(canary.hits()).toEqual([])
  expect((await app.targets()).map(({ url }) => url)).toEqual([appUrl])
  await fetch(canary.url)
  expect(canary.hits()).toEqual(['connection', 'GET /'])
})

test('serves every file of the window with all security headers', async ({ app }) => {
  const { window: page } = app
  const headers: [string, Record<string, string>][] = []
  page.on('response', (response) => headers.push([response.url(), response.headers()]))
  await page.reload()
  await expect(welcome(page)).toBeVisible()
  const kinds = new Set(headers.map(([url]) => url.split('.').at(-1)))
  expect([...kinds].sort()).toEqual(['css', 'html', 'js'])
  // Electron allows every origin to read a custom scheme; this window has no other origin.
  for (const [url, { 'content-type': type, 'access-control-allow-origin': _, ...others }] of headers) {
    expect(type, url).toMatch(/^text\/(html|javascript|css); charset=utf-8$/)
    expect(others, url).toEqual({
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
        "connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'permissions-policy': expect.stringContaining('camera=()'),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
    })
  }
})
