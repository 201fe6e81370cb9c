/** One intent, one charge: with lost answers, restarts, a full disk and clocks that can't be trusted. */
import { expect, test } from 'vitest'
import { failed } from '../../../preload/contract/index.ts'
import { nextDay } from '../../calendar.ts'
import { failure } from '../../parallel/failures.ts'
import { memoryApp, signedIn } from '../../testing/memory-app.ts'
import { jsonReply, type MemoryStore } from '../../testing/memory-ports.ts'
import { MemoryService } from '../../testing/memory-service.ts'
import { settle, VirtualClock } from '../../testing/virtual-clock.ts'

type Way =
  | 'fine'
  | 'lost'
  | 'never-sent'
  | 'declined'
  | 'forbidden'
  | 'running'
  | 'rate-limited'
  | 'other-organisation'
  | 'replayed'
  | 'slow'
  | 'hangs'
const hour = 3600_000
const organisationId = 'org_1'

async function prepared(scope = 'balance:read apps:read keys:read balance:add') {
  const clock = new VirtualClock()
  const service = new MemoryService(clock)
  service.scope = scope
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
    if (way === 'rate-limited') return jsonReply(429, {}, { 'retry-after': '90' })
    if (way === 'hangs') return new Promise(() => {})
    if (!charged.has(body.idempotency_key)) service.creditCents += body.amount_cents
    charged.set(body.idempotency_key, body.amount_cents)
    if (way === 'lost') return failed(failure('timeout', 'no answer'))
    const creditCents = way === 'replayed' ? 22_170 : service.creditCents
    const id = way === 'other-organisation' ? 'org_3' : service.organisation.id
    const reply = jsonReply(200, { org_id: id, credit_balance_cents: creditCents })
    return way === 'slow' ? clock.wait(2000, new AbortController().signal).then(() => reply) : reply
  }
  const made = await signedIn({ clock, service })
  const start = (amountCents = 2500) => made.commands['top-up.start']({ organisationId, amountCents })
  return { ...made, server, start }
}
const topUpFiles = (store: MemoryStore) =>
  store.list('organisations').filter((name) => name.endsWith('/top-up'))
const shown = ({ app }: ReturnType<typeof memoryApp>) => app.state.current.organisations[0]

