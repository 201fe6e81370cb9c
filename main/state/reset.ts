/** The reset: signs out everywhere, removes everything from this computer, and relaunches the app. */
import { failed, ok, type PendingSignOut, type Result } from '../../preload/contract/index.ts'
import type { Organisations } from '../organisation/organisations.ts'
import { failure } from '../parallel/failures.ts'
import type { AppData, Clock, Desktop } from '../ports.ts'
import type { RetryingStore } from '../storage/retrying-store.ts'
import { withTimeout } from '../timeout.ts'
import type { StateStore } from './store.ts'

/** How long the reset waits for the server to revoke the grants. */
const revokeTimeoutMs = 8_000

export type ResetDeps = {
  readonly state: StateStore
  readonly organisations: Organisations
  readonly clock: Clock
  readonly appData: AppData
  readonly retryingStore: RetryingStore
  readonly desktop: Desktop
  /** Whether a reset now would lose something irrecoverable. */
  readonly wouldLoseDataOnQuit: () => boolean
}

export class Reset {
  readonly #deps: ResetDeps
  #isRunning = false

  constructor(deps: ResetDeps) {
    this.#deps = deps
  }

  /** True until the process exits, or until the reset fails. The user can't sign in meanwhile. */
  get isRunning(): boolean {
    return this.#isRunning
  }

  /**
   * Signs out, waits a few seconds for the revocations, removes all files and relaunches. Only pending revocations, top-ups
   * whose outcome can still be queried, and the charges of the last day are kept.
   * @returns what stays valid on the server; fails with `busy` while a card is being charged or a secret would be lost
   */
  async run(): Promise<Result<readonly PendingSignOut[]>> {
    const { organisations, clock, appData, retryingStore, desktop, wouldLoseDataOnQuit } = this.#deps
    if (this.#isRunning || wouldLoseDataOnQuit()) {
      return failed(failure('busy', 'Something has to end first.'))
    }
    this.#isRunning = true
    await Promise.all(organisations.signedIn.map((organisation) => organisation.signOut({ forget: true })))
    const revoked = organisations.whenOpen().then(() => this.#revoked())
    await withTimeout(clock, revokeTimeoutMs, revoked)
    await organisations.sessionsSettled()
    const pending = organisations.pendingSignOuts
    const removed = appData.removeAll(organisations.filesToKeep)
    if (!removed.ok) {
      this.#isRunning = false
      return removed
    }
    retryingStore.discardUnwritten()
    desktop.relaunch()
    return ok(pending)
  }

  /** Resolves when no revocation is pending, which may be never. */
  #revoked(): Promise<void> {
    const { state, organisations } = this.#deps
    if (organisations.pendingSignOuts.length === 0) return Promise.resolve()
    return new Promise((resolve) => {
      const unsubscribe = state.subscribe(({ pendingSignOuts }) => {
        if (pendingSignOuts.length > 0) return
        unsubscribe()
        resolve()
      })
    })
  }
}
