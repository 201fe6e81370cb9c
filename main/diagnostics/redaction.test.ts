import { expect, test } from 'vitest'
import { redaction, withoutPatterns } from './redaction.ts'

const token = 'access_aZ09bY18cX27dW36eV45fU54gT63hS72'

test.each([
  ['Authorization: Bearer short', 'Authorization: [removed] [removed]'],
  ['sent Bearer abc.def, refused', 'sent Bearer [removed], refused'],
  [`the token ${token} has expired`, 'the token [removed] has expired'],
  [token, '[removed]'],
  ['access0aZ09bY18cX27dW36eV45fU54gT', '[removed]'],
  ['bearer short', 'bearer [removed]'],
  ['eyJhbGci.eyJz', '[removed]'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx.c2ln failed', '[removed] failed'],
  ['{"access_token":"a b","next":1}', '{"access_token":[removed],"next":1}'],
  ['{\\"refresh_token\\":\\"abc\\",\\"x\\":1}', '{\\"refresh_token\\":[removed],\\"x\\":1}'],
  ['grant_type=x&device_code=abc&y=1', 'grant_type=x&device_code=[removed]&y=1'],
  ['password: hunter2', 'password: [removed]'],
  ['GET https://example.com/a?key=1&b=2 failed', 'GET https://example.com/a?[removed] failed'],
  ['PROXY http://me:hunter2@proxy.example:3128', 'PROXY http://[removed]@proxy.example:3128'],
  ['type WDJB-MJHT there', 'type [removed] there'],
  ['asked by ann.lee@example.com twice', 'asked by [e-mail] twice'],
  ['at main (/home/ann/app/out/main/index.cjs:1:2)', 'at main (~/app/out/main/index.cjs:1:2)'],
  ['C:\\Users\\Ann Lee\\app', '~\\app'],
  ['"C:\\\\Users\\\\Ann Lee\\\\app"', '"~\\\\app"'],
])('%s', (text, left) => {
  expect(withoutPatterns(text)).toBe(left)
})

test.each([
  'net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH (127.0.0.1:4010)',
  'the keyring didn’t decrypt: no answer',
  'reference 0f8fad5b-d9cb-469f-a165-70867728950e',
  'organisations/0123456789abcdef/grant.json',
  'What now? Nothing = nothing.',
  '2026-01-02T03:04:05.678Z',
  'started',
  '0.1.0',
  'a'.repeat(40),
  '1'.repeat(40),
])('stays readable: %s', (text) => {
  expect(withoutPatterns(text)).toBe(text)
})

test('asks for the secrets in memory on every call', () => {
  let alive: readonly string[] = []
  const redact = redaction(() => alive, '/root')
  expect(redact('my-little-secret in /root/app')).toBe('my-little-secret in ~/app')
  alive = ['my-little-secret']
  expect(redact('bXktbGl0dGxlLXNlY3JldA== in /root/app')).toMatch(/^\[removed\].{0,3}= in ~\/app$/)
})

test.each(['a', 'a.', '?', 'token', 'token-', '//', '\\'])(
  'takes linear time for a long run of %s',
  (piece) => {
    const startedAt = performance.now()
    withoutPatterns(piece.repeat(50_000 / piece.length))
    expect(performance.now() - startedAt).toBeLessThan(1500)
  },
)
