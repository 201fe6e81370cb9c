import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parallelEndpoints } from '../parallel/endpoints.ts'
import { Exchange } from '../parallel/exchange.ts'
import { type DeviceCode, OAuth } from '../parallel/oauth.ts'
import { jsonReply } from '../testing/memory-ports.ts'
import { type Fault, MemoryService } from '../testing/memory-service.ts'
import { settle, VirtualClock } from '../testing/virtual-clock.ts'
import { Approval, type ApprovalOutcome, type ApprovalProgress } from './approval.ts'

async function approving(change: (service: MemoryService) => void = () => {}) {
  const clock = new VirtualClock()
  const service = new MemoryService(clock)
  change(service)
  const oauth = new OAuth(new Exchange(service.http, clock), parallelEndpoints)
  const code = await oauth.requestDeviceCode('client-1', 'balance:read', new AbortController().signal)
  if (!code.ok) throw new Error(code.failure.message)
  return { ...waitFor(clock, oauth, code.value), clock, service, code: code.value }
}

function waitFor(clock: VirtualClock, oauth: OAuth, code: DeviceCode) {
  const reports: ApprovalProgress[] = []
  const discarded: string[] = []
  const cancel = new AbortController()
  const approval = new Approval(
    {
      oauth,
      clock,
      report: (waiting) => reports.push(waiting),
      onLatePoll: (poll) => {
        void poll.then((answer) => {
          if (answer.kind === 'approved') discarded.push(answer.tokens.refreshToken)
        })
      },
    },
    'client-1',
    code,
  )
  const result: { outcome?: ApprovalOutcome } = {}
  void approval.outcome(cancel.signal).then((outcome) => {
    result.outcome = outcome
  })
  return { approval, reports, discarded, cancel, result }
}

test('polls once per interval, the first time after one interval', async () => {
  const { clock, service, reports, result } = await approving()
  await clock.advance(5999)
  expect(service.polls).toEqual([])
  await clock.advance(1)
  expect(service.polls).toEqual([6000])
  await clock.advance(12_000)
  expect(service.polls).toEqual([6000, 12_000, 18_000])
  expect(reports.at(-1)).toMatchObject({ lastCheckedAt: clock.now(), nextCheckAt: clock.now() + 6000 })
  service.decision = 'approved'
  await clock.advance(6000)
  expect(result.outcome).toMatchObject({ kind: 'approved', tokens: { organisationId: 'org_1' } })
  expect(clock.waiting).toBe(0)
})

test('slow_down extends the interval permanently', async () => {
  const { clock, service } = await approving((s) => s.faults.push('slow-down'))
  await clock.advance(60_000)
  expect(service.polls).toEqual([6000, 18_000, 30_000, 42_000, 54_000])
})

test('backs off after no answer, a web page or a 5xx, and returns to the interval afterwards', async () => {
  const { clock, service, reports } = await approving((s) => s.faults.push('offline', 'page', 'broken'))
  await clock.advance(6000)
  expect(reports.at(-1)).toMatchObject({ lastCheckedAt: null, trouble: { kind: 'offline' } })
  await clock.advance(12_000)
  expect(reports.at(-1)?.trouble).toMatchObject({ kind: 'server' })
  await clock.advance(24_000 + 48_000)
  expect(service.polls).toEqual([90_000])
  expect(reports.at(-1)?.trouble).toBeNull()
  await clock.advance(6000)
  expect(service.polls).toEqual([90_000, 96_000])
})

test('"try now" skips a back-off but never the interval', async () => {
  const { approval, clock, service } = await approving((s) => s.faults.push('offline', 'offline'))
  await clock.advance(18_000)
  approval.tryNow()
  await clock.advance(5999)
  expect(service.polls).toEqual([])
  await clock.advance(1)
  expect(service.polls).toEqual([24_000])
  approval.tryNow()
  approval.tryNow()
  await clock.advance(6000)
  expect(service.polls).toEqual([24_000, 30_000])
})

