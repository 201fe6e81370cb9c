import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appsAndKeys, countKeys } from './keys-view.ts'
import type { LedgerRow } from './ledger.ts'
import {
  applyAppList,
  markAppDeleted,
  markCreated,
  markDeleted,
  mergeRows,
  removeRow,
  restoreRow,
} from './ledger-rows.ts'

const day = 24 * 3600_000
const now = 100 * day

function row(keyId: string, change: Partial<LedgerRow> = {}): LedgerRow {
  return {
    keyId,
    apiKeyId: `key_${keyId}`,
    appId: 'app_1',
    appName: 'web',
    name: keyId,
    masked: null,
    createdAt: now - day,
    createdBy: null,
    status: { kind: 'alive' },
    appMissing: false,
    ...change,
  }
}

const app = (appId: string, appName: string | null = 'web') => ({ appId, appName, organisationId: 'org_1' })
const replaced = { kind: 'replaced', by: 'new' } as const
const known = (rows: readonly LedgerRow[], more = {}) => ({
  apps: null,
  rows,
  rotateAfterDays: null,
  now,
  ...more,
})
const keys = (rows: readonly LedgerRow[], more = {}) =>
  appsAndKeys(known(rows, more)).apps.flatMap((one) => one.keys)

test('restores a replaced key when its successor is deleted or removed', () => {
  const rows = [row('old', { status: replaced }), row('new')]
  expect(markDeleted('new', now)(rows)).toMatchObject([
    { keyId: 'old', status: { kind: 'alive' } },
    { keyId: 'new', status: { kind: 'deleted', at: now } },
  ])
  expect(removeRow('new')(rows)).toMatchObject([{ keyId: 'old', status: { kind: 'alive' } }])
  expect(markDeleted('old', now)(rows)).toMatchObject([
    { status: { kind: 'deleted' } },
    { status: { kind: 'alive' } },
  ])
})

test('brings a removed row back to its place, and its predecessor to what it was', () => {
  const before = [row('a'), row('old', { status: replaced }), row('new'), row('b')]
  expect(restoreRow('new', before)(removeRow('new')(before))).toEqual(before)
  // What happened in between stays.
  const between = markDeleted('old', now)(removeRow('new')(before))
  expect(restoreRow('new', before)(between)).toMatchObject([
    { keyId: 'a' },
    { keyId: 'old', status: { kind: 'deleted' } },
    { keyId: 'new' },
    { keyId: 'b' },
  ])
  expect(restoreRow('new', before)(before)).toBe(before)
  expect(restoreRow('unheard-of', before)(before)).toBe(before)
})

test('affects no other rotation by a deletion, a removal or its undo', () => {
  const other = row('other', { status: { kind: 'replaced', by: 'successor' } })
  const before = [row('old', { status: replaced }), row('new'), other, row('successor')]
  const statusOf = (rows: readonly LedgerRow[]) => rows.find(({ keyId }) => keyId === 'other')?.status
  expect(statusOf(markDeleted('new', now)(before))).toEqual(other.status)
  expect(statusOf(removeRow('new')(before))).toEqual(other.status)
  // That one’s successor is removed, too, and doesn’t come back with the first.
  const without = removeRow('successor')(removeRow('new')(before))
  expect(statusOf(restoreRow('new', before)(without))).toEqual({ kind: 'alive' })
})

test('changes only the row of a created key and of the key it replaces', () => {
  const created = {
    apiKeyId: 'key_9',
    apiKeyName: 'named by the server',
    appId: 'app_1',
    appName: 'web',
    createdByUserEmail: 'ada@example.com',
    displayValue: null,
    rawApiKey: 'px_secret',
    createdAt: null,
  }
  const pending = row('new', { apiKeyId: null, status: { kind: 'unknown' } })
  const rows = [row('a'), row('old'), pending]
  expect(markCreated('new', created, 'old')(rows)).toEqual([
    rows[0],
    { ...rows[1], status: { kind: 'replaced', by: 'new' } },
    {
      ...pending,
      apiKeyId: 'key_9',
      name: 'named by the server',
      createdBy: 'ada@example.com',
      masked: null,
      status: { kind: 'alive' },
    },
  ])
})

