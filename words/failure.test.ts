import { describe, expect, test } from 'vitest'
import type { Failure, FailureKind, TlsCause } from '../preload/contract/index.ts'
import { failureTitle, inShort, whatFailed, whatNext } from './failure.ts'
import { words } from './index.ts'

const kinds = Object.keys(words.failures.kinds) as FailureKind[]
const failure = (kind: FailureKind, more: Partial<Failure> = {}): Failure => ({
  kind,
  message: 'connect ECONNREFUSED 127.0.0.1',
  retryable: false,
  ...more,
})

describe('words for a failure', () => {
  test.each(kinds)('%s says what happened and what to do, not what the log says', (kind) => {
    const said = [whatFailed(failure(kind)), whatNext(failure(kind))]
    for (const sentence of said) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
      expect(sentence).not.toMatch(/!|please|oops|successful|something went wrong|ECONN/i)
    }
    expect(inShort(failure(kind))).toMatch(/^\p{Lu}.{2,28}[^.]$/u)
  })

  test.each(Object.keys(words.failures.tls) as TlsCause[])(
    'a certificate: %s has words of its own',
    (cause) => {
      const one = failure('tls', { cause })
      for (const sentence of [whatFailed(one), whatNext(one)]) expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
      expect(whatFailed(one)).not.toBe(whatFailed(failure('tls')))
      expect(inShort(one)).toBe(inShort(failure('tls')))
    },
  )

  test('a command has a title of its own only where the kind would not say what is left as it was', () => {
    expect(failureTitle('settings.change', failure('conflict'))).toBe('Setting not changed')
    expect(failureTitle('sign-in.copy-code', failure('clipboard'))).toBe('Not copied')
  })

  test('a time that the server named takes the place of the advice', () => {
    expect(whatNext(failure('rate-limited', { retryAfterMs: 30_000 }))).toBe('Try again in 30 seconds.')
    expect(whatNext(failure('rate-limited'))).toBe('Try again in a minute.')
  })
})
