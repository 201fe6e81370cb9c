import { describe, expect, test } from 'vitest'
import type { Session } from '../preload/contract/index.ts'
import { expiryWarningMs } from './organisation-status.ts'
import { sessionLifetimes } from './session-lifetimes.ts'

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
  const {
    authorization,
    renewing: [access, signIn],
  } = sessionLifetimes(session, now)
  return { access, signIn, authorization }
}

describe('session lifetimes', () => {
  test('shows the remaining share of each lifetime', () => {
    const { access, signIn, authorization } = shown()
    expect(access).toMatchObject({ left: '7 min', share: 0.7 })
    expect(signIn).toMatchObject({ left: '6 days 23 h' })
    expect(authorization).toMatchObject({ left: '75 days', share: 75 / 90, expiresSoon: false })
    expect(authorization?.description).toContain('Feb 1, 2027')
  })

  test('explains that an expired access token is renewed with the next refresh', () => {
    const { access } = shown({ accessUntil: now })
    expect(access).toMatchObject({ left: 'Expired', share: 0 })
    expect(access?.description).toContain('next refresh')
  })

  test('shows no bar for a lifetime that the server didn’t give', () => {
    const { signIn, authorization } = shown({ signInUntil: null, authorizationUntil: null })
    expect(signIn).toMatchObject({ left: 'Unknown', share: null })
    expect(authorization).toMatchObject({ left: 'Unknown', share: null })
  })

  test('explains a sign-in that ends with the authorization', () => {
    const until = now + 5 * day
    expect(shown({ signInUntil: until, authorizationUntil: until }).signIn?.description).toContain(
      'at the latest',
    )
    expect(shown({ signInUntil: until - day, authorizationUntil: until }).signIn?.description).not.toContain(
      'at the latest',
    )
  })

  test('warns from three days before the end', () => {
    expect(shown({ authorizationUntil: now + expiryWarningMs }).authorization?.expiresSoon).toBe(false)
    expect(shown({ authorizationUntil: now + expiryWarningMs - 1 }).authorization?.expiresSoon).toBe(true)
  })

  test('limits the share when the system clock was set back', () => {
    expect(shown({ renewedAt: now + day }).access?.share).toBe(0)
    expect(shown({ renewedAt: now + minute }).access?.share).toBe(1)
  })
})
