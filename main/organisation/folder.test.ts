/**
 * What lies in an organisation's folder, as the app writes it: a change of the format that keeps the version number, and
 * so would lose what users have on their disks, fails here.
 */
import { expect, it, test } from 'vitest'
import type { Result } from '../../preload/contract/index.ts'
import { failed, ok } from '../../preload/contract/index.ts'
import { parallelEndpoints } from '../parallel/endpoints.ts'
import { failure } from '../parallel/failures.ts'
import { memoryFolder } from '../testing/memory-folder.ts'
import { MemoryStore } from '../testing/memory-ports.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import { alertsDocument } from './balance/alerts-document.ts'
import { LastReading } from './balance/last-reading.ts'
import { organisationsWith } from './folder.ts'
import { Ledger, type LedgerRow } from './keys/ledger.ts'
import { LimitsDocument } from './limits.ts'
import { Snooze } from './snooze.ts'
import { TopUpDocument } from './top-up/top-up-document.ts'

const owner = { server: parallelEndpoints, organisationId: 'org_1' }
const other = { ...parallelEndpoints, serviceApiUrl: 'https://api.other.example/account' }

const row: LedgerRow = {
  keyId: 'row-1',
  apiKeyId: 'key_1',
  appId: 'app_1',
  appName: 'web',
  name: 'ci',
  masked: 'px_…abcd',
  createdAt: 1_700_000_000_000,
  createdBy: 'mira@halden.example',
  status: { kind: 'alive' },
  appMissing: false,
}
const add = (rows: readonly LedgerRow[]) => [...rows, row]

function opened(document: string, content: object) {
  const store = new MemoryStore()
  const unreadable: string[] = []
  const folder = memoryFolder({ store, unreadable })
  store.files.set(folder.nameOf(document), JSON.stringify({ ...owner, ...content }))
  return { folder, unreadable }
}

const limits = {
  spendableBelowCents: 2500,
  daysLeftBelow: null,
  spentWithinHourCents: 100,
  topUpPerDayCents: null,
  rotateAfterDays: 90,
}
const balance = { creditCents: 19670.5, heldCents: 1250, spendableCents: 18420.5, invoiced: false, readAt: 5 }
const alerts = [
  { kind: 'spending', since: 7 },
  { kind: 'days-left', since: 1768478400000 },
]
const topUp = {
  open: { key: 'key-of-it', amountCents: 700, askedAt: 5, beforeCents: 1.5, seenAt: 6, tooOld: false },
  added: [{ amountCents: 100, askedAt: 1 }],
  unread: { amountCents: 100, at: 2, beforeCents: null, spendableCents: 3 },
}

it.each([
  ['limits', { version: 1, limits }, (folder) => new LimitsDocument(folder).current, limits],
  [
    'readings',
    { version: 1, balance },
    (folder) => new LastReading(folder, new VirtualClock()).value,
    balance,
  ],
  ['alerts', { version: 1, alerts }, (folder) => alertsDocument(folder).value.alerts, alerts],
  ['snoozed', { version: 1, until: 17 }, (folder) => new Snooze(folder).until, 17],
  ['ledger', { version: 1, rows: [row] }, (folder) => new Ledger(folder).rows, [row]],
  ['top-up', { version: 1, ...topUp }, (folder) => new TopUpDocument(folder).read(), ok(topUp)],
] as readonly (readonly [string, object, (folder: ReturnType<typeof memoryFolder>) => unknown, unknown])[])(
  '%s 1',
  (document, content, read, expected) => {
    const { folder, unreadable } = opened(document, content)
    const value = read(folder)
    if (document === 'top-up') expect(value).toMatchObject(expected as object)
    else expect(value).toEqual(expected)
    expect(unreadable).toEqual([])
  },
)

it('replaces an invalid limit by its default, and keeps the others', () => {
  const edited = { ...limits, daysLeftBelow: 0, spentWithinHourCents: '25' }
  const { folder } = opened('limits', { version: 1, limits: edited })
  expect(new LimitsDocument(folder).current).toEqual({
    ...limits,
    daysLeftBelow: 3,
    spentWithinHourCents: 2500,
  })
})