test('charges once, and updates the balance and the daily total at once', async () => {
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

test('reports the spendable balance without held amounts', async () => {
  const made = await prepared()
  const { before } = made.service
  made.service.before = (request) =>
    request.url.endsWith('/balance/add')
      ? jsonReply(200, {
          org_id: organisationId,
          credit_balance_cents: 22_170,
          pending_debit_balance_cents: 1250,
        })
      : before?.(request)
  await made.start()
  await settle()
  expect(shown(made)).toMatchObject({
    topUp: { kind: 'added', spendableCents: 20_920 },
    balance: { creditCents: 22_170, heldCents: 1250, spendableCents: 20_920 },
  })
})

test('learns the outcome of a lost response with the same key', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  expect(shown(made)?.topUp).toMatchObject({
    kind: 'unknown',
    autoRetry: { nextAt: made.clock.now() + 5000 },
  })
  made.server.way = 'fine'
  await made.clock.advance(5000)
  expect(shown(made)?.topUp.kind).toBe('added')
  expect(new Set(made.server.keys).size).toBe(1)
  expect(made.server.charged.size).toBe(1)
})

test('treats only a decline as certain at a retry', async () => {
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

test('sends nothing without a token, and reports that nothing was charged', async () => {
  const made = await prepared()
  const { before } = made.service
  made.service.before = (request) =>
    request.url.endsWith('/token') ? failed(failure('offline', 'no network')) : before?.(request)
  await made.clock.advance(20 * 60_000)
  await made.start()
  await settle()
  expect(made.server.keys).toEqual([])
  expect(shown(made)).toMatchObject({
    topUp: { kind: 'not-charged', amountCents: 2500, failure: { kind: 'offline' } },
    addedTodayCents: 0,
  })
  expect(made.store.files.get('charges')).not.toContain('2500')
})

test('sends nothing unless the key is on the disk', async () => {
  const made = await prepared()
  made.store.broken = failure('storage', 'ENOSPC')
  expect(await made.start()).toMatchObject({ failure: { kind: 'storage' } })
  await settle()
  expect(made.server.keys).toEqual([])
})

test('is unknown after a restart, and retried only on request with the same key', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  await made.app.shutDown()
  const sent = made.server.keys.length
  const again = memoryApp(made)
  await again.app.start()
  await again.clock.advance(10 * 60_000)
  expect(shown(again)).toMatchObject({ topUp: { kind: 'unknown', autoRetry: null }, addedTodayCents: 2500 })
  expect(made.server.keys).toHaveLength(sent)
  made.server.way = 'fine'
  await again.commands['top-up.retry']({ organisationId })
  await settle()
  expect(shown(again)?.topUp.kind).toBe('added')
  expect(new Set(made.server.keys).size).toBe(1)
})

test.each([
  ['20 h later', 20 * hour, 0],
  ['with the clock set back', -hour, 2500],
])('%s the key is never sent again', async (_, jump, addedTodayCents) => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  made.clock.jump(jump)
  const sent = made.server.keys.length
  expect(await made.commands['top-up.retry']({ organisationId })).toMatchObject({ ok: false })
  await made.clock.advance(hour)
  expect(made.server.keys).toHaveLength(sent)
  expect(shown(made)?.topUp.kind).toBe('too-old')
  expect(await made.commands['top-up.dismiss']({ organisationId })).toMatchObject({ ok: true })
  // It may have been charged, so it counts towards its day.
  expect(shown(made)).toMatchObject({ topUp: { kind: 'none' }, addedTodayCents })
})

test('counts an unknown outcome towards the daily limit', async () => {
  const made = await prepared()
  await made.commands['limits.change']({ organisationId, change: { topUpPerDayCents: 4000 } })
  made.server.way = 'lost'
  await made.start()
  await settle()
  expect(shown(made)?.addedTodayCents).toBe(2500)
  made.server.way = 'fine'
  await made.clock.advance(5000)
  expect(await made.start(1500)).toMatchObject({ failure: { kind: 'busy' } })
  await made.commands['top-up.dismiss']({ organisationId })
  expect(await made.start()).toMatchObject({ failure: { kind: 'cancelled' } })
  expect(made.consent.asked).toMatchObject([{ kind: 'over-limit', amountCents: 2500, limitCents: 4000 }])
  expect(await made.start(1500)).toMatchObject({ ok: true })
})

test('sends nothing without the permission, with invoices, or when signed out', async () => {
  const narrow = await prepared('balance:read apps:read keys:read')
  expect(await narrow.start()).toMatchObject({ failure: { kind: 'forbidden' } })

  const invoiced = await prepared()
  invoiced.service.isInvoiced = true
  await invoiced.commands['organisation.refresh']({ organisationId })
  await settle()
  expect(await invoiced.start()).toMatchObject({ failure: { kind: 'invalid' } })

  const left = await prepared()
  await left.commands['organisation.sign-out']({ organisationId, forget: false })
  expect(await left.start()).toMatchObject({ failure: { kind: 'signed-out' } })
  expect(await left.commands['top-up.dismiss']({ organisationId })).toMatchObject({
    failure: { kind: 'signed-out' },
  })

  await settle()
  for (const { server } of [narrow, invoiced, left]) expect(server.keys).toEqual([])
})

test.each([0, -5, 10_001, 12.5, Number.NaN])('%s cents are not charged', async (amountCents) => {
  const made = await prepared()
  expect(await made.start(amountCents)).toMatchObject({
    failure: { kind: 'invalid' },
  })
  expect(topUpFiles(made.store)).toEqual([])
})

test('retries neither before the server’s Retry-After, nor after 15 minutes', async () => {
  const made = await prepared()
  made.server.way = 'rate-limited'
  await made.start()
  await settle()
  await made.clock.wake()
  await made.clock.advance(89_000)
  expect(made.server.keys).toHaveLength(1)
  await made.clock.advance(1000)
  expect(made.server.keys).toHaveLength(2)
  made.server.way = 'lost'
  await made.clock.advance(13 * 60_000)
  const { length } = made.server.keys
  expect(length).toBeGreaterThan(5)
  await made.clock.advance(hour)
  expect(made.server.keys.length - length).toBeLessThan(2)
  expect(shown(made)?.topUp).toMatchObject({ kind: 'unknown', autoRetry: null })
})

/** From now on a token takes this long to come. */
function delayTokens(made: Awaited<ReturnType<typeof prepared>>, ms: number): void {
  const session = made.app.organisations.get(organisationId)?.session
  if (session === undefined) throw new Error('not signed in')
  const call = session.call.bind(session)
  session.call = async (ask) => {
    await made.clock.wait(ms, new AbortController().signal)
    return call(ask)
  }
}

test('drops an automatic retry whose token arrives too late', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  // The first repeat is after 5 s.
  delayTokens(made, 15 * 60_000 - 5000)
  await made.clock.advance(hour)
  expect(made.server.keys).toHaveLength(1)
  expect(shown(made)?.topUp).toMatchObject({ kind: 'unknown', autoRetry: null })
})

