/**
 * Approved grants that belong to no organisation: those that are being stored, and those that arrived too late or couldn't
 * be stored. The latter are revoked, at the latest when the app exits.
 */
import type { Result } from '../../../preload/contract/index.ts'
import type { RunState } from '../run-state.ts'
import type { Revocation } from './grant.ts'
import { Revoker, type RevokerDeps, revokeOnce } from './revoker.ts'

export type OrganisationName = { readonly id: string; readonly name: string }

/** A revocation with its organisation. */
export type OwnedRevocation = Revocation & { readonly organisation: OrganisationName }

export class UnclaimedGrants {
  readonly #deps: RevokerDeps
  readonly #revoker: Revoker
  readonly #storing = new Set<OwnedRevocation>()
  #discarded: readonly OwnedRevocation[] = []
  #isStopped = false

  constructor(deps: RevokerDeps & { readonly runState: RunState }) {
    this.#deps = deps
    this.#revoker = new Revoker(deps, {
      due: () => (deps.runState.isAwake ? this.#discarded : []),
      onDead: async (refreshTokens) => {
        this.#discarded = this.#discarded.filter((one) => !refreshTokens.has(one.refreshToken))
      },
      onNextTryChanged: () => {},
    })
  }

  /** Stores a grant, and revokes it if that fails. */
  async store(
    refreshToken: string,
    organisation: OrganisationName,
    store: () => Promise<Result<null>>,
  ): Promise<Result<null>> {
    const unclaimed = this.#unclaimed(refreshToken, organisation)
    this.#storing.add(unclaimed)
    const stored = await store()
    this.#storing.delete(unclaimed)
    if (!stored.ok) this.discard(refreshToken, organisation)
    return stored
  }

  discard(refreshToken: string, organisation: OrganisationName): void {
    const unclaimed = this.#unclaimed(refreshToken, organisation)
    this.#discarded = [...this.#discarded, unclaimed]
    // The app is exiting: one attempt while the process runs.
    if (this.#isStopped) void revokeOnce(this.#deps, [unclaimed], new AbortController().signal)
    else this.#revoker.start()
  }

  get all(): readonly OwnedRevocation[] {
    return [...this.#storing, ...this.#discarded]
  }

  revokeNow(): void {
    this.#revoker.start()
  }

  stop(): void {
    this.#isStopped = true
    this.#revoker.stop()
  }

  #unclaimed(refreshToken: string, organisation: OrganisationName): OwnedRevocation {
    return { keeping: 'memory', refreshToken, since: this.#deps.clock.now(), until: null, organisation }
  }
}
