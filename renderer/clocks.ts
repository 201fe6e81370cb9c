/** The three clocks of a session, as they are shown: how long the access, the sign-in and the authorization last. */
import type { Session } from '../preload/contract/index.ts'
import { date, moment, timeLeft } from '../words/format.ts'
import { laterWords } from '../words/index.ts'
import { endsSoonMs } from './choose-strip.ts'
import type { ClockView } from './parts/clock.tsx'

const text = laterWords.session
/** Two ends this close are one: the server names both to the second. */
const sameMs = 60_000

type Active = Session & { kind: 'active' }

export function clocks(session: Active, now: number): readonly ClockView[] {
  return [access(session, now), signIn(session, now), authorization(session, now)]
}

function access({ renewedAt, accessUntil }: Active, now: number): ClockView {
  const { name, renews, over } = text.access
  return {
    name,
    ...running(renewedAt, accessUntil, now),
    soon: false,
    explained: now < accessUntil ? renews(moment(accessUntil, now)) : over,
  }
}

function signIn({ renewedAt, signInUntil, authorizationUntil }: Active, now: number): ClockView {
  const { name, startsOver, bounded, unknown } = text.signIn
  if (signInUntil === null) return { name, ...notKnown, explained: unknown }
  const isBounded = authorizationUntil !== null && signInUntil > authorizationUntil - sameMs
  return {
    name,
    ...running(renewedAt, signInUntil, now),
    soon: false,
    explained: isBounded ? bounded : startsOver(date(signInUntil, now)),
  }
}

function authorization({ authorizedAt, authorizationUntil }: Active, now: number): ClockView {
  const { name, fixed, soon, unknown } = text.authorization
  if (authorizationUntil === null) return { name, ...notKnown, explained: unknown }
  const isSoon = authorizationUntil - now < endsSoonMs
  return {
    name,
    ...running(authorizedAt, authorizationUntil, now),
    soon: isSoon,
    explained: isSoon ? soon(moment(authorizationUntil, now)) : fixed(date(authorizationUntil, now)),
  }
}

const notKnown = { left: text.notKnown, share: null, soon: false }

function running(from: number, until: number, now: number): Pick<ClockView, 'left' | 'share'> {
  const left = Math.max(0, until - now)
  const whole = until - from
  return {
    left: left === 0 ? text.over : timeLeft(left),
    share: whole > 0 ? Math.min(1, left / whole) : 0,
  }
}