test('allows a manual retry for 20 hours, but sends nothing if the token arrives later', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  await made.clock.sleep(19 * hour)
  const { length } = made.server.keys
  await made.commands['top-up.retry']({ organisationId })
  await settle()
  expect(made.server.keys).toHaveLength(length + 1)
  await made.clock.sleep(hour - 60_000)
  delayTokens(made, 60_000)
  await made.commands['top-up.retry']({ organisationId })
  await settle()
  expect(shown(made)?.topUp).toMatchObject({ kind: 'unknown', isRetrying: true })
  await made.clock.advance(60_000)
  expect(made.server.keys).toHaveLength(length + 1)
  expect(shown(made)?.topUp.kind).toBe('too-old')
})

test('the answer to a request that was sent in time counts, also if the key is too old by then', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  await made.clock.sleep(20 * hour - 1000)
  made.server.way = 'slow'
  await made.commands['top-up.retry']({ organisationId })
  await settle()
  made.clock.jump(1000)
  made.app.resume()
  expect(await made.commands['top-up.dismiss']({ organisationId })).toMatchObject({
    failure: { kind: 'busy' },
  })
  await made.clock.advance(2000)
  expect(shown(made)).toMatchObject({ topUp: { kind: 'added', amountCents: 2500 } })
})

test('is unknown after an exception, and retried only by the user', async () => {
  const made = await prepared()
  const { before } = made.service
  made.service.before = (request) => {
    if (request.url.endsWith('/balance/add')) throw new Error('broken')
    return before?.(request)
  }
  await made.start()
  await settle()
  expect(shown(made)?.topUp).toMatchObject({ kind: 'unknown', failure: { kind: 'bug' }, autoRetry: null })
  made.service.before = before
  await made.clock.advance(hour)
  expect(made.server.keys).toEqual([])
  await made.commands['top-up.retry']({ organisationId })
  await settle()
  expect(shown(made)?.topUp.kind).toBe('added')
})

test('a repeat that the server wants only after a quarter of an hour is left to the user at once', async () => {
  const made = await prepared()
  const { before } = made.service
  made.service.before = (request) =>
    request.url.endsWith('/balance/add') ? jsonReply(429, {}, { 'retry-after': '1200' }) : before?.(request)
  await made.start()
  await settle()
  expect(shown(made)?.topUp).toMatchObject({ kind: 'unknown', autoRetry: null })
})

test('while nothing is sent, how far the clock has come is written every quarter of an hour, not each minute', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  await made.clock.advance(hour)
  let writes = 0
  const { write } = made.store
  made.store.write = (name, document) => {
    if (name.endsWith('/top-up')) writes += 1
    return write.call(made.store, name, document)
  }
  await made.clock.advance(hour)
  expect(writes).toBe(4)
})

test('resets the daily total at midnight', async () => {
  const made = await prepared()
  await made.start()
  await settle()
  await made.clock.advance(nextDay(made.clock.now()) - made.clock.now() - 1)
  expect(shown(made)?.addedTodayCents).toBe(2500)
  await made.clock.advance(1)
  expect(shown(made)?.addedTodayCents).toBe(0)
})

test('shows an open top-up as soon as the document can be read', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  await made.app.shutDown()
  const { read } = made.store
  made.store.read = (name) =>
    name.endsWith('/top-up') ? failed(failure('storage', 'EIO')) : read.call(made.store, name)
  const again = memoryApp(made)
  await again.app.start()
  expect(shown(again)?.topUp.kind).toBe('none')
  made.store.read = read
  await again.clock.advance(60_000)
  expect(shown(again)?.topUp).toMatchObject({ kind: 'unknown', amountCents: 2500 })
})

