import { describe, expect, it } from 'vitest'
import { dayMs, hourMs } from '../../calendar.ts'
import type { Tokens } from '../../parallel/oauth.ts'
import {
  earliest,
  type Grant,
  type GrantRecord,
  grantOf,
  isDueForRenewal,
  refreshed,
  refreshTokensOnDisk,
  revocationsOf,
} from './grant.ts'

const now = Date.UTC(2026, 0, 15, 12)
const grant: Grant = {
  keeping: 'encrypted',
  clientId: 'client-7',
  scope: ['balance:read'],
  accessToken: 'access-1',
  refreshToken: 'refresh-1',
  authorizedAt: now,
  renewedAt: now,
  accessUntil: now + hourMs,
  signInUntil: now + 7 * dayMs,
  authorizationUntil: now + 90 * dayMs,
  endedAt: null,
}
const tokens: Tokens = {
  accessToken: 'access-2',
  refreshToken: 'refresh-2',
  accessLifetimeMs: hourMs,
  refreshLifetimeMs: 5 * dayMs,
  authorizationLifetimeMs: 30 * dayMs,
  organisationId: null,
  organisationName: null,
  scope: ['keys:read'],
}
const later = now + dayMs

describe('the grant after a refresh', () => {
  it('has the tokens, the scope and the end of each from the reply, counted from when it came', () => {
    expect(refreshed(grant, tokens, later)).toEqual({
      ...grant,
      accessToken: 'access-2',
      refreshToken: 'refresh-2',
      scope: ['keys:read'],
      renewedAt: later,
      accessUntil: later + hourMs,
      signInUntil: later + 5 * dayMs,
      authorizationUntil: later + 30 * dayMs,
    })
  })

  it('keeps refresh token, its end and the scope if the reply names none', () => {
    const reply = { ...tokens, refreshToken: null, refreshLifetimeMs: null, scope: null }
    expect(refreshed(grant, reply, later)).toMatchObject({
      refreshToken: 'refresh-1',
      signInUntil: grant.signInUntil,
      scope: ['balance:read'],
    })
  })

  it('has no known end of a new refresh token whose lifetime isn’t named', () => {
    expect(refreshed(grant, { ...tokens, refreshLifetimeMs: null }, later).signInUntil).toBeNull()
  })

  it('keeps the end of the authorization if the reply names none', () => {
    const reply = { ...tokens, authorizationLifetimeMs: null }
    expect(refreshed(grant, reply, later).authorizationUntil).toBe(grant.authorizationUntil)
  })
})

describe('a new grant', () => {
  const approved = { clientId: 'client-7', scope: ['balance:read'], receivedAt: now }
  const first = { ...tokens, refreshToken: 'refresh-2', organisationId: 'org_1' }

  it('counts its lifetimes from when the approval came', () => {
    expect(grantOf({ ...approved, tokens: first }, 'plain')).toMatchObject({
      keeping: 'plain',
      authorizedAt: now,
      renewedAt: now,
      accessUntil: now + hourMs,
      signInUntil: now + 5 * dayMs,
      authorizationUntil: now + 30 * dayMs,
      endedAt: null,
    })
  })

  it('has no known end where the server names no lifetime', () => {
    const unnamed = { ...first, refreshLifetimeMs: null, authorizationLifetimeMs: null }
    expect(grantOf({ ...approved, tokens: unnamed }, 'encrypted')).toMatchObject({
      signInUntil: null,
      authorizationUntil: null,
    })
  })
})

describe('what has to be revoked of a grant', () => {
  it('is its refresh token, until the first of its ends', () => {
    const [revocation] = revocationsOf(grant, later)
    expect(revocation).toEqual({
      keeping: 'encrypted',
      refreshToken: 'refresh-1',
      since: later,
      until: grant.signInUntil,
    })
  })

  it('is nothing if there is none, or the server has ended it', () => {
    expect(revocationsOf(null, now)).toEqual([])
    expect(revocationsOf({ ...grant, endedAt: now }, now)).toEqual([])
  })
})

describe('a refresh token is due for renewal', () => {
  const due = (change: Partial<Grant>, at: number) => isDueForRenewal({ ...grant, ...change }, at)

  it('once half of its life is over', () => {
    expect(due({}, now + 3.5 * dayMs)).toBe(false)
    expect(due({}, now + 3.5 * dayMs + 1)).toBe(true)
  })

  it('after half of seven days if the server names no lifetime', () => {
    const unnamed = { signInUntil: null, authorizationUntil: null }
    expect(due(unnamed, now + 3.4 * dayMs)).toBe(false)
    expect(due(unnamed, now + 3.6 * dayMs)).toBe(true)
  })

  it('never if a new one would end no later, as the authorization ends', () => {
    const until = now + 7 * dayMs
    const late = now + 6 * dayMs
    expect(due({ authorizationUntil: until }, late)).toBe(false)
    expect(due({ authorizationUntil: until + 59_999 }, late)).toBe(false)
    expect(due({ authorizationUntil: until + 60_000 }, late)).toBe(true)
    expect(due({ authorizationUntil: null }, late)).toBe(true)
  })

  it('if it was renewed in the future, as the clock was set back', () => {
    expect(due({}, now - 1)).toBe(true)
  })
})

it('ends a sign-in at the earlier of its known expiry times', () => {
  expect(earliest(2, 1)).toBe(1)
  expect(earliest(1, 2)).toBe(1)
  expect(earliest(null, 2)).toBe(2)
  expect(earliest(1, null)).toBe(1)
  expect(earliest(null, null)).toBeNull()
})

it('lists no memory-only tokens as being on the disk', () => {
  const revocation = { refreshToken: 'old', since: now, until: null }
  const record = (change: Partial<GrantRecord>): GrantRecord => ({
    organisation: { id: 'org_1', name: 'Halden Research' },
    signedInAt: now,
    grant,
    revocations: [{ ...revocation, keeping: 'plain' }],
    unopened: [],
    ...change,
  })
  expect([...refreshTokensOnDisk(record({}))]).toEqual(['refresh-1', 'old'])
  const inMemory = record({ grant: { ...grant, keeping: 'memory' } })
  expect([...refreshTokensOnDisk(inMemory)]).toEqual(['old'])
  expect([...refreshTokensOnDisk(record({ grant: null, revocations: [] }))]).toEqual([])
})
