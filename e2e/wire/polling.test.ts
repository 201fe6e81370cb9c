/** Waiting for the approval: never a poll too early, whatever the server answers and whatever the user does. */
import { afterEach, expect, test } from 'vitest'
import type { PlatformOptions } from '../platform/platform.ts'
import { expectLawful } from './wire.ts'
import { startedApp, type WireApp } from './wire-app.ts'

let made: WireApp | undefined
afterEach(async () => {
  if (made !== undefined) await expectLawful(made.wire)
  made = undefined
})
async function begin(options: PlatformOptions = {}) {
  made = await startedApp(options)
  return { ...made.wire, its: made }
}

const token = { path: '=/getServiceKeys/token' }

test('slow_down lengthens the interval for good', async () => {
  const { its, fault, clock, requests } = await begin()
  await its.start()
  fault({ kind: 'slow-down', times: 2 })
  await clock.advance(6000 + 12_000 + 3 * 18_000)
  expect(requests('/token').map(({ at }) => at)).toEqual([6000, 18_000, 36_000, 54_000, 72_000])
  await its.approve()
  expect(its.session?.kind).toBe('active')
})

test('a longer interval named in slow_down is kept', async () => {
  const { its, fault, clock, requests } = await begin()
  await its.start()
  fault({ kind: 'slow-down', interval: 30, times: 1 })
  await clock.advance(6000 + 2 * 36_000)
  expect(requests('/token').map(({ at }) => at)).toEqual([6000, 42_000, 78_000])
})

test('"try now", again and again, never beats the interval', async () => {
  const { its, clock, requests } = await begin()
  await its.start()
  for (let second = 0; second < 20; second++) {
    await its.commands['sign-in.try-now']({})
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
])('%s while waiting is no end: said, backed off, and then as before', async (_, kind, trouble) => {
  const { its, fault, clock, control, requests } = await begin()
  await its.start()
  const id = fault({ ...kind, match: token, times: 2 })
  await its.nextCheck()
  await clock.advance(kind.kind === 'hold' ? 30_000 : 0)
  expect(its.signIn).toMatchObject({ kind: 'waiting', trouble: { kind: trouble } })
  await its.nextCheck()
  await clock.advance(kind.kind === 'hold' ? 30_000 : 0)
  control.clearFaults(id)
  await its.nextCheck()
  expect(its.signIn).toMatchObject({ kind: 'waiting', trouble: null })
  await its.nextCheck()
  const at = requests('/token').map((one) => one.at - (kind.kind === 'hold' ? 30_000 : 0))
  const gaps = at.slice(1).map((time, index) => time - (at[index] ?? 0))
  const answerMs = kind.kind === 'hold' ? 30_000 : 0
  expect(gaps).toEqual([12_000 + answerMs, 24_000 + answerMs, 6000])
  await its.approve()
  expect(its.session?.kind).toBe('active')
})

test('Retry-After is honoured, also by "try now"', async () => {
  const { its, fault, clock, requests } = await begin()
  await its.start()
  fault({ kind: 'rate-limit', retryAfterSeconds: 100, match: token, times: 1 })
  await its.nextCheck()
  await its.commands['sign-in.try-now']({})
  await clock.advance(99_999)
  expect(requests('/token')).toHaveLength(1)
  await clock.advance(1)
  expect(requests('/token')).toHaveLength(2)
})

test('the answer with the tokens is lost: the code is used up, and that is said', async () => {
  const { its, fault } = await begin()
  await its.start()
  fault({ kind: 'drop-after', match: token, times: 1 })
  await its.approve()
  expect(its.signIn).toMatchObject({ kind: 'waiting', trouble: { kind: 'offline' } })
  await its.nextCheck()
  expect(its.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'invalid' } })
  expect(its.app.state.current.organisations).toEqual([])
})

test('a machine that sleeps past the deadline says so after the wake; one that sleeps less asks at once', async () => {
  const { its, clock, requests } = await begin()
  await its.start()
  await clock.sleep(300_000)
  expect(requests('/token')).toHaveLength(1)
  expect(its.signIn.kind).toBe('waiting')
  await clock.sleep(400_000)
  expect(its.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'expired' } })
})

test('a machine that slept past the deadline and wakes without network: expired as well', async () => {
  const { its, clock, fault } = await begin()
  await its.start()
  fault({ kind: 'drop', match: token })
  await clock.sleep(700_000)
  expect(its.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'expired' } })
  expect(clock.waiting).toBe(0)
})
