import { expect, it } from 'vitest'
import { jsonReply, ScriptedHttp } from '../testing/memory-ports.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import { AccountApi } from './account-api.ts'
import { parallelEndpoints } from './endpoints.ts'
import { Exchange } from './exchange.ts'

const { signal } = new AbortController()

function client() {
  const http = new ScriptedHttp(() => jsonReply(200, {}))
  return { http, api: new AccountApi(new Exchange(http, new VirtualClock()), parallelEndpoints) }
}

it.each([
  ['app_1', '..'],
  ['app_1', '.'],
  ['..', 'key_1'],
])('an ID that would lead to another call is not sent: %s, %s', async (appId, keyId) => {
  const { http, api } = client()
  expect(await api.deleteKey('token', appId, keyId, signal)).toMatchObject({ failure: { kind: 'invalid' } })
  expect(http.requests).toEqual([])
})

it('encodes every other ID', async () => {
  const { http, api } = client()
  const odd = 'a/b?c#d e%2e%2e;\\\'"\u00e9\u{1f600}...'
  expect(await api.deleteKey('token', odd, odd, signal)).toMatchObject({ ok: true })
  const [request] = http.requests
  expect(new URL(request?.url ?? '').pathname.split('/').slice(-3).map(decodeURIComponent)).toEqual([
    odd,
    'keys',
    odd,
  ])
})