test('reports the end of automatic retries, and a retry in progress', async () => {
  const made = await prepared()
  const askedAt = made.clock.now()
  made.server.way = 'lost'
  await made.start()
  await settle()
  const until = askedAt + 15 * 60_000
  expect(shown(made)?.topUp).toMatchObject({
    isRetrying: false,
    failure: { kind: 'timeout' },
    autoRetry: { nextAt: askedAt + 5000, until },
  })
  made.server.way = 'slow'
  await made.clock.advance(5000)
  expect(shown(made)?.topUp).toMatchObject({ isRetrying: true, autoRetry: { until } })
})

test('retries nothing automatically during a suspend', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  made.app.suspend()
  await made.clock.advance(30_000)
  expect(made.server.keys).toHaveLength(1)
  made.app.resume()
  await made.clock.wake()
  expect(made.server.keys).toHaveLength(2)
})

test('detects hours of sleep while signed out, even if the clock is set back by them', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  await made.commands['organisation.sign-out']({ organisationId, forget: false })
  made.app.suspend()
  made.clock.jump(19 * hour)
  made.app.resume()
  made.clock.jump(-19 * hour)
  await made.commands['sign-in.start']({ permissions: ['add-money'] })
  await made.clock.advance(7000)
  expect(shown(made)?.topUp.kind).toBe('too-old')
})

test('draws no conclusion from a response for another organisation', async () => {
  const made = await prepared()
  made.server.way = 'other-organisation'
  await made.start()
  await settle()
  expect(shown(made)).toMatchObject({ topUp: { kind: 'unknown' }, balance: { creditCents: 19_670 } })
})

test('reports a success once, unless the dialog shows it', async () => {
  const away = await prepared()
  await away.start()
  await settle()
  const said = { kind: 'added', cents: 2500, spendableCents: 22_170 }
  expect(away.app.state.current.toasts).toMatchObject([{ content: said }])

  const looking = await prepared()
  const dialog = { kind: 'top-up' as const, organisationId }
  looking.app.state.update(({ view }) => ({ view: { ...view, dialog } }))
  await looking.start()
  await settle()
  expect(shown(looking)?.topUp.kind).toBe('added')
  expect(looking.app.state.current.toasts).toEqual([])
})

test('never replaces the new balance by a reading requested before the charge', async () => {
  const made = await prepared()
  let answer = (): void => {}
  const { before } = made.service
  made.service.before = (request) => {
    if (!request.url.endsWith('/balance')) return before?.(request)
    made.service.before = before
    const old = jsonReply(200, { org_id: organisationId, credit_balance_cents: 1 })
    return new Promise((resolve) => {
      answer = () => resolve(old)
    })
  }
  void made.app.organisations.get(organisationId)?.balance.refresh()
  await settle()
  await made.start()
  await settle()
  answer()
  await settle()
  expect(shown(made)).toMatchObject({ refreshing: false, balance: { creditCents: 22_170 } })
})

test('reads the balance again after a replayed response', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  made.server.way = 'replayed'
  made.service.creditCents = 4000
  await made.clock.advance(5000)
  expect(shown(made)).toMatchObject({ topUp: { kind: 'added' }, balance: { creditCents: 4000 } })
})

test('waits at quit for a charge in flight, and shows its outcome at the next start', async () => {
  const made = await prepared()
  made.server.way = 'slow'
  await made.start()
  await settle()
  const ended = made.app.shutDown()
  await made.clock.advance(2500)
  await ended
  const again = memoryApp(made)
  await again.app.start()
  expect(shown(again)).toMatchObject({ topUp: { kind: 'added', amountCents: 2500 }, addedTodayCents: 2500 })
  expect(await again.commands['top-up.dismiss']({ organisationId })).toMatchObject({ ok: true })
  const later = memoryApp(made)
  await later.app.start()
  expect(shown(later)?.topUp).toEqual({ kind: 'none' })
})

test('is unknown at the next start when the quit could not wait', async () => {
  const made = await prepared()
  made.server.way = 'hangs'
  await made.start()
  await settle()
  const ended = made.app.shutDown()
  await made.clock.advance(8500)
  await ended
  const again = memoryApp(made)
  await again.app.start()
  expect(shown(again)?.topUp).toMatchObject({ kind: 'unknown', autoRetry: null })
})

test('is unknown after a sign-out during the charge, and not retried automatically', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  await made.commands['organisation.sign-out']({ organisationId, forget: true })
  await made.clock.advance(60_000)
  await made.commands['sign-in.start']({ permissions: ['add-money'] })
  await made.clock.advance(7000)
  expect(shown(made)).toMatchObject({ topUp: { kind: 'unknown', autoRetry: null }, addedTodayCents: 2500 })
  expect(made.server.keys).toHaveLength(1)
})

