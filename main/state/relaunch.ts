/**
 * Whether the app may start itself again, now that the keyring is open: a keyring that was locked at the start can't
 * be opened by the same process. Nobody may notice, so nothing may be under way, in view, or lost.
 */
import type { AppState, Organisation } from '../../preload/contract/index.ts'
import { losesByQuitting } from './quitting.ts'

/** A keyring that is open and yet doesn't open the tokens is not tried again before this. */
const notAgainWithinMs = 10 * 60_000

export type Surroundings = {
  readonly windowVisible: boolean
  /** A grant is only in memory: it would be lost. */
  readonly hasUnkept: boolean
  readonly lastRelaunchAt: number | null
  readonly now: number
}

export function mayRelaunch(state: AppState, around: Surroundings): boolean {
  const { organisations, restoring, signIn } = state
  const isOver = signIn.kind === 'idle' || signIn.kind === 'ended'
  const isWanted = organisations.some(({ session }) => session.kind === 'unreadable')
  const isFree = isOver && !restoring && !losesByQuitting(state) && !organisations.some(isBusy)
  return isWanted && isFree && !around.windowVisible && !around.hasUnkept && !isTooSoon(around)
}

function isBusy({ session, topUp }: Organisation): boolean {
  const isAsking = topUp.kind === 'unknown' && topUp.isRetrying
  return isAsking || session.kind === 'signing-out'
}

function isTooSoon({ lastRelaunchAt, now }: Surroundings): boolean {
  if (lastRelaunchAt === null) return false
  const ago = now - lastRelaunchAt
  return ago >= 0 && ago < notAgainWithinMs
}
