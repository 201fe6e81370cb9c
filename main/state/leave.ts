/** Leaving: one organisation, all of them, or this computer. */
import { failed, ok, type PendingSignOut, type Result } from '../../preload/contract/index.ts'
import { atMost, type Sessions } from '../organisation/organisations.ts'
import { failure } from '../parallel/failures.ts'
import type { Belongings, Clock, Desktop } from '../ports.ts'
import { losesByQuitting, makesKey } from './quitting.ts'
import type { StateStore } from './store.ts'
import type { Toasts } from './toasts.ts'

/** How long a reset waits for the server to end the grants. */
const resetWaitsMs = 8_000

type Dependencies = {
  readonly state: StateStore
  readonly toasts: Toasts
  readonly sessions: Sessions
  readonly clock: Clock
  readonly belongings: Belongings
  readonly desktop: Desktop
  /** Called when nobody is signed in to the organisation any more: what was read of it goes. */
  readonly left: (organisationId: string) => void
  /** Takes what was kept of it off this computer: history, ledger, limits. */
  readonly forget: (organisationId: string) => Promise<void>
  /** The document of an organisation, by its name. */
  readonly documentOf: (organisationId: string) => string
  /** Names of documents that even a reset must leave: what they hold can be found out nowhere else. */
  readonly stillNeeded: () => readonly string[]
}

export class Leave {
  readonly #its: Dependencies
  #resetting = false

  constructor(dependencies: Dependencies) {
    this.#its = dependencies
  }

  /** From the beginning of a reset to the end of the process, unless it fails: nobody may sign in meanwhile. */
  get isResetting(): boolean {
    return this.#resetting
  }

  /**
   * `busy` while a key is being made: a sign-out would lose its secret.
   * @param forget what was kept of it here, too, once it is signed out
   */
  async organisation(organisationId: string, forget: boolean): Promise<Result<null>> {
    const { state, sessions, left } = this.#its
    if (state.current.organisations.some((one) => one.id === organisationId && makesKey(one))) return notNow
    const signedOut = await sessions.signOut(organisationId)
    // Signed in anew meanwhile: then there is nothing to forget.
    if (!signedOut.ok || sessions.get(organisationId)?.isSignedIn === true) return signedOut
    left(organisationId)
    if (forget) await this.#its.forget(organisationId)
    return signedOut
  }

  /** All organisations side by side: none waits for another. What failed is said, and returned. */
  async everywhere(forget: boolean): Promise<Result<null>> {
    const { state, toasts } = this.#its
    const all = state.current.organisations
    const outcomes = await Promise.all(all.map(({ id }) => this.organisation(id, forget)))
    for (const [index, { name }] of all.entries()) {
      const outcome = outcomes[index]
      if (outcome?.ok === false)
        toasts.say({ kind: 'failed', deed: 'sign-out', name, failure: outcome.failure })
    }
    const organisations = outcomes.filter(({ ok }) => ok).length
    if (organisations > 0) toasts.say({ kind: 'signed-out', organisations })
    return outcomes.find(({ ok }) => !ok) ?? ok(null)
  }

  /**
   * Signs out everywhere, waits a little for the server to hear of it, takes all files away and starts anew. What the
   * server couldn't be told stays as pending sign-outs, and a top-up whose outcome can still be found out; nothing
   * else does.
   * @returns what stays alive on the server; `busy` while a card is being charged, or a secret would be lost
   */
  async reset(): Promise<Result<readonly PendingSignOut[]>> {
    const { state, sessions, clock, belongings, desktop, documentOf, stillNeeded } = this.#its
    if (this.#resetting || losesByQuitting(state.current)) {
      return failed(failure('busy', 'Something has to end first.'))
    }
    this.#resetting = true
    await Promise.all(state.current.organisations.map(({ id }) => this.organisation(id, true)))
    await atMost(clock, resetWaitsMs, this.#delivered())
    await sessions.settled()
    const pending = state.current.pendingSignOuts
    const removed = belongings.removeAll([
      ...pending.map(({ organisationId }) => documentOf(organisationId)),
      ...stillNeeded(),
    ])
    if (!removed.ok) {
      this.#resetting = false
      return removed
    }
    desktop.relaunch()
    return ok(pending)
  }

  /** Resolves when no sign-out is pending any more; perhaps never. */
  #delivered(): Promise<void> {
    const { state } = this.#its
    if (state.current.pendingSignOuts.length === 0) return Promise.resolve()
    return new Promise((resolve) => {
      const stop = state.subscribe(({ pendingSignOuts }) => {
        if (pendingSignOuts.length > 0) return
        stop()
        resolve()
      })
    })
  }
}

const notNow = failed(failure('busy', 'Something has to end first.'))
