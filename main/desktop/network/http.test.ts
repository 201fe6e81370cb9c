import type { Net, Session, session as sessions } from 'electron'
import { expect, test } from 'vitest'
import { electronHttp } from './http.ts'

/** A fake of Electron's network that only records the requested addresses. */
function network(mayStart: Promise<unknown> = Promise.resolve()) {
  const asked: string[] = []
  const net = {
    request({ url }: { url: string }) {
      asked.push(url)
      throw new Error('this is as far as it goes')
    },
  } as unknown as Net
  const opened = { closeAllConnections: () => Promise.resolve() } as unknown as Session
  const session = { fromPartition: () => opened } as unknown as typeof sessions
  const turn = { answer: () => Promise.resolve(null), end: () => {} }
  const noProxy = { trialIn: () => undefined, begin: () => turn }
  const allowedOrigins = ['https://platform.parallel.ai', 'https://api.parallel.ai']
  return {
    asked,
    http: electronHttp({
      proxy: noProxy,
      net,
      session,
      allowedOrigins,
      userAgent: 'test',
      mayStart,
    }),
  }
}

const send = (url: string, method: 'GET' | 'POST' = 'GET', { asked, http } = network()) => {
  const request = { method, url, headers: {}, timeoutMs: 1000 } as const
  return http.send(request, new AbortController().signal).then((sent) => ({ sent, asked }))
}

test.each(['https://platform.parallel.ai/getServiceKeys/token', 'https://api.parallel.ai/account?x=1'])(
  'sends to the two servers: %s',
  async (url) => {
    expect((await send(url)).asked).toEqual([url])
    expect((await send(url, 'POST')).asked).toEqual([url])
  },
)

test.each([
  'https://example.com/',
  'http://platform.parallel.ai/',
  'https://platform.parallel.ai:8443/',
  'https://platform.parallel.ai.example.com/',
  'https://telemetry.parallel.ai/',
  'https://me:password@api.parallel.ai/',
  'https://api.parallel.ai@example.com/',
  'file:///etc/passwd',
  'data:text/plain,x',
  '//example.com/',
  '',
])('sends to no other address: %s', async (url) => {
  for (const method of ['GET', 'POST'] as const) {
    const { sent, asked } = await send(url, method)
    expect(asked).toEqual([])
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'bug' } })
  }
})

test('waits until requests may start', async () => {
  let start = (): void => {}
  const { asked, http } = network(
    new Promise<void>((resolve) => {
      start = resolve
    }),
  )
  const sent = send('https://api.parallel.ai/account', 'GET', { asked, http })
  await new Promise(setImmediate)
  expect(asked).toEqual([])
  start()
  await sent
  expect(asked).toHaveLength(1)
})

test('doesn’t wait for that once it is cancelled', async () => {
  const { asked, http } = network(new Promise(() => {}))
  const request = {
    method: 'GET',
    url: 'https://api.parallel.ai/account',
    headers: {},
    timeoutMs: 1000,
  } as const
  const cancelling = new AbortController()
  const sent = http.send(request, cancelling.signal)
  cancelling.abort()
  expect(await sent).toMatchObject({ ok: false, failure: { kind: 'cancelled', notSent: true } })
  expect(asked).toEqual([])
})
