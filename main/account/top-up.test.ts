/** One intent, one charge: with lost answers, restarts, a full disk and clocks that can't be trusted. */
import { expect, test } from 'vitest'
import { failed } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import { memoryApp, signedIn } from '../testing/memory-app.ts'
import { jsonReply } from '../testing/memory-ports.ts'
import { MemoryService } from '../testing/memory-service.ts'
import { settle, VirtualClock } from '../testing/virtual-clock.ts'

type Way = 'fine' | 'lost' | 'never-sent' | 'declined' | 'forbidden' | 'running'
const hour = 3600_000
const organisationId = 'org_1'

async function prepared() {
  const clock = new VirtualClock()
  const service = new MemoryService(clock)
  service.scope += ' balance:add'
  const charged = new Map<string, number>()
  const keys: string[] = []
  const server = { way: 'fine' as Way, charged, keys }
  service.before = (request) => {
    if (!request.url.endsWith('/balance/add')) return undefined
    const { way } = server
    if (way === 'never-sent') return failed(failure('offline', 'refused', { notSent: true }))
    const body = JSON.parse(request.body ?? '') as { idempotency_key: string; amount_cents: number }
    keys.push(body.idempotency_key)
    if (way === 'declined') return jsonReply(402, {})
    if (way === 'forbidden') return jsonReply(403, {})
    if (way === 'running') return jsonReply(409, {})
    if (!charged.has(body.idempotency_key)) service.creditCents += body.amount_cents
    charged.set(body.idempotency_key, body.amount_cents)
    if (way === 'lost') return failed(failure('timeout', 'no answer'))
    return jsonReply(200, { org_id: organisationId, credit_balance_cents: service.creditCents })
  }
  const made = await signedIn({ clock, service })
  const start = (amountCents = 2500) => made.commands['top-up.start']({ organisationId, amountCents })
  return { ...made, server, start }
}
const shown = ({ app }: ReturnType<typeof memoryApp>) => app.state.current.organisations[0]

test('added: charged once, the balance and the day follow at once', async () => {
  const made = await prepared()
  expect(await made.start()).toMatchObject({ ok: true })
  expect(shown(made)?.topUp.kind).toBe('charging')
  expect(await made.start()).toMatchObject({ failure: { kind: 'busy' } })
  await settle()
  expect(shown(made)).toMatchObject({
    topUp: { kind: 'added', amountCents: 2500, beforeCents: 18_420 },
    balance: { creditCents: 22_170 },
    addedTodayCents: 2500,
  })
  expect(made.server.keys).toHaveLength(1)
})

test('a lost answer is asked again with the same key, and found', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  expect(shown(made)?.topUp).toMatchObject({ kind: 'unknown', byItself: { nextAt: made.clock.now() + 5000 } })
  made.server.way = 'fine'
  await made.clock.advance(5000)
  expect(shown(made)?.topUp.kind).toBe('added')
  expect(new Set(made.server.keys).size).toBe(1)
  expect(made.server.charged.size).toBe(1)
})

test('what is certain at the first attempt proves nothing at a repeat, but for a decline', async () => {
  for (const way of ['never-sent', 'forbidden', 'declined'] as const) {
    const first = await prepared()
    first.server.way = way
    await first.start()
    await settle()
    expect(shown(first)).toMatchObject({ topUp: { kind: 'not-charged' }, addedTodayCents: 0 })

    const again = await prepared()
    again.server.way = 'running'
    await again.start()
    await settle()
    again.server.way = way
    await again.clock.advance(5000)
    expect(shown(again)?.topUp.kind).toBe(way === 'declined' ? 'not-charged' : 'unknown')
  }
})

test('nothing is sent unless the key is on the disk', async () => {
  const made = await prepared()
  made.store.broken = failure('storage', 'ENOSPC')
  expect(await made.start()).toMatchObject({ failure: { kind: 'storage' } })
  await settle()
  expect(made.server.keys).toEqual([])
})

test('after a restart it is unknown, asked only by the user and with the same key', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  await made.app.shutDown()
  const sent = made.server.keys.length
  const again = memoryApp(made)
  await again.app.start()
  await again.clock.advance(10 * 60_000)
  expect(shown(again)).toMatchObject({ topUp: { kind: 'unknown', byItself: null }, addedTodayCents: 2500 })
  expect(made.server.keys).toHaveLength(sent)
  made.server.way = 'fine'
  await again.commands['top-up.ask-again']({ organisationId })
  await settle()
  expect(shown(again)?.topUp.kind).toBe('added')
  expect(new Set(made.server.keys).size).toBe(1)
})

test.each([
  ['20 h later', 20 * hour],
  ['with the clock set back', -hour],
])('%s the key is never sent again', async (_, jump) => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  made.clock.jump(jump)
  const sent = made.server.keys.length
  expect(await made.commands['top-up.ask-again']({ organisationId })).toMatchObject({ ok: false })
  await made.clock.advance(hour)
  expect(made.server.keys).toHaveLength(sent)
  expect(shown(made)?.topUp.kind).toBe('too-old')
  expect(await made.commands['top-up.put-away']({ organisationId })).toMatchObject({ ok: true })
  expect(shown(made)?.topUp.kind).toBe('none')
})

test('what is unknown counts towards the limit of the day', async () => {
  const made = await prepared()
  made.app.state.updateOrganisation(organisationId, {
    limits: { ...shown(made)?.limits, topUpPerDayCents: 4000 } as never,
  })
  made.server.way = 'lost'
  await made.start()
  await settle()
  expect(shown(made)?.addedTodayCents).toBe(2500)
  made.server.way = 'fine'
  await made.clock.advance(5000)
  expect(await made.start()).toMatchObject({ failure: { kind: 'invalid' } })
  expect(await made.start(1500)).toMatchObject({ ok: true })
})
