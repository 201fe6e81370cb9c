/** What a reset has to leave: the key of a charge whose outcome nothing else can find out. */
import { expect, test } from 'vitest'
import { failed } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { memoryFolder } from '../../testing/memory-folder.ts'
import { MemoryStore } from '../../testing/memory-ports.ts'
import { keyLastsMs, noTopUp, openTopUps, TopUpDocument, type TopUpRecord } from './top-up-document.ts'

const askedAt = Date.UTC(2026, 0, 15, 12)
const open = {
  key: 'key-of-mine',
  amountCents: 100,
  askedAt,
  beforeCents: null,
  seenAt: askedAt,
  tooOld: false,
}

function written(record: TopUpRecord) {
  const store = new MemoryStore()
  new TopUpDocument(memoryFolder({ store })).write(record)
  const [name = ''] = store.files.keys()
  return { store, name, kept: (now = askedAt) => openTopUps(store, now) }
}

test('keeps an open top-up as long as its key can be sent', () => {
  const { name, kept } = written({ ...noTopUp, open })
  expect(kept(askedAt + keyLastsMs - 1)).toEqual([name])
  expect(kept(askedAt + keyLastsMs)).toEqual([])
  expect(written({ ...noTopUp, open: { ...open, tooOld: true } }).kept()).toEqual([])
  expect(written({ ...noTopUp, added: [{ amountCents: 100, askedAt }] }).kept()).toEqual([])
})

test('assumes an open top-up in a document that can’t be read from the disk, but none in an invalid one', () => {
  const { store, name, kept } = written({ ...noTopUp, open })
  const { read } = store
  store.read = () => failed(failure('storage', 'EIO'))
  expect(kept()).toEqual([name])
  store.read = read
  store.files.set(name, '{"version":1}')
  expect(kept()).toEqual([])
  store.files.set(name, 'no JSON')
  expect(kept()).toEqual([])
})
