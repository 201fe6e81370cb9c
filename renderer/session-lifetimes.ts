/** The remaining lifetimes of a session's access token, refresh token and authorization, as the window shows them. */
import type { Session } from '../preload/contract/index.ts'
import { date, moment, timeLeft } from '../words/format.ts'
import { laterWords } from '../words/index.ts'
import { expiresSoon } from './organisation-status.ts'
import type { Lifetime } from './parts/lifetime-bar.tsx'

const text = laterWords.session
/** The server gives both ends to the second, so ends this close are the same. */
const toleranceMs = 60_000

type ActiveSession = Session & { kind: 'active' }

export type SessionLifetimes = {
  /** The only one that ends for good. */
  readonly authorization: Lifetime
  /** The app renews these without the user. */
  readonly renewing: readonly Lifetime[]
}

export function sessionLifetimes(session: ActiveSession, now: number): SessionLifetimes {
  return {
    authorization: authorization(session, now),
    renewing: [access(session, now), signIn(session, now)],
  }
}

function access({ renewedAt, accessUntil }: ActiveSession, now: number): Lifetime {
  const { name, renews, over } = text.access
  return {
    name,
    ...remaining(renewedAt, accessUntil, now),
    expiresSoon: false,
    description: now < accessUntil ? renews(moment(accessUntil, now)) : over,
  }
}

function signIn({ renewedAt, signInUntil, authorizationUntil }: ActiveSession, now: number): Lifetime {
  const { name, startsOver, bounded, unknown } = text.signIn
  if (signInUntil === null) return { name, ...unknownLifetime, description: unknown }
  const endsWithAuthorization = authorizationUntil !== null && signInUntil > authorizationUntil - toleranceMs
  return {
    name,
    ...remaining(renewedAt, signInUntil, now),
    expiresSoon: false,
    description: endsWithAuthorization ? bounded : startsOver(date(signInUntil, now)),
  }
}

function authorization(session: ActiveSession, now: number): Lifetime {
  const { authorizedAt, authorizationUntil } = session
  const { name, fixed, soon, unknown } = text.authorization
  if (authorizationUntil === null) return { name, ...unknownLifetime, description: unknown }
  const isSoon = expiresSoon(session, now)
  return {
    name,
    ...remaining(authorizedAt, authorizationUntil, now),
    expiresSoon: isSoon,
    description: isSoon ? soon(moment(authorizationUntil, now)) : fixed(date(authorizationUntil, now)),
  }
}

const unknownLifetime = { left: text.notKnown, share: null, expiresSoon: false }

function remaining(from: number, until: number, now: number): Pick<Lifetime, 'left' | 'share'> {
  const leftMs = Math.max(0, until - now)
  const totalMs = until - from
  return {
    left: leftMs === 0 ? text.over : timeLeft(leftMs),
    share: totalMs > 0 ? Math.min(1, leftMs / totalMs) : 0,
  }
}
