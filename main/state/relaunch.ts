/**
 * Relaunches the app once the keyring is unlocked, because Electron asks the keyring only once per process. Only while the
 * window is hidden and nothing is in progress or would be lost, so that the user doesn't notice.
 */
import type { AppState, Organisation } from '../../preload/contract/index.ts'
import type { Clock, Desktop } from '../ports.ts'
import type { LastRelaunch } from '../storage/last-relaunch.ts'
import { wouldLoseDataOnQuit } from './quitting.ts'
import type { StateStore } from './store.ts'

/** Prevents a loop if the tokens can't be decrypted although the keyring is unlocked. */
const minPauseMs = 10 * 60_000

export type RelaunchConditions = {
  readonly windowVisible: boolean
  /** A grant is only in memory, and a relaunch would lose it. */
  readonly hasUnsavedGrant: boolean
  readonly lastRelaunchAt: number | null
  readonly now: number
}

export function mayRelaunch(state: AppState, conditions: RelaunchConditions): boolean {
  const { organisations, restoring, decrypting, signIn } = state
  const isOver = signIn.kind === 'idle' || signIn.kind === 'ended'
  const isWanted = organisations.some(({ session }) => session.kind === 'unreadable')
  const isFree =
    isOver && !restoring && !decrypting && !wouldLoseDataOnQuit(state) && !organisations.some(isBusy)
  return (
    isWanted && isFree && !conditions.windowVisible && !conditions.hasUnsavedGrant && !isTooSoon(conditions)
  )
}

function isBusy({ session, topUp }: Organisation): boolean {
  const isAsking = topUp.kind === 'unknown' && topUp.isRetrying
  return isAsking || session.kind === 'signing-out'
}

function isTooSoon({ lastRelaunchAt, now }: RelaunchConditions): boolean {
  if (lastRelaunchAt === null) return false
  const ago = now - lastRelaunchAt
  return ago >= 0 && ago < minPauseMs
}

export type KeyringRelaunchDeps = {
  readonly state: StateStore
  readonly clock: Clock
  readonly desktop: Desktop
  readonly lastRelaunch: LastRelaunch
  readonly hasUnsavedGrant: () => boolean
}

export class KeyringRelaunch {
  readonly #deps: KeyringRelaunchDeps
  #windowVisible = false
  #isUnlocked = false

  constructor(deps: KeyringRelaunchDeps) {
    this.#deps = deps
    deps.state.subscribe(() => this.#relaunchIfPossible())
  }

  keyringUnlocked(): void {
    this.#isUnlocked = true
    this.#relaunchIfPossible()
  }

  setWindowVisible(isVisible: boolean): void {
    this.#windowVisible = isVisible
    this.#relaunchIfPossible()
  }

  #relaunchIfPossible(): void {
    if (!this.#isUnlocked) return
    const { state, clock, desktop, lastRelaunch, hasUnsavedGrant } = this.#deps
    const now = clock.now()
    const conditions = {
      windowVisible: this.#windowVisible,
      hasUnsavedGrant: hasUnsavedGrant(),
      lastRelaunchAt: lastRelaunch.at,
      now,
    }
    if (!mayRelaunch(state.current, conditions)) return
    this.#isUnlocked = false
    lastRelaunch.save(now)
    desktop.relaunch()
  }
}