test('leaves nothing of a forgotten organisation once the outcome is known', async () => {
  const made = await prepared()
  await made.start()
  await settle()
  expect(topUpFiles(made.store)).toHaveLength(1)
  await made.commands['organisation.sign-out']({ organisationId, forget: true })
  expect(topUpFiles(made.store)).toEqual([])
})

test('reports no outcome that can’t be stored, and sends no key that isn’t on the disk', async () => {
  const made = await prepared()
  made.server.way = 'declined'
  await made.start()
  const { write } = made.store
  made.store.write = (name, document) =>
    name.endsWith('/top-up') ? failed(failure('storage', 'ENOSPC')) : write.call(made.store, name, document)
  await settle()
  expect(shown(made)?.topUp).toMatchObject({ kind: 'unknown', failure: { kind: 'storage' } })
  made.server.way = 'fine'
  await made.clock.advance(60_000)
  expect(await made.commands['top-up.retry']({ organisationId })).toMatchObject({
    failure: { kind: 'storage' },
  })
  expect(made.server.keys).toHaveLength(1)
  made.store.write = write
  await made.clock.advance(60_000)
  expect(shown(made)?.topUp.kind).toBe('added')
})

test('does not block the top-up of another organisation', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  made.service.organisation = { id: 'org_2', name: 'Brightwater' }
  await made.commands['sign-in.start']({ permissions: ['add-money'] })
  await made.clock.advance(7000)
  made.server.way = 'fine'
  expect(await made.commands['top-up.start']({ organisationId: 'org_2', amountCents: 700 })).toMatchObject({
    ok: true,
  })
  await settle()
  const [first, second] = made.app.state.current.organisations
  expect(first).toMatchObject({ id: organisationId, topUp: { kind: 'unknown', amountCents: 2500 } })
  expect(second).toMatchObject({ id: 'org_2', topUp: { kind: 'added', amountCents: 700 } })
  expect(second?.addedTodayCents).toBe(700)
  expect(topUpFiles(made.store)).toHaveLength(2)
})

test.each([
  ['can still be found out stays', hour, 1],
  ['is too old goes', 21 * hour, 0],
])('a reset keeps only a top-up whose outcome %s', async (_, later, documents) => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  await made.clock.sleep(later)
  const reset = made.commands['app.reset']({})
  await made.clock.advance(8000)
  expect(await reset).toMatchObject({ ok: true })
  // What counts for the ceiling of a day stays too.
  expect([...made.store.files.keys()]).toHaveLength(documents + 1)
  expect(made.store.files.has('charges')).toBe(true)
  expect(topUpFiles(made.store)).toHaveLength(documents)
})

test('learns an open outcome after a reset and another sign-in, with the same key', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  const reset = made.commands['app.reset']({})
  await made.clock.advance(8000)
  await reset
  const again = memoryApp(made)
  await again.app.start()
  await again.commands['sign-in.start']({ permissions: ['add-money'] })
  await again.clock.advance(7000)
  made.server.way = 'fine'
  await again.commands['top-up.retry']({ organisationId })
  await settle()
  expect(shown(again)?.topUp.kind).toBe('added')
  expect(made.server.charged.size).toBe(1)
})

test('retries after 5, 10, 20, 40, 80 and then every 120 s, and at once after a resume', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  for (const [index, pause] of [5, 10, 20, 40, 80, 120, 120].entries()) {
    await made.clock.advance(pause * 1000 - 1)
    expect(made.server.keys).toHaveLength(index + 1)
    await made.clock.advance(1)
    expect(made.server.keys).toHaveLength(index + 2)
  }
  const { length } = made.server.keys
  await made.clock.advance(60_000)
  await made.clock.wake()
  expect(made.server.keys).toHaveLength(length + 1)
})

test('respects the server’s Retry-After after a resume, and delays no retry', async () => {
  const made = await prepared()
  made.server.way = 'rate-limited'
  await made.start()
  await settle()
  for (const ms of [30_000, 59_999]) {
    await made.clock.advance(ms)
    await made.clock.wake()
    expect(made.server.keys).toHaveLength(1)
  }
  await made.clock.advance(1)
  expect(made.server.keys).toHaveLength(2)
})