test('keeps rows across a restart, in a separate folder for each organisation and server', () => {
  const store = new MemoryStore()
  new Ledger(memoryFolder({ store })).change(add)
  expect(new Ledger(memoryFolder({ store })).rows).toEqual([row])
  expect(new Ledger(memoryFolder({ store, id: 'org_2' })).rows).toEqual([])
  expect(new Ledger(memoryFolder({ store, server: other })).rows).toEqual([])
})

test('writes nothing without a change', () => {
  const written: Result<unknown>[] = []
  new Ledger(memoryFolder({ written })).change((rows) => rows)
  expect(written).toEqual([])
})

test('keeps rows in memory after a failed write, and writes them with the next change', () => {
  const store = new MemoryStore()
  const written: Result<unknown>[] = []
  const ledger = new Ledger(memoryFolder({ store, written }))
  store.broken = failure('storage', 'ENOSPC')
  ledger.change(add)
  store.broken = null
  ledger.change((rows) => rows.map((one) => ({ ...one, name: 'renamed' })))
  expect(written.map((one) => one.ok)).toEqual([false, true])
  expect(new Ledger(memoryFolder({ store })).rows).toMatchObject([{ name: 'renamed' }])
})

test.each([
  ['unreadable', { version: 1, rows: 'none' }],
  ['newer', { version: 2, rows: [] }],
  ['unreadable', { version: 1, rows: [row], organisationId: 'org_2' }],
])('a document that is %s is reported, and copied aside before it is replaced', (why, content) => {
  const store = new MemoryStore()
  const unreadable: string[] = []
  const folder = memoryFolder({ store, unreadable })
  const name = folder.nameOf('ledger')
  store.files.set(name, JSON.stringify({ ...owner, ...content }))
  const ledger = new Ledger(folder)
  expect(ledger.rows).toEqual([])
  expect(unreadable).toEqual([`${name}.json`])
  expect(store.aside).toEqual([])
  ledger.change(add)
  ledger.change(add)
  expect(store.aside).toEqual([`${name}.${why}`])
})

test('does not replace an unreadable document unless it can be copied', () => {
  const store = new MemoryStore()
  new Ledger(memoryFolder({ store })).change(add)
  const [before] = store.files.values()
  store.read = () => failed(failure('storage', 'EIO'))
  store.copyAside = () => failed(failure('storage', 'EIO'))
  const written: Result<unknown>[] = []
  new Ledger(memoryFolder({ store, written })).change(add)
  expect(written.map((one) => one.ok)).toEqual([false, false])
  expect([...store.files.values()]).toEqual([before])
})

test('removes a folder except for the named documents, and can write to it again', () => {
  const { folder } = opened('ledger', { version: 2 })
  const ledger = new Ledger(folder)
  const limitsDocument = new LimitsDocument(folder)
  limitsDocument.replace(limits)
  new Snooze(folder).start(0)
  expect(folder.remove(['snoozed']).ok).toBe(true)
  expect(new LimitsDocument(folder).current).not.toEqual(limits)
  expect(new Snooze(folder).until).not.toBeNull()
  ledger.change(add)
  expect(new Ledger(folder).rows).toEqual([row])
})

test('finds the organisations of this server by a document, and reports one in another’s folder', () => {
  const store = new MemoryStore()
  const unreadable: string[] = []
  const events = { onWritten: () => {}, onUnreadable: (file: string) => void unreadable.push(file) }
  new LimitsDocument(memoryFolder({ store })).replace(limits)
  new LimitsDocument(memoryFolder({ store, id: 'org_2' })).replace(limits)
  new LimitsDocument(memoryFolder({ store, server: other })).replace(limits)
  new Snooze(memoryFolder({ store, id: 'org_3' })).start(0)
  const [copied = ''] = store.files.values()
  store.files.set('organisations/0123456789abcdef/limits', copied)
  expect(organisationsWith('limits', { store, server: parallelEndpoints, events })).toEqual([
    'org_1',
    'org_2',
  ])
  expect(unreadable).toEqual(['organisations/0123456789abcdef/limits.json'])
})