test('deletes all keys of a deleted app, and no others', () => {
  const rows = [row('a'), row('b', { appId: 'app_2' })]
  expect(keys(markAppDeleted('app_1', now)(rows)).map(({ keyId }) => keyId)).toEqual(['b'])
  const before = [row('a', { status: { kind: 'deleted', at: now - day } })]
  expect(markAppDeleted('app_1', now)(before)).toEqual(before)
})

test('an app without a name keeps its last name, or shows its ID if it had none', () => {
  const rows = [row('a')]
  const apps = [app('app_1', null), app('app_2', null)]
  expect(applyAppList(apps)(rows)).toBe(rows)
  expect(appsAndKeys(known(rows, { apps })).apps.map(({ name }) => name)).toEqual(['web', 'app_2'])
})

test('applies missing apps and names from a list, and returns the same rows when nothing changed', () => {
  const rows = [row('a'), row('b', { appId: 'app_2' })]
  const after = applyAppList([app('app_1', 'renamed')])(rows)
  expect(after).toMatchObject([
    { appName: 'renamed', appMissing: false },
    { appName: 'web', appMissing: true },
  ])
  expect(applyAppList([app('app_1', 'renamed')])(after)).toBe(after)
  expect(keys(after)).toMatchObject([
    { status: { kind: 'alive' } },
    { status: { kind: 'deleted-elsewhere' } },
  ])
})

test('shows the server’s name of an app also before its rows have it, and whether the server’s list is known', () => {
  const rows = [row('a')]
  const shown = appsAndKeys(known(rows, { apps: [app('app_1', 'renamed')] }))
  expect(shown).toMatchObject({ listed: true, apps: [{ name: 'renamed' }] })
  expect(appsAndKeys(known(rows))).toMatchObject({ listed: false, apps: [{ name: 'web' }] })
})

test('shows the server’s id of an imported key, since its names may be anything', () => {
  expect(keys([row('a'), row('b', { imported: true })]).map(({ imported }) => imported)).toEqual([
    null,
    { apiKeyId: 'key_b' },
  ])
})

test('changes only the affected row by a list', () => {
  const rows = [row('a'), row('b', { appId: 'app_2' })]
  const apps = [app('app_1'), app('app_2', 'renamed')]
  expect(applyAppList(apps)(rows)).toMatchObject([{ appName: 'web' }, { appName: 'renamed' }])
})

test('sorts apps in the server’s order before those only in the ledger, and keys by urgency, then newest', () => {
  const rows = [
    row('older', { createdAt: 1 }),
    row('newer', { createdAt: 3 }),
    row('half', { createdAt: 2, status: replaced }),
    row('lost', { createdAt: 0, status: { kind: 'unknown' } }),
    row('gone', { appId: 'app_9', appName: 'gone', appMissing: true }),
  ]
  const shown = appsAndKeys(known(rows, { apps: [app('app_2', 'empty'), app('app_1')] }))
  expect(shown.apps.map(({ name, listed }) => [name, listed])).toEqual([
    ['empty', true],
    ['web', true],
    ['gone', false],
  ])
  expect(shown.apps[1]?.keys.map(({ keyId }) => keyId)).toEqual(['half', 'lost', 'newer', 'older'])
})

test('counts keys that work, those that aren’t settled, and as due those beyond the age limit that are not half rotated', () => {
  const old = now - 31 * day
  const rows = [
    row('fresh'),
    row('old', { createdAt: old }),
    row('half', { createdAt: old, status: replaced }),
    row('lost', { createdAt: old, status: { kind: 'unknown' } }),
    row('gone', { createdAt: old, appMissing: true }),
    row('deleted', { createdAt: old, status: { kind: 'deleted', at: now } }),
  ]
  expect(countKeys(known(rows))).toEqual({ keys: 3, rotateDue: 0, unfinished: 2 })
  expect(countKeys(known(rows, { rotateAfterDays: 30 }))).toEqual({ keys: 3, rotateDue: 1, unfinished: 2 })
  expect(countKeys(known(rows, { rotateAfterDays: 31 }))).toEqual({ keys: 3, rotateDue: 0, unfinished: 2 })
})

