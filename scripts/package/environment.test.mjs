import { expect, test } from 'vitest'
import { emptySecrets, readHomepage } from './environment.mjs'

test('the homepage is taken as it is meant; unset or empty there is none', () => {
  expect(readHomepage({})).toBeNull()
  expect(readHomepage({ PARALLEL_TRAY_HOMEPAGE: ' ' })).toBeNull()
  expect(readHomepage({ PARALLEL_TRAY_HOMEPAGE: 'https://example.org/tray ' })).toBe(
    'https://example.org/tray',
  )
})

test.each([
  'example.org',
  'http://example.org',
  'javascript:alert(1)',
  'https://',
  'https://me:secret@example.org',
])('%s is refused as a homepage', (text) => {
  expect(() => readHomepage({ PARALLEL_TRAY_HOMEPAGE: text })).toThrow('PARALLEL_TRAY_HOMEPAGE')
})

test('of what signs, only what is set to nothing has to go', () => {
  const env = { CSC_LINK: '', WIN_CSC_LINK: ' ', APPLE_ID: '', CSC_KEY_PASSWORD: 'x', PATH: '', HOME: '/' }
  expect(emptySecrets(env)).toEqual(['CSC_LINK', 'WIN_CSC_LINK', 'APPLE_ID'])
})