test('continues after a 429 from a proxy, and respects its Retry-After', async () => {
  const { clock, service, result } = await approving()
  service.before = () => {
    service.before = null
    return jsonReply(429, { error: 'Too Many Requests' }, { 'retry-after': '30' })
  }
  await clock.advance(35_999)
  expect(service.polls).toEqual([])
  await clock.advance(1)
  expect(service.polls).toEqual([36_000])
  expect(result.outcome).toBeUndefined()
})

test('expires in time when Retry-After is longer than the code’s lifetime', async () => {
  const { clock, service, result } = await approving((s) => {
    s.lifetimeSeconds = 60
  })
  const asked: number[] = []
  service.before = () => {
    asked.push(clock.elapsed())
    return jsonReply(503, {}, { 'retry-after': '86400' })
  }
  await clock.advance(59_999)
  expect(result.outcome).toBeUndefined()
  await clock.advance(1)
  expect(result.outcome).toMatchObject({ kind: 'ended', failure: { kind: 'expired' } })
  expect(asked).toEqual([6000])
})

test('ends when the user denies', async () => {
  const { clock, result } = await approving((s) => {
    s.decision = 'denied'
  })
  await clock.advance(6000)
  expect(result.outcome).toMatchObject({ kind: 'ended', failure: { kind: 'denied' } })
})

test('polls once more at the deadline, so that an approval in the last second counts', async () => {
  const { clock, service, result } = await approving((s) => {
    s.lifetimeSeconds = 32
  })
  await clock.advance(31_900)
  expect(service.polls).toEqual([6000, 12_000, 18_000, 24_000, 30_000])
  service.decision = 'approved'
  service.lifetimeSeconds = 60
  await clock.advance(4100)
  expect(service.polls.at(-1)).toBe(36_000)
  expect(result.outcome?.kind).toBe('approved')
})

test('expires without an approval, and stops polling', async () => {
  const { clock, service, result } = await approving()
  await clock.advance(607_000)
  expect(result.outcome).toMatchObject({ kind: 'ended', failure: { kind: 'expired' } })
  const polls = service.polls.length
  await clock.advance(600_000)
  expect(service.polls.length).toBe(polls)
  expect(clock.waiting).toBe(0)
})

test('polls at once after sleep, and expires if the deadline has passed', async () => {
  const { clock, service, result } = await approving()
  await clock.advance(7000)
  await clock.sleep(60_000)
  expect(service.polls).toEqual([6000, 7000])
  // The server's own clock didn't sleep.
  service.before = () => undefined
  service.lifetimeSeconds = 1
  await clock.sleep(700_000)
  expect(result.outcome).toMatchObject({ kind: 'ended', failure: { kind: 'expired' } })
})

test('doesn’t poll early after a very short sleep', async () => {
  const { clock, service } = await approving()
  await clock.advance(7000)
  await clock.sleep(1000)
  expect(service.polls).toEqual([6000])
  await clock.advance(4000)
  expect(service.polls).toEqual([6000, 11_000])
})

test('doesn’t expire a code that the server accepts when the wall clock is set forward', async () => {
  const { clock, service, reports, result } = await approving()
  await clock.advance(6000)
  clock.jump(3_600_000)
  await clock.advance(12_000)
  expect(result.outcome).toBeUndefined()
  expect((reports.at(-1)?.expiresAt ?? 0) - clock.now()).toBe(600_000 - clock.elapsed())
  service.decision = 'approved'
  await clock.advance(6000)
  expect(result.outcome?.kind).toBe('approved')
})

test.each<[string, Fault | null]>([
  ['pending', null],
  ['slow_down', 'slow-down'],
])('does not expire when the clock is set forward during a short sleep: %s', async (_, fault) => {
  const { clock, service, reports, result } = await approving()
  await clock.advance(7000)
  if (fault !== null) service.faults.push(fault)
  await clock.sleep(15 * 60_000)
  await clock.advance(30_000)
  expect(result.outcome).toBeUndefined()
  expect((reports.at(-1)?.expiresAt ?? 0) - clock.now()).toBe(600_000 - clock.elapsed())
  service.decision = 'approved'
  await clock.advance(12_000)
  expect(result.outcome?.kind).toBe('approved')
})

