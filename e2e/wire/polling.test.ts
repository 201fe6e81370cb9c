/** Polling for the approval: never early, for any server answer and user action. */
import { afterEach, expect, test } from 'vitest'
import type { PlatformOptions } from '../platform/platform.ts'
import { expectInvariants } from './wire.ts'
import { startApp, type WireApp } from './wire-app.ts'

let running: WireApp | undefined
afterEach(async () => {
  if (running !== undefined) await expectInvariants(running.wire)
  running = undefined
})
async function begin(options: PlatformOptions = {}) {
  running = await startApp(options)
  return { ...running.wire, harness: running }
}

const token = { path: '=/getServiceKeys/token' }

test('slow_down lengthens the interval permanently', async () => {
  const { harness, fault, clock, requests } = await begin()
  await harness.start()
  fault({ kind: 'slow-down', times: 2 })
  await clock.advance(6000 + 12_000 + 3 * 18_000)
  expect(requests('/token').map(({ at }) => at)).toEqual([6000, 18_000, 36_000, 54_000, 72_000])
  await harness.approve()
  expect(harness.session?.kind).toBe('active')
})

test('uses a longer interval named in slow_down', async () => {
  const { harness, fault, clock, requests } = await begin()
  await harness.start()
  fault({ kind: 'slow-down', interval: 30, times: 1 })
  await clock.advance(6000 + 2 * 36_000)
  expect(requests('/token').map(({ at }) => at)).toEqual([6000, 42_000, 78_000])
})

test('repeated "try now" never polls before the interval', async () => {
  const { harness, clock, requests } = await begin()
  await harness.start()
  for (let second = 0; second < 20; second++) {
    await harness.commands['sign-in.try-now']({})
    await clock.advance(1000)
  }
  expect(requests('/token').map(({ at }) => at)).toEqual([6000, 12_000, 18_000])
})

test.each([
  ['a dropped connection', { kind: 'drop' } as const, 'offline'],
  ['an HTML page', { kind: 'html', status: 200 } as const, 'not-json'],
  ['an HTML 403', { kind: 'html', status: 403 } as const, 'not-json'],
  ['a 503', { kind: 'status', status: 503 } as const, 'server'],
  ['a redirect', { kind: 'redirect' } as const, 'redirected'],
  ['no answer', { kind: 'hold' } as const, 'timeout'],
])('keeps waiting after %s, shows it, backs off and recovers', async (_, kind, trouble) => {
  const { harness, fault, clock, control, requests } = await begin()
  await harness.start()
  const id = fault({ ...kind, match: token, times: 2 })
  await harness.nextCheck()
  await clock.advance(kind.kind === 'hold' ? 30_000 : 0)
  expect(harness.signIn).toMatchObject({ kind: 'waiting', trouble: { kind: trouble } })
  await harness.nextCheck()
  await clock.advance(kind.kind === 'hold' ? 30_000 : 0)
  control.clearFaults(id)
  await harness.nextCheck()
  expect(harness.signIn).toMatchObject({ kind: 'waiting', trouble: null })
  await harness.nextCheck()
  const at = requests('/token').map((one) => one.at - (kind.kind === 'hold' ? 30_000 : 0))
  const gaps = at.slice(1).map((time, index) => time - (at[index] ?? 0))
  const answerMs = kind.kind === 'hold' ? 30_000 : 0
  expect(gaps).toEqual([12_000 + answerMs, 24_000 + answerMs, 6000])
  await harness.approve()
  expect(harness.session?.kind).toBe('active')
})

test('honours Retry-After, also for "try now"', async () => {
  const { harness, fault, clock, requests } = await begin()
  await harness.start()
  fault({ kind: 'rate-limit', retryAfterSeconds: 100, match: token, times: 1 })
  await harness.nextCheck()
  await harness.commands['sign-in.try-now']({})
  await clock.advance(99_999)
  expect(requests('/token')).toHaveLength(1)
  await clock.advance(1)
  expect(requests('/token')).toHaveLength(2)
})

test('reports a used code when the response with the tokens is lost', async () => {
  const { harness, fault } = await begin()
  await harness.start()
  fault({ kind: 'drop-after', match: token, times: 1 })
  await harness.approve()
  expect(harness.signIn).toMatchObject({ kind: 'waiting', trouble: { kind: 'offline' } })
  await harness.nextCheck()
  expect(harness.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'invalid' } })
  expect(harness.app.state.current.organisations).toEqual([])
})

test('after a sleep reports a passed deadline, or polls at once before it', async () => {
  const { harness, clock, requests } = await begin()
  await harness.start()
  await clock.sleep(300_000)
  expect(requests('/token')).toHaveLength(1)
  expect(harness.signIn.kind).toBe('waiting')
  await clock.sleep(400_000)
  expect(harness.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'expired' } })
})

test('reports an expired code after a sleep past the deadline, even offline', async () => {
  const { harness, clock, fault } = await begin()
  await harness.start()
  fault({ kind: 'drop', match: token })
  await clock.sleep(700_000)
  expect(harness.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'expired' } })
  expect(clock.waiting).toBe(0)
})
