import { expect, test } from 'vitest'
import { emptySecrets, readEnvironment } from './environment.mjs'

test('addresses are taken as they are meant, and what is unset or empty is absent', () => {
  expect(readEnvironment({})).toEqual({})
  expect(readEnvironment({ PARALLEL_TRAY_HOMEPAGE: ' ', PARALLEL_TRAY_UPDATE_FEED: '' })).toEqual({})
  expect(
    readEnvironment({
      PARALLEL_TRAY_HOMEPAGE: 'https://example.org/tray ',
      PARALLEL_TRAY_UPDATE_FEED: 'https://example.org/feed/',
    }),
  ).toEqual({ homepage: 'https://example.org/tray', feed: 'https://example.org/feed/' })
})

test.each([
  'example.org',
  'http://example.org',
  'javascript:alert(1)',
  'https://',
  'https://me:secret@example.org',
])('%s is refused with its name', (text) => {
  expect(() => readEnvironment({ PARALLEL_TRAY_HOMEPAGE: text })).toThrow('PARALLEL_TRAY_HOMEPAGE')
  expect(() => readEnvironment({ PARALLEL_TRAY_UPDATE_FEED: text })).toThrow('PARALLEL_TRAY_UPDATE_FEED')
})

test('of what signs, only what is set to nothing has to go', () => {
  const env = { CSC_LINK: '', WIN_CSC_LINK: ' ', APPLE_ID: '', CSC_KEY_PASSWORD: 'x', PATH: '', HOME: '/' }
  expect(emptySecrets(env)).toEqual(['CSC_LINK', 'WIN_CSC_LINK', 'APPLE_ID'])
})
