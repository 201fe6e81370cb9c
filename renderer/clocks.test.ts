import { describe, expect, test } from 'vitest'
import type { Session } from '../preload/contract/index.ts'
import { endsSoonMs } from './choose-strip.ts'
import { clocks } from './clocks.ts'

const minute = 60_000
const day = 24 * 60 * minute
const now = new Date(2026, 10, 18, 14, 32).getTime()

function shown(change: Partial<Session & { kind: 'active' }> = {}) {
  const session = {
    kind: 'active',
    keeping: 'encrypted',
    renewedAt: now - 3 * minute,
    accessUntil: now + 7 * minute,
    signInUntil: now + 7 * day - 3 * minute,
    authorizedAt: now - 15 * day,
    authorizationUntil: now + 75 * day,
    unsaved: null,
    ...change,
  } as const
  const [access, signIn, authorization] = clocks(session, now)
  return { access, signIn, authorization }
}

describe('three clocks', () => {
  test('each counts down its own whole', () => {
    const { access, signIn, authorization } = shown()
    expect(access).toMatchObject({ left: '7 min', share: 0.7 })
    expect(signIn).toMatchObject({ left: '6 days 23 h' })
    expect(authorization).toMatchObject({ left: '75 days', share: 75 / 90, soon: false })
    expect(authorization?.explained).toContain('Feb 1, 2027')
  })

  test('an access that is over is renewed when it is needed', () => {
    const { access } = shown({ accessUntil: now })
    expect(access).toMatchObject({ left: 'Over', share: 0 })
    expect(access?.explained).toContain('next refresh')
  })

  test('what the server didn’t say has no bar', () => {
    const { signIn, authorization } = shown({ signInUntil: null, authorizationUntil: null })
    expect(signIn).toMatchObject({ left: 'Not known', share: null })
    expect(authorization).toMatchObject({ left: 'Not known', share: null })
  })

  test('the sign-in ends with the authorization at the latest, and says so', () => {
    const until = now + 5 * day
    expect(shown({ signInUntil: until, authorizationUntil: until }).signIn?.explained).toContain('outlive')
    expect(shown({ signInUntil: until - day, authorizationUntil: until }).signIn?.explained).not.toContain(
      'outlive',
    )
  })

  test('three days before the end it is soon', () => {
    expect(shown({ authorizationUntil: now + endsSoonMs }).authorization?.soon).toBe(false)
    expect(shown({ authorizationUntil: now + endsSoonMs - 1 }).authorization?.soon).toBe(true)
  })

  test('a clock that was set back shows no more than the whole', () => {
    expect(shown({ renewedAt: now + day }).access?.share).toBe(0)
    expect(shown({ renewedAt: now + minute }).access?.share).toBe(1)
  })
})