test('expires at the deadline without a response, even if the clock was set forward', async () => {
  const { clock, service, result } = await approving()
  await clock.advance(6000)
  clock.jump(3_600_000)
  await clock.advance(6000)
  service.before = () => jsonReply(503, {})
  await clock.advance(600_000 - 12_000 + 15_000)
  expect(result.outcome).toMatchObject({ kind: 'ended', failure: { kind: 'expired' } })
})

test('continues when the server still accepts the code at the deadline', async () => {
  const { clock, code, service, result } = await approving()
  service.lifetimeSeconds = 1200
  // The poll before is due so that the last one falls on the deadline.
  expect(code.lifetimeMs % 6000).toBe(0)
  await clock.advance(code.lifetimeMs)
  expect(service.polls.at(-1)).toBe(code.lifetimeMs)
  service.decision = 'approved'
  await clock.advance(6000)
  expect(result.outcome?.kind).toBe('approved')
})

test('waits as long as the server accepts the code', async () => {
  const { clock, code, service, reports, result } = await approving()
  service.lifetimeSeconds = 1200
  await clock.advance(1_150_000)
  expect(result.outcome).toBeUndefined()
  expect(service.polls.length).toBe(Math.floor(1_150_000 / 6000))
  expect(reports.at(-1)?.expiresAt).toBe(clock.now() - (clock.elapsed() - (service.polls.at(-1) ?? 0)))
  await clock.advance(56_000)
  expect(result.outcome).toMatchObject({ kind: 'ended', failure: { kind: 'expired' } })
  expect(code.lifetimeMs).toBe(600_000)
})

test('backs off without an answer also after the deadline', async () => {
  const { clock, service } = await approving()
  service.lifetimeSeconds = 3600
  await clock.advance(612_000)
  const asked: number[] = []
  service.before = () => {
    asked.push(clock.elapsed())
    return jsonReply(503, {})
  }
  await clock.advance(100_000)
  expect(asked.map((at) => at - 612_000)).toEqual([6000, 18_000, 42_000, 90_000])
})

test('ends an hour after the deadline even if the server never says that the code has expired', async () => {
  const { clock, service, result } = await approving()
  service.lifetimeSeconds = 1e9
  await clock.advance(600_000 + 3_599_000)
  expect(result.outcome).toBeUndefined()
  await clock.advance(7000)
  expect(result.outcome).toMatchObject({ kind: 'ended', failure: { kind: 'expired' } })
  expect(clock.waiting).toBe(0)
})

test('doesn’t extend the code’s lifetime when the wall clock is set back', async () => {
  const { clock, result } = await approving()
  await clock.advance(6000)
  clock.jump(-3_600_000)
  await clock.advance(602_000)
  expect(result.outcome).toMatchObject({ kind: 'ended', failure: { kind: 'expired' } })
})

test('shortens only the displayed time, and no interval, when the clock is set forward', async () => {
  const { approval, clock, service, reports } = await approving()
  await clock.advance(7000)
  clock.jump(300_000)
  approval.tryNow()
  await settle()
  expect(service.polls).toEqual([6000])
  expect((reports.at(-1)?.expiresAt ?? 0) - clock.now()).toBe(600_000 - 300_000 - clock.elapsed())
  await clock.advance(5000)
  expect(service.polls).toEqual([6000, 12_000])
})

test('ends the wait at once when cancelled', async () => {
  const { cancel, clock, service, result } = await approving()
  await clock.advance(7000)
  cancel.abort()
  await settle()
  expect(result.outcome).toEqual({ kind: 'cancelled' })
  expect([service.polls, clock.waiting]).toEqual([[6000], 0])
})

test('expires after a sleep beyond the deadline without a response', async () => {
  const { clock, service, result } = await approving()
  await clock.advance(7000)
  service.before = () => jsonReply(503, {})
  await clock.sleep(700_000)
  expect(result.outcome).toMatchObject({ kind: 'ended', failure: { kind: 'expired' } })
})

test('does not delay the next poll when the clock is set back during a sleep', async () => {
  const { clock, service } = await approving()
  await clock.advance(7000)
  clock.jump(-30_000)
  await clock.wake()
  await clock.advance(5000)
  expect(service.polls).toEqual([6000, 12_000])
})