const anyRow: fc.Arbitrary<LedgerRow> = fc
  .record({
    serial: fc.nat(6),
    known: fc.boolean(),
    status: fc.oneof(
      fc.constant({ kind: 'alive' as const }),
      fc.constant({ kind: 'unknown' as const }),
      fc.constant({ kind: 'deleted' as const, at: now }),
      fc.nat(6).map((by) => ({ kind: 'replaced' as const, by: `row-${by}` })),
    ),
  })
  .map(({ serial, known, status }) =>
    row(`row-${serial}`, { apiKeyId: known ? `key_${serial}` : null, status }),
  )
const rowsOf = (computer: string) =>
  fc
    .uniqueArray(anyRow, { selector: ({ keyId }) => keyId, maxLength: 6 })
    .map((rows) => rows.map((one) => fromComputer(one, computer)))

/** Row ids differ on each computer; the server's ids are the same everywhere. */
function fromComputer(one: LedgerRow, computer: string): LedgerRow {
  const { status } = one
  const by =
    status.kind === 'replaced' ? { kind: 'replaced' as const, by: `${computer}-${status.by}` } : status
  return { ...one, keyId: `${computer}-${one.keyId}`, status: by }
}

test('merging keeps half-done rotations despite different row ids', () => {
  const there = [row('t-old', { apiKeyId: 'key_old', status: { kind: 'replaced', by: 't-new' } })]
  const theirNew = row('t-new', { apiKeyId: 'key_new' })
  expect(mergeRows([...there, theirNew])([])).toEqual([...there, theirNew])
  // The successor is known here by another id.
  const ours = row('h-new', { apiKeyId: 'key_new' })
  expect(mergeRows([...there, theirNew])([ours])).toEqual([
    ours,
    { ...there[0], status: { kind: 'replaced', by: 'h-new' } },
  ])
  // Without its successor a key is alive.
  expect(mergeRows(there)([])).toMatchObject([{ keyId: 't-old', status: { kind: 'alive' } }])
})

test('merging a deletion reactivates the key that the deleted one had replaced', () => {
  const here = [row('old', { status: replaced }), row('new')]
  const deleted = row('t-new', { apiKeyId: 'key_new', status: { kind: 'deleted', at: now } })
  expect(mergeRows([deleted])(here)).toMatchObject([
    { keyId: 'old', status: { kind: 'alive' } },
    { keyId: 'new', status: { kind: 'deleted', at: now } },
  ])
  expect(mergeRows([row('t-new', { apiKeyId: 'key_new' })])(here)).toEqual(here)
})

test('distinguishes keys without a server id by their rows', () => {
  const lost = (keyId: string) => row(keyId, { apiKeyId: null, status: { kind: 'unknown' } })
  const here = [lost('a'), row('b')]
  expect(mergeRows([lost('a'), lost('c')])(here)).toEqual([...here, lost('c')])
})

test('merging loses, duplicates and revives no row, and is idempotent', () => {
  fc.assert(
    fc.property(rowsOf('here'), rowsOf('there'), (here, there) => {
      const after = mergeRows(there)(here)
      expect(mergeRows(there)(after)).toEqual(after)
      const ids = after.map(({ keyId }) => keyId)
      expect(new Set(ids).size).toBe(ids.length)
      const serverIds = after.flatMap(({ apiKeyId }) => apiKeyId ?? [])
      expect(new Set(serverIds).size).toBe(serverIds.length)
      for (const one of here) expect(ids).toContain(one.keyId)
      for (const one of there) {
        const merged = after.find(
          ({ keyId, apiKeyId }) => keyId === one.keyId || (apiKeyId !== null && apiKeyId === one.apiKeyId),
        )
        expect(merged).toBeDefined()
        if (one.status.kind === 'deleted') expect(merged?.status.kind).toBe('deleted')
      }
      for (const { keyId, status } of here) {
        if (status.kind === 'deleted')
          expect(after.find((one) => one.keyId === keyId)?.status.kind).toBe('deleted')
      }
      // No key may be replaced by a key that doesn't exist.
      for (const { status } of after) {
        if (status.kind !== 'replaced') continue
        expect(after.find(({ keyId }) => keyId === status.by)?.status.kind).not.toBe('deleted')
        expect(ids).toContain(status.by)
      }
    }),
  )
})
