import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { publishTo, readFeed, readUpdates } from './feed.mjs'

const makeKey = (type, options) =>
  generateKeyPairSync(type, options).publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
const key = makeKey('ed25519')

const read = (feed, { publicKeys = [key], env = {}, platform = 'linux' } = {}) =>
  readFeed({ updates: { feed, publicKeys }, env, platform })

test('reads the feed and its keys from the repository alone', () => {
  expect(read('https://example.com/tray').feed).toBe('https://example.com/tray')
  const env = { PARALLEL_TRAY_UPDATE_FEED: 'https://attacker.example/' }
  expect(read('https://example.com/tray', { env }).feed).toBe('https://example.com/tray')
  expect(readFeed({ updates: readUpdates(), env, platform: 'linux' }).feed).not.toBe(
    'https://attacker.example/',
  )
})

test('configures no feed without an address', () => {
  expect(read(null).feed).toBeNull()
  expect(publishTo(null)).toEqual({})
})

test.each([
  ['nowhere', 'https address'],
  ['http://example.com/', 'https address'],
  ['http://127.0.0.1:8080/', 'https address'],
  ['file:///srv/feed', 'https address'],
  ['https://ada:pw@example.com/', 'user name'],
  ['https://example.com/?token=1', 'query'],
])('%s is refused', (address, why) => {
  expect(() => read(address)).toThrow(why)
})

test('a feed needs one public key, or two during a rotation', () => {
  const feed = 'https://example.com/'
  expect(() => read(feed, { publicKeys: [] })).toThrow('public key')
  expect(read(feed, { publicKeys: [key, makeKey('ed25519')] }).feed).toBe(feed)
  expect(() => read(feed, { publicKeys: [key, key, key] })).toThrow('public key')
})

test.each([
  ['text', 'hello'],
  ['a key of another kind', makeKey('ec', { namedCurve: 'P-256' })],
])('%s is refused as a key', (_what, text) => {
  expect(() => read(null, { publicKeys: [text] })).toThrow('Ed25519')
})

test('configures no feed for an unsigned macOS app, which the system would not replace', () => {
  const feed = 'https://example.com/'
  expect(read(feed, { platform: 'darwin' })).toMatchObject({
    feed: null,
    why: expect.stringContaining('signed'),
  })
  expect(read(feed, { platform: 'darwin', env: { CSC_LINK: 'file' } }).feed).toBe(feed)
})