test('counts the time slept, even if the clock is set back by it afterwards', async () => {
  const { clock, reports } = await approving()
  await clock.advance(7000)
  await clock.sleep(300_000)
  clock.jump(-300_000)
  await clock.advance(6000)
  expect((reports.at(-1)?.expiresAt ?? 0) - clock.now()).toBe(600_000 - 300_000 - clock.elapsed())
})

test('hands over an approval that arrives after the cancel, so that it is revoked', async () => {
  const { cancel, clock, service, result, discarded } = await approving((s) => {
    s.decision = 'approved'
  })
  let answerNow = (): void => {}
  service.before = (request) => {
    service.before = null
    return new Promise((resolve) => {
      answerNow = () => resolve(service.http.answer(request))
    })
  }
  await clock.advance(6000)
  cancel.abort()
  await settle()
  expect(result.outcome).toEqual({ kind: 'cancelled' })
  answerNow()
  await settle()
  expect(result.outcome).toEqual({ kind: 'cancelled' })
  expect(discarded).toEqual([service.liveRefreshToken])
})

type Event =
  | { kind: 'pass' | 'sleep' | 'jump'; ms: number }
  | { kind: 'fault'; fault: Fault }
  | { kind: 'try-now' | 'approve' | 'deny' | 'cancel' | 'wake' }

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('pass'), ms: fc.nat(40_000) }) },
  fc.record({ kind: fc.constant('sleep'), ms: fc.nat(400_000) }),
  fc.record({ kind: fc.constant('jump'), ms: fc.integer({ min: -4_000_000, max: 4_000_000 }) }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('fault'),
      fault: fc.constantFrom<Fault>('offline', 'timeout', 'page', '503', 'slow-down', 'broken'),
    }),
  },
  fc.record({ kind: fc.constantFrom('try-now', 'approve', 'deny', 'cancel', 'wake') }),
) as fc.Arbitrary<Event>

test('property: never polls early, never signs in after a cancel, and always ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 20 }),
      fc.array(event, { maxLength: 40 }),
      async (intervalSeconds, events) => {
        const { approval, cancel, clock, service, result, discarded } = await approving((s) => {
          s.intervalSeconds = intervalSeconds
        })
        let interval = intervalSeconds * 1000
        let sleptMs = 0
        let lastAllowed = 0
        let jumped = false
        const check = (): void => {
          for (; checked < service.polls.length; checked++) {
            const at = (service.polls[checked] ?? 0) + sleptMs
            // A jump and a wake together look like sleep; no client can tell them apart.
            if (!jumped) expect(at - lastAllowed).toBeGreaterThanOrEqual(interval)
            lastAllowed = at
          }
        }
        let checked = 0
        for (const one of events) {
          switch (one.kind) {
            case 'pass':
              await clock.advance(one.ms)
              break
            case 'sleep':
              check()
              sleptMs += one.ms
              await clock.sleep(one.ms)
              break
            case 'jump':
              clock.jump(one.ms)
              jumped = true
              break
            case 'wake':
              await clock.wake()
              break
            case 'fault':
              // slow_down raises what is allowed; the service here counts it when it is answered.
              if (one.fault !== 'slow-down') service.faults.push(one.fault)
              break
            case 'try-now':
              approval.tryNow()
              await settle()
              break
            case 'approve':
              service.decision = 'approved'
              break
            case 'deny':
              service.decision = 'denied'
              break
            case 'cancel':
              cancel.abort()
              await settle()
              break
          }
          check()
          interval = Math.max(interval, 0)
        }
        service.faults = []
        const wasCancelled = cancel.signal.aborted && result.outcome?.kind === 'cancelled'
        await clock.advance(700_000 + 120_000)
        expect(result.outcome).toBeDefined()
        if (wasCancelled) expect(result.outcome).toEqual({ kind: 'cancelled' })
        // An approval is either handed over or given back, never lost.
        if (service.liveRefreshToken !== null) {
          const kept = result.outcome?.kind === 'approved' ? [result.outcome.tokens.refreshToken] : discarded
          expect(kept).toContain(service.liveRefreshToken)
        }
        expect(clock.waiting).toBe(0)
      },
    ),
    { numRuns: 300 },
  )
  // Many lives: on a busy machine they take longer than the usual five seconds.
}, 60_000)
