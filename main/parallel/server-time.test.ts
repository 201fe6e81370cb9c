import { expect, test } from 'vitest'
import { jsonReply, ScriptedHttp } from '../testing/memory-ports.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import { ServerTime } from './server-time.ts'

const date = 'Thu, 15 Jan 2026 09:00:00 GMT'
const at = Date.UTC(2026, 0, 15, 9)

async function made(status: number, headers: Record<string, string>) {
  const clock = new VirtualClock()
  const time = new ServerTime(clock)
  const http = time.observe(new ScriptedHttp(() => jsonReply(status, {}, headers)))
  const request = { method: 'GET', url: 'https://example.com/', headers: {}, timeoutMs: 1000 } as const
  const send = () => http.send(request, new AbortController().signal)
  const before = time.now()
  await send()
  return { clock, time, send, before }
}

test('is the Date of a reply plus the elapsed time', async () => {
  const { clock, time, before } = await made(200, { date })
  expect(before).toBeNull()
  expect(time.now()).toBe(at)
  await clock.advance(90_000)
  expect(time.now()).toBe(at + 90_000)
})

test.each([
  [200, {}],
  [200, { date: 'yesterday' }],
  [407, { date }],
  [302, { date }],
])('ignores a reply with status %i and %j', async (status, headers) => {
  expect((await made(status, headers)).time.now()).toBeNull()
})

test.each([
  ['set forward', (clock: VirtualClock) => clock.jump(24 * 3600_000)],
  ['set back', (clock: VirtualClock) => clock.jump(-3600_000)],
  ['left asleep', (clock: VirtualClock) => clock.sleep(8 * 3600_000)],
])('is unknown after this computer was %s, until the next reply', async (_, change) => {
  const { clock, time, send } = await made(200, { date })
  await change(clock)
  expect(time.now()).toBeNull()
  await send()
  expect(time.now()).toBe(at)
})
