import { expect, test } from 'vitest'
import { failed } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { MemoryStore } from '../../testing/memory-ports.ts'
import { Ledger, type LedgerRow } from './ledger.ts'

const row: LedgerRow = {
  keyId: 'row-1',
  apiKeyId: 'key_1',
  appId: 'app_1',
  appName: 'web',
  name: 'ci',
  masked: 'px_…abcd',
  createdAt: 1_700_000_000_000,
  createdBy: 'mira@halden.example',
  standing: { kind: 'alive' },
  appMissing: false,
}

function opened(store: MemoryStore, serviceApiUrl = 'https://api.parallel.ai/account') {
  const written: boolean[] = []
  const strange: string[] = []
  const ledger = new Ledger({
    store,
    serviceApiUrl,
    onWritten: ({ ok }) => written.push(ok),
    onStrange: (file) => strange.push(file),
  })
  return { ledger, written, strange }
}

const add = (rows: readonly LedgerRow[]) => [...rows, row]

test('rows survive a restart, each organisation and each server for itself', () => {
  const store = new MemoryStore()
  opened(store).ledger.change('org_1', add)
  const { ledger, strange } = opened(store)
  expect(ledger.rows('org_1')).toEqual([row])
  expect(ledger.rows('org_2')).toEqual([])
  expect(opened(store, 'http://localhost:1/account').ledger.rows('org_1')).toEqual([])
  expect(strange).toEqual([])
})

test('what changes nothing writes nothing', () => {
  const { ledger, written } = opened(new MemoryStore())
  ledger.change('org_1', (rows) => rows)
  expect(written).toEqual([])
})

test('a write that fails keeps the rows in memory, and the next one brings them along', () => {
  const store = new MemoryStore()
  const { ledger, written } = opened(store)
  store.broken = failure('storage', 'ENOSPC')
  ledger.change('org_1', add)
  store.broken = null
  ledger.change('org_1', (rows) => rows.map((one) => ({ ...one, name: 'renamed' })))
  expect(written).toEqual([false, true])
  expect(opened(store).ledger.rows('org_1')).toMatchObject([{ name: 'renamed' }])
})

test.each([
  ['unreadable', { version: 1, rows: 'none' }],
  ['newer', { version: 2, rows: [] }],
])('one that is %s is told of, and copied aside before it is replaced', (why, content) => {
  const store = new MemoryStore()
  opened(store).ledger.change('org_1', add)
  const [name = ''] = store.files.keys()
  store.files.set(name, JSON.stringify(content))
  const { ledger, strange } = opened(store)
  expect(ledger.rows('org_1')).toEqual([])
  expect(strange).toEqual([`${name}.json`])
  expect(store.aside).toEqual([])
  ledger.change('org_1', add)
  ledger.change('org_1', add)
  expect(store.aside).toEqual([`${name}.${why}`])
})

test('one that can’t be read is not replaced unless it can be copied', () => {
  const store = new MemoryStore()
  opened(store).ledger.change('org_1', add)
  const [before] = store.files.values()
  store.read = () => failed(failure('storage', 'EIO'))
  store.copyAside = () => failed(failure('storage', 'EIO'))
  const { ledger, written } = opened(store)
  ledger.change('org_1', add)
  expect(written).toEqual([false])
  expect([...store.files.values()]).toEqual([before])
})

test('forgotten, nothing is left', () => {
  const store = new MemoryStore()
  const { ledger } = opened(store)
  ledger.change('org_1', add)
  ledger.forget('org_1')
  expect(store.files.size).toBe(0)
  expect(ledger.rows('org_1')).toEqual([])
})
