import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutValues } from './known-values.ts'

const base64 = (bytes: Buffer): string => bytes.toString('base64')
const inBytes = (before: string, secret: string, after: string, encoding: 'utf8' | 'utf16le') =>
  Buffer.from(before + secret + after, encoding)

/** Each way to write a secret among other things, with all that is around it. */
const writings: Record<string, (before: string, secret: string, after: string) => string> = {
  'as it is': (before, secret, after) => before + secret + after,
  'in an address': (before, secret, after) => encodeURIComponent(before + secret + after),
  'in an address within an address': (before, secret, after) =>
    encodeURIComponent(encodeURIComponent(before + secret + after)),
  'with every byte escaped': (before, secret, after) =>
    before + [...Buffer.from(secret)].map((byte) => `%${byte.toString(16)}`).join('') + after,
  'in JSON': (before, secret, after) => JSON.stringify(before + secret + after),
  'in JSON within JSON': (before, secret, after) => JSON.stringify(JSON.stringify(before + secret + after)),
  'in an address within JSON': (before, secret, after) =>
    JSON.stringify(encodeURIComponent(before + secret + after)),
  'in JSON within an address': (before, secret, after) =>
    encodeURIComponent(JSON.stringify(before + secret + after)),
  'with every letter escaped': (before, secret, after) =>
    before +
    [...secret].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('') +
    after,
  'in hex': (before, secret, after) => inBytes(before, secret, after, 'utf8').toString('hex'),
  'in large hex': (before, secret, after) =>
    inBytes(before, secret, after, 'utf8').toString('hex').toUpperCase(),
  'in base64': (before, secret, after) => base64(inBytes(before, secret, after, 'utf8')),
  'in base64 of addresses': (before, secret, after) =>
    inBytes(before, secret, after, 'utf8').toString('base64url'),
  'in base64 within an address': (before, secret, after) =>
    encodeURIComponent(base64(inBytes(before, secret, after, 'utf8'))),
  'in lines of base64': (before, secret, after) =>
    base64(inBytes(before, secret, after, 'utf8')).replace(/.{20}/g, '$&\r\n'),
  'as UTF-16': (before, secret, after) => inBytes(before, secret, after, 'utf16le').toString('latin1'),
  'as UTF-16 whose zeros became spaces': (before, secret, after) =>
    inBytes(before, secret, after, 'utf16le').toString('latin1').replaceAll('\0', ' '),
  'as UTF-16 in base64': (before, secret, after) => base64(inBytes(before, secret, after, 'utf16le')),
  'as UTF-16 in hex': (before, secret, after) => inBytes(before, secret, after, 'utf16le').toString('hex'),
}

/** What RFC 6749 allows in a credential. */
const secrets = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 16,
  maxLength: 60,
})
const around = fc.string({ unit: 'grapheme-ascii', maxLength: 40 })

/** Every eight characters of the secret, as the writing has them, without what hangs on their neighbours. */
function pieces(write: (typeof writings)[string], secret: string): readonly string[] {
  return Array.from({ length: secret.length - 7 }, (_, at) => secret.slice(at, at + 8)).flatMap((piece) =>
    ['', '\0', '\0\0'].map((before) =>
      write(before, piece, '')
        .replace(/^"+|\\?"+$|=+$/g, '')
        .slice(before === '' ? 0 : 6, -4),
    ),
  )
}

describe('removes a secret entirely, in any context', () => {
  test.each(Object.entries(writings))('%s', (_, write) => {
    fc.assert(
      fc.property(secrets, around, around, (secret, before, after) => {
        const text = write(before, secret, after)
        const left = withoutValues(text, [secret])
        expect(left).toContain('[removed]')
        // By chance its neighbours may read as a part of it.
        const others = [before, after, write(before, '', ''), write('', '', after)]
        for (const piece of pieces(write, secret)) {
          if (piece.length > 7 && !others.some((other) => other.includes(piece)))
            expect(left).not.toContain(piece)
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('finds a part of a secret, as in truncated text', () => {
  const secret = 'refresh_aZ09-kept_Secret-Value'
  expect(withoutValues(`It says: ${secret.slice(0, 17)}…`, [secret])).toBe('It says: [removed]…')
  expect(withoutValues(`…${secret.slice(-9)} was refused`, [secret])).toBe('…[removed] was refused')
})

test('leaves other text unchanged', () => {
  const secret = 'aZ09-kept_Secret-Value'
  const text = '{"at":"2026-01-02","why":"%41 \\u0041 100% aZ09-ke net::ERR_FAILED"}\n\tnext'
  expect(withoutValues(text, [secret])).toBe(text)
  expect(withoutValues(text, [])).toBe(text)
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', maxLength: 200 }), (any) => {
      expect(withoutValues(any, [secret])).toBe(any)
    }),
  )
})

test('finds a short secret, such as a proxy’s password, as a whole', () => {
  expect(withoutValues('say hunt2 to 10.0.0.1', ['hunt2'])).toBe('say [removed] to 10.0.0.1')
  expect(withoutValues('hunt%C3%BC!', ['huntü!'])).toBe('[removed]')
  expect(withoutValues('abc', ['abc'])).toBe('abc')
})

test('is fast for a long text with many secrets', () => {
  const many = Array.from({ length: 60 }, (_, at) => `refresh_${String(at).padStart(32, 'x%')}`)
  const text = `{"line":"\\u0041%41 a line of the log, much as others","number":1}\n`.repeat(1000)
  const startedAt = performance.now()
  withoutValues(text, many)
  expect(performance.now() - startedAt).toBeLessThan(3000)
})

test('is fast for a log line with many long tokens', () => {
  const many = Array.from({ length: 60 }, (_, at) =>
    Buffer.from(`${at}.${at * 7} `.repeat(200))
      .toString('base64url')
      .slice(at, at + 1000),
  )
  const startedAt = performance.now()
  for (let line = 0; line < 5; line++) withoutValues('net::ERR_INTERNET_DISCONNECTED (api.example)', many)
  expect(performance.now() - startedAt).toBeLessThan(2500)
})
