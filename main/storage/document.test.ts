import fc from 'fast-check'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { failed, type Result } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import { MemoryStore } from '../testing/memory-ports.ts'
import { appDocument, isNewerDocument } from './document.ts'

const schema = v.object({ version: v.literal(1), words: v.array(v.string()) })

function opened(store: MemoryStore) {
  const unreadable: string[] = []
  const written: Result<unknown>[] = []
  const document = appDocument<v.InferOutput<typeof schema>>(
    store,
    'words',
    schema,
    { version: 1, words: [] },
    { onUnreadable: (file) => unreadable.push(file), onWritten: (result) => written.push(result) },
  )
  return { document, unreadable, written }
}

function storeWith(text: string): MemoryStore {
  const store = new MemoryStore()
  store.files.set('words', text)
  return store
}

it('uses the initial value without a report when there is no file', () => {
  const { document, unreadable, written } = opened(new MemoryStore())
  expect(document.value).toEqual({ version: 1, words: [] })
  expect([unreadable, written]).toEqual([[], []])
})

it('reads a valid file and writes the next change', () => {
  const store = storeWith('{"version":1,"words":["tray"]}')
  const { document, unreadable } = opened(store)
  document.replace({ version: 1, words: [...document.value.words, 'icon'] })
  expect(store.files.get('words')).toBe('{"version":1,"words":["tray","icon"]}')
  expect([unreadable, store.aside]).toEqual([[], []])
})

it.each([
  ['newer', '{"version":2,"words":{}}'],
  ['unreadable', '{"version":1,"words":"tray"}'],
  ['unreadable', '{"version":1}'],
  ['unreadable', '{"version":"2","words":[]}'],
  ['unreadable', '{"words":[]}'],
  ['unreadable', '[]'],
  ['unreadable', 'null'],
])('%s: reported when read, kept until it is replaced, copied aside once', (why, text) => {
  const store = storeWith(text)
  const { document, unreadable } = opened(store)
  expect(unreadable).toEqual(['words.json'])
  expect(document.value).toEqual({ version: 1, words: [] })
  expect([store.files.get('words'), store.aside]).toEqual([text, []])
  document.replace({ version: 1, words: ['a'] })
  document.replace({ version: 1, words: ['b'] })
  expect(store.aside).toEqual([`words.${why}`])
  expect(store.files.get('words')).toBe('{"version":1,"words":["b"]}')
})

it('reports a file that is not JSON under the name of its copy', () => {
  const store = storeWith('{"version":1,"wor')
  const { document, unreadable, written } = opened(store)
  expect([unreadable, written]).toEqual([['words.unreadable'], []])
  document.replace({ version: 1, words: ['a'] })
  expect(store.aside).toEqual(['words.unreadable'])
})

it('reports a failed read and does not replace the file without a copy', () => {
  const store = storeWith('{"version":1,"words":["kept"]}')
  const refused = failed(failure('storage', 'EIO'))
  const read = store.read
  store.read = () => refused
  const { document, unreadable, written } = opened(store)
  expect([unreadable, written]).toEqual([[], [refused]])
  store.read = read
  store.copyAside = () => refused
  document.replace({ version: 1, words: ['new'] })
  expect(store.files.get('words')).toContain('kept')
  expect(document.value.words).toEqual(['new'])
  expect(written).toEqual([refused, refused])
})

it('isNewerDocument accepts any JSON value without throwing', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => !isNewerDocument(value) || typeof value === 'object'))
})
