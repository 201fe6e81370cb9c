import { expect, test } from 'vitest'
import { publishTo, readFeed } from './feed.mjs'

const read = (address, more = {}) =>
  readFeed({ env: { PARALLEL_TRAY_UPDATE_FEED: address, ...more }, platform: 'linux' })

test('an encrypted address is a feed, and so is one on this very computer', () => {
  expect(read('https://example.com/tray').feed).toBe('https://example.com/tray')
  expect(read('http://127.0.0.1:8080/').feed).toBe('http://127.0.0.1:8080/')
})

test('without an address nothing is built in', () => {
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

test('an unsigned app for macOS gets none, as the system would refuse to replace it', () => {
  const env = { PARALLEL_TRAY_UPDATE_FEED: 'https://example.com/' }
  expect(readFeed({ env, platform: 'darwin' })).toMatchObject({
    feed: null,
    why: expect.stringContaining('signed'),
  })
  expect(readFeed({ env: { ...env, CSC_LINK: 'file' }, platform: 'darwin' }).feed).toBe(
    'https://example.com/',
  )
})