/** Its requests are given up as the real ones are: `cancelled`, at once. */
function hangUntilGivenUp(made: Awaited<ReturnType<typeof prepared>>): void {
  const { http } = made.service
  const send = http.send.bind(http)
  http.send = (request, signal?: AbortSignal) =>
    new Promise((resolve) => {
      signal?.addEventListener('abort', () => resolve(failed(failure('cancelled', 'given up'))))
      void send(request).then(resolve)
    })
  made.server.way = 'hangs'
}

test('aborts a request in flight at a suspend, and retries after the resume', async () => {
  const made = await prepared()
  hangUntilGivenUp(made)
  await made.start()
  await settle()
  expect(shown(made)?.topUp.kind).toBe('charging')
  made.app.suspend()
  await settle()
  expect(shown(made)?.topUp).toMatchObject({ kind: 'unknown', failure: { kind: 'cancelled' } })
  made.server.way = 'fine'
  made.app.resume()
  await made.clock.advance(5000)
  expect(shown(made)?.topUp.kind).toBe('added')
  expect(made.server.charged.size).toBe(1)
})

test('stores the time at a suspend, so that a clock set back before a restart is detected', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  // Until then it is noted every quarter of an hour.
  await made.clock.advance(43 * 60_000)
  made.app.suspend()
  made.clock.jump(-5 * 60_000)
  const again = memoryApp(made)
  await again.app.start()
  expect(shown(again)?.topUp.kind).toBe('too-old')
})

test('shows a response that arrives after a sign-out only at the next sign-in', async () => {
  const made = await prepared()
  made.server.way = 'slow'
  await made.start()
  await settle()
  await made.commands['organisation.sign-out']({ organisationId, forget: false })
  await made.clock.advance(2500)
  expect(made.app.state.current.toasts.filter(({ content }) => content.kind === 'added')).toEqual([])
  await made.commands['sign-in.start']({ permissions: ['add-money'] })
  await made.clock.advance(7000)
  expect(shown(made)).toMatchObject({ topUp: { kind: 'added', amountCents: 2500 }, addedTodayCents: 2500 })
})

test('retries nothing once the app is exiting, even if a response is lost', async () => {
  const made = await prepared()
  let asked = 0
  let answer = (): void => {}
  made.service.before = (request) => {
    if (!request.url.endsWith('/balance/add')) return undefined
    asked += 1
    return new Promise((resolve) => {
      answer = () => resolve(failed(failure('timeout', 'no answer')))
    })
  }
  await made.start()
  await settle()
  const ended = made.app.shutDown()
  await settle()
  answer()
  await ended
  await made.clock.advance(hour)
  expect(asked).toBe(1)
})

test('keeps an unreadable document when the organisation is forgotten', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  await made.app.shutDown()
  const { read } = made.store
  made.store.read = (name) =>
    name.endsWith('/top-up') ? failed(failure('storage', 'EIO')) : read.call(made.store, name)
  const again = memoryApp(made)
  await again.app.start()
  expect(await again.commands['organisation.sign-out']({ organisationId, forget: true })).toMatchObject({
    ok: true,
  })
  expect(topUpFiles(made.store)).toHaveLength(1)
})

test('requires consent above the daily limit, also if another top-up was added since the check', async () => {
  const made = await prepared()
  await made.commands['limits.change']({ organisationId, change: { topUpPerDayCents: 4000 } })
  await made.start()
  await settle()
  await made.commands['top-up.dismiss']({ organisationId })
  const topUp = made.app.organisations.get(organisationId)?.topUp
  expect(topUp?.start(1501)).toMatchObject({ failure: { kind: 'invalid' } })
  expect(made.server.keys).toHaveLength(1)
  expect(topUp?.start(1501, { overLimit: true })).toMatchObject({ ok: true })
  await settle()
  expect(shown(made)?.addedTodayCents).toBe(4001)
  await made.commands['top-up.dismiss']({ organisationId })
  expect(topUp?.check(100)).toMatchObject({ value: { isOverLimit: true } })
  made.consent.agrees = true
  await made.commands['limits.change']({ organisationId, change: { topUpPerDayCents: null } })
  expect(topUp?.check(100)).toMatchObject({ value: { isOverLimit: false } })
})

