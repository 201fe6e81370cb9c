import { expect, test } from 'vitest'
import { emptySecrets, readHomepage } from './environment.mjs'

test('reads the homepage, and none if the variable is unset or empty', () => {
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

test('removes only empty signing variables', () => {
  const env = { CSC_LINK: '', WIN_CSC_LINK: ' ', APPLE_ID: '', CSC_KEY_PASSWORD: 'x', PATH: '', HOME: '/' }
  expect(emptySecrets(env)).toEqual(['CSC_LINK', 'WIN_CSC_LINK', 'APPLE_ID'])
})
