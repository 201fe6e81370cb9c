/** A compromised page may send any command; main decides which are allowed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxChargedPerDayCents } from '../../preload/contract/bounds.ts'
import { type MemoryApp, memoryApp } from '../testing/memory-app.ts'
import { MemoryService } from '../testing/memory-service.ts'
import { settle, VirtualClock } from '../testing/virtual-clock.ts'

const organisationId = 'org_1'
const second = 1000
const hour = 3600_000
const start = { organisationId, amountCents: 10_000 }

async function signIn(made: MemoryApp): Promise<void> {
  await made.commands['sign-in.start']({ permissions: ['see', 'add-money'] })
  made.service.decision = 'approved'
  await made.clock.advance(7 * second)
}

async function prepared() {
  const clock = new VirtualClock()
  const service = new MemoryService(clock)
  service.scope = 'balance:read balance:add apps:read keys:read'
  const made = memoryApp({ clock, service })
  await made.app.start()
  await signIn(made)
  const { creditCents } = service
  return { ...made, charged: () => service.creditCents - creditCents }
}

const limitOf = ({ app }: MemoryApp) => app.state.current.organisations[0]?.limits.topUpPerDayCents

describe('a top-up', () => {
  test('needs no question after a click in the visible, focused window', async () => {
    const made = await prepared()
    made.presence.inputs = 1
    expect(await made.commands['top-up.start'](start)).toMatchObject({ ok: true })
    await settle()
    expect([made.charged(), made.consent.asked]).toEqual([10_000, []])
  })

  test('one click is enough for one charge only', async () => {
    const made = await prepared()
    made.presence.inputs = 1
    await made.commands['top-up.start']({ organisationId, amountCents: 100 })
    await settle()
    await made.commands['top-up.dismiss']({ organisationId })
    expect(await made.commands['top-up.start']({ organisationId, amountCents: 100 })).toMatchObject({
      failure: { kind: 'cancelled' },
    })
    await settle()
    expect(made.charged()).toBe(100)
    expect(made.consent.asked).toEqual([
      { kind: 'charge', organisation: 'Halden Research', amountCents: 100 },
    ])
  })

  const unsure = [{ inputs: 0 }, { isFocused: false }]
  test('without input, as by assistive technology, or without the focus needs confirmation in main’s dialog', async () => {
    for (const presence of unsure) await expectQuestion(presence)
  })

  async function expectQuestion(presence: object) {
    const made = await prepared()
    Object.assign(made.presence, presence)
    expect(await made.commands['top-up.start'](start)).toMatchObject({ failure: { kind: 'cancelled' } })
    await settle()
    expect(made.charged()).toBe(0)
    await made.clock.advance(5 * second)
    made.consent.agrees = true
    expect(await made.commands['top-up.start'](start)).toMatchObject({ ok: true })
    await settle()
    expect(made.charged()).toBe(10_000)
    expect(made.consent.asked).toHaveLength(2)
  }

  test('of a hidden window is refused without a question', async () => {
    const made = await prepared()
    made.presence.isVisible = false
    made.consent.agrees = true
    expect(await made.commands['top-up.start'](start)).toMatchObject({ failure: { kind: 'cancelled' } })
    await settle()
    expect([made.charged(), made.consent.asked]).toEqual([0, []])
  })

  test('over the user’s own limit needs confirmation, even after a click', async () => {
    const made = await prepared()
    await made.commands['limits.change']({ organisationId, change: { topUpPerDayCents: 2500 } })
    expect(await made.commands['top-up.start'](start)).toMatchObject({ failure: { kind: 'cancelled' } })
    const question = { kind: 'over-limit', organisation: 'Halden Research', amountCents: 10_000 }
    expect(made.consent.asked).toEqual([{ ...question, limitCents: 2500 }])
    await made.clock.advance(5 * second)
    made.consent.agrees = true
    expect(await made.commands['top-up.start'](start)).toMatchObject({ ok: true })
    await settle()
    expect(made.charged()).toBe(10_000)
  })

  test('sent again needs a click or the user’s word too', async () => {
    const made = await prepared()
    const lost = () => ({ ok: false, failure: { kind: 'timeout', message: '', retryable: true } }) as const
    made.service.before = (request) => (request.url.endsWith('/balance/add') ? lost() : undefined)
    await made.commands['top-up.start'](start)
    await settle()
    made.service.before = null
    made.presence.inputs = 0
    expect(await made.commands['top-up.retry']({ organisationId })).toMatchObject({
      failure: { kind: 'cancelled' },
    })
    await settle()
    expect(made.charged()).toBe(0)
    expect(made.consent.asked).toMatchObject([{ kind: 'charge-again', amountCents: 10_000 }])
    made.presence.inputs = 1
    expect(await made.commands['top-up.retry']({ organisationId })).toMatchObject({ ok: true })
  })
})

describe('the limit of a day', () => {
  test('is raised or removed only when the user agrees in main’s own dialog', async () => {
    for (const topUpPerDayCents of [20_000, null]) await expectQuestion(topUpPerDayCents)
  })

  async function expectQuestion(topUpPerDayCents: number | null) {
    const made = await prepared()
    const change = { topUpPerDayCents, daysLeftBelow: 9 }
    expect(await made.commands['limits.change']({ organisationId, change })).toMatchObject({
      failure: { kind: 'cancelled' },
    })
    expect(limitOf(made)).toBe(15_000)
    const question = { kind: 'raise-limit', organisation: 'Halden Research', fromCents: 15_000 }
    expect(made.consent.asked).toEqual([{ ...question, toCents: topUpPerDayCents }])
    await made.clock.advance(5 * second)
    made.consent.agrees = true
    expect(await made.commands['limits.change']({ organisationId, change })).toMatchObject({ ok: true })
    expect(limitOf(made)).toBe(topUpPerDayCents)
  }

  test('is lowered, and other limits change, without a question', async () => {
    const made = await prepared()
    made.presence.inputs = 0
    const change = { topUpPerDayCents: 5000, spendableBelowCents: 90_000 }
    expect(await made.commands['limits.change']({ organisationId, change })).toMatchObject({ ok: true })
    expect([limitOf(made), made.consent.asked]).toEqual([5000, []])
  })
})

test('a page can’t wear the user down: one question at a time, and none for five seconds after a "No"', async () => {
  const made = await prepared()
  made.presence.inputs = 0
  const first = made.commands['top-up.start'](start)
  expect(await made.commands['top-up.start'](start)).toMatchObject({ failure: { kind: 'busy' } })
  await first
  for (let count = 0; count < 100; count += 1) await made.commands['top-up.start'](start)
  expect(made.consent.asked).toHaveLength(1)
  await made.clock.advance(5 * second)
  await made.commands['top-up.start'](start)
  expect(made.consent.asked).toHaveLength(2)
})

test.each([
  ['hidden', { isVisible: false }, 0],
  ['without a click', { inputs: 0 }, 1],
])('"Erase everything" of a window that is %s erases nothing', async (_, presence, questions) => {
  const made = await prepared()
  Object.assign(made.presence, presence)
  expect(await made.commands['app.reset']({})).toMatchObject({ failure: { kind: 'cancelled' } })
  expect(made.consent.asked).toHaveLength(questions)
  expect(made.app.state.current.organisations).toHaveLength(1)
})

type Step =
  | { do: 'start'; amountCents: number }
  | { do: 'retry' | 'dismiss' | 'sign-out' | 'reset' | 'restart' | 'kill' }
  | { do: 'limit'; topUpPerDayCents: number | null }
  | { do: 'jump' | 'sleep' | 'advance'; ms: number }
  | { do: 'lose-answer' }

const ms = fc.constantFrom(second, 20 * 60 * second, hour, 8 * hour, 26 * hour)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('start' as const),
      amountCents: fc.constantFrom(1, 5000, 9999, 10_000),
    }),
  },
  { weight: 8, arbitrary: fc.constant({ do: 'dismiss' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('limit' as const),
      topUpPerDayCents: fc.constantFrom(null, 1, 10_000, 10_000_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('sleep' as const, 'advance' as const), ms }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('jump' as const), ms }) },
  { weight: 1, arbitrary: ms.map((one) => ({ do: 'jump' as const, ms: -one })) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'retry' as const,
        'sign-out' as const,
        'reset' as const,
        'restart' as const,
        'kill' as const,
        'lose-answer' as const,
      ),
    }),
  },
)

/** @returns the charges with the server's time */
async function live(steps: readonly Step[], isVisible: boolean) {
  const clock = new VirtualClock()
  const service = new MemoryService(clock)
  service.scope = 'balance:read balance:add apps:read keys:read'
  const epoch = clock.now()
  let slept = 0
  const serverNow = (): number => epoch + clock.elapsed() + slept
  service.now = serverNow
  const charges: { at: number; cents: number }[] = []
  const seen = new Set<string>()
  let losesAnswer = false
  service.before = (request) => {
    if (!request.url.endsWith('/balance/add')) return undefined
    const body = JSON.parse(request.body ?? '') as { amount_cents: number; idempotency_key: string }
    if (!seen.has(body.idempotency_key)) charges.push({ at: serverNow(), cents: body.amount_cents })
    seen.add(body.idempotency_key)
    if (!losesAnswer) return undefined
    losesAnswer = false
    return { ok: false, failure: { kind: 'timeout', message: '', retryable: true } }
  }
  let made = memoryApp({ clock, service })
  const begin = async () => {
    // The worst user: agrees to everything that main asks, and clicks all the time.
    Object.assign(made.presence, { isVisible })
    made.consent.agrees = true
    await made.app.start()
    if (made.app.organisations.signedIn.length === 0) await signIn(made)
  }
  await begin()
  const restart = async () => {
    made = memoryApp(made)
    await begin()
  }
  for (const one of steps) {
    const { commands } = made
    if (one.do === 'start') {
      // What was there before is put away first, as in the loop of an attack.
      await commands['top-up.dismiss']({ organisationId })
      await commands['top-up.start']({ organisationId, amountCents: one.amountCents })
    } else if (one.do === 'retry') await commands['top-up.retry']({ organisationId })
    else if (one.do === 'dismiss') await commands['top-up.dismiss']({ organisationId })
    else if (one.do === 'limit') {
      const { topUpPerDayCents } = one
      await commands['limits.change']({ organisationId, change: { topUpPerDayCents } })
    } else if (one.do === 'lose-answer') losesAnswer = true
    else if (one.do === 'jump') clock.jump(one.ms)
    else if (one.do === 'advance') await clock.advance(one.ms)
    else if (one.do === 'sleep') {
      slept += one.ms
      await clock.sleep(one.ms)
    } else if (one.do === 'sign-out') {
      await commands['organisation.sign-out']({ organisationId, forget: true })
      await signIn(made)
    } else {
      const ending = one.do === 'reset' ? commands['app.reset']({}) : made.app.shutDown()
      if (one.do !== 'kill') {
        await clock.advance(9 * second)
        await ending
      }
      if (one.do !== 'reset' || made.desktop.relaunched) await restart()
    }
    await settle()
  }
  return charges
}

test('no more than the ceiling is charged within 24 hours, from any sequence of commands', {
  timeout: 120_000,
}, async () => {
  let most = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const charges = await live(steps, true)
      for (const { at: from } of charges) {
        const within = charges.filter(({ at }) => at >= from && at < from + 24 * hour)
        const cents = within.reduce((sum, one) => sum + one.cents, 0)
        most = Math.max(most, cents)
        expect(cents).toBeLessThanOrEqual(maxChargedPerDayCents.organisation)
      }
    }),
    { numRuns: 150 },
  )
  // The attack gets as far as it may.
  expect(most).toBeGreaterThan(40_000)
})

test('a hidden window charges nothing, from any sequence of commands', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      expect(await live(steps, false)).toEqual([])
    }),
    { numRuns: 50 },
  )
})