test('counts a top-up for its day, and removes it with the first one two days later', async () => {
  const made = await prepared()
  const onDisk = () => JSON.parse(made.store.files.get(topUpFiles(made.store)[0] ?? '') ?? '').added.length
  const add = async (amountCents: number) => {
    expect(await made.start(amountCents)).toMatchObject({ ok: true })
    await settle()
    await made.commands['top-up.dismiss']({ organisationId })
  }
  await add(1000)
  await add(1500)
  expect(shown(made)?.addedTodayCents).toBe(2500)
  made.presence.inputs += 1
  await made.clock.advance(48 * hour - 1)
  expect(shown(made)?.addedTodayCents).toBe(0)
  await add(100)
  expect([onDisk(), shown(made)?.addedTodayCents]).toEqual([3, 100])
  await made.clock.advance(1)
  await add(200)
  expect([onDisk(), shown(made)?.addedTodayCents]).toEqual([2, 300])
})

test('removes a top-up whose write failed, even if the write had reached the disk', async () => {
  const made = await prepared()
  const { write } = made.store
  made.store.write = (name, document) => {
    const written = write.call(made.store, name, document)
    return name.endsWith('/top-up') ? failed(failure('storage', 'EIO')) : written
  }
  expect(await made.start()).toMatchObject({ failure: { kind: 'storage' } })
  made.store.write = write
  await made.clock.advance(60_000)
  await made.app.shutDown()
  const again = memoryApp(made)
  await again.app.start()
  expect(shown(again)).toMatchObject({ topUp: { kind: 'none' }, addedTodayCents: 0 })
})

test('retries despite a failing disk when the key is already stored', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  const { write } = made.store
  made.store.write = (name, document) =>
    name.endsWith('/top-up') ? failed(failure('storage', 'ENOSPC')) : write.call(made.store, name, document)
  made.server.way = 'fine'
  await made.clock.advance(5000)
  expect(shown(made)?.topUp.kind).toBe('added')
  expect(made.server.charged.size).toBe(1)
})

test('retries after a restart despite a full disk, since the key is stored', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  await made.app.shutDown()
  const again = memoryApp(made)
  await again.app.start()
  const { write } = made.store
  made.store.write = (name, document) =>
    name.endsWith('/top-up') ? failed(failure('storage', 'ENOSPC')) : write.call(made.store, name, document)
  made.server.way = 'fine'
  expect(await again.commands['top-up.retry']({ organisationId })).toMatchObject({ ok: true })
  await settle()
  expect(shown(again)?.topUp.kind).toBe('added')
})

test('sends no retry that can’t be recorded for the ceiling', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  const { write } = made.store
  made.store.write = (name, document) =>
    name === 'charges' ? failed(failure('storage', 'ENOSPC')) : write.call(made.store, name, document)
  await made.clock.advance(60_000)
  expect(made.server.keys).toHaveLength(1)
  expect(shown(made)?.topUp).toMatchObject({ kind: 'unknown', failure: { kind: 'storage' } })
  made.store.write = write
  made.server.way = 'fine'
  await made.clock.advance(60_000)
  expect(shown(made)?.topUp.kind).toBe('added')
})

test('starts nothing while the document can’t be read', async () => {
  const made = await prepared()
  await made.app.shutDown()
  const { read } = made.store
  made.store.read = (name) =>
    name.endsWith('/top-up') ? failed(failure('storage', 'EIO')) : read.call(made.store, name)
  const again = memoryApp(made)
  await again.app.start()
  const start = () => again.commands['top-up.start']({ organisationId, amountCents: 2500 })
  expect(await start()).toMatchObject({ failure: { kind: 'storage' } })
  made.store.read = read
  expect(await start()).toMatchObject({ ok: true })
})

test('dismisses an expired top-up only once its possible charge is stored', async () => {
  const made = await prepared()
  made.server.way = 'lost'
  await made.start()
  await settle()
  await made.clock.sleep(21 * hour)
  expect(shown(made)?.topUp.kind).toBe('too-old')
  made.store.broken = failure('storage', 'ENOSPC')
  expect(await made.commands['top-up.dismiss']({ organisationId })).toMatchObject({
    failure: { kind: 'storage' },
  })
  expect(shown(made)?.topUp.kind).toBe('too-old')
})

test.each([1, 10_000])('%s cents are charged', async (amountCents) => {
  const made = await prepared()
  expect(await made.start(amountCents)).toMatchObject({ ok: true })
  await settle()
  expect([...made.server.charged.values()]).toEqual([amountCents])
})
