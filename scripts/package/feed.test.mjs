import { expect, test } from 'vitest'
import { publishTo, readFeed } from './feed.mjs'

const read = (address, more = {}) =>
  readFeed({ env: { PARALLEL_TRAY_UPDATE_FEED: address, ...more }, platform: 'linux' })

test('accepts https addresses, and http on the loopback interface', () => {
  expect(read('https://example.com/tray').feed).toBe('https://example.com/tray')
  expect(read('http://127.0.0.1:8080/').feed).toBe('http://127.0.0.1:8080/')
})

test('configures no feed without an address', () => {
  expect(read('').feed).toBeNull()
  expect(publishTo(null)).toEqual({})
})

test.each([
  ['nowhere', 'not an address'],
  ['http://example.com/', 'must begin with https:'],
  ['file:///srv/feed', 'must begin with https:'],
  ['https://ada:pw@example.com/', 'user name'],
  ['https://example.com/?token=1', 'query'],
])('%s is refused', (address, why) => {
  expect(() => read(address)).toThrow(why)
})

test('configures no feed for an unsigned macOS app, which the system would not replace', () => {
  const env = { PARALLEL_TRAY_UPDATE_FEED: 'https://example.com/' }
  expect(readFeed({ env, platform: 'darwin' })).toMatchObject({
    feed: null,
    why: expect.stringContaining('signed'),
  })
  expect(readFeed({ env: { ...env, CSC_LINK: 'file' }, platform: 'darwin' }).feed).toBe(
    'https://example.com/',
  )
})
