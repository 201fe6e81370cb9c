/** The list of an organisation's apps: asked for when somebody looks, one question at a time. */
import { type Failure, failed, ok, type Result } from '../../../preload/contract/index.ts'
import type { AccountApi, App } from '../../parallel/account-api.ts'
import { failure } from '../../parallel/failures.ts'
import type { Clock } from '../../ports.ts'
import type { Session } from '../session/session.ts'

const staleAfterMs = 5 * 60_000

type Dependencies = {
  readonly organisationId: string
  readonly api: AccountApi
  readonly clock: Clock
  /** Undefined when the organisation isn't signed in. */
  readonly session: () => Session | undefined
  /** Something about the list has changed; `apps` when it came from the server. */
  readonly changed: (apps: readonly App[] | null) => void
}

export class AppList {
  readonly #its: Dependencies
  #apps: readonly App[] | null = null
  #listedAt: number | null = null
  #trouble: Failure | null = null
  #listing: Promise<Result<readonly App[]>> | null = null
  /** When it was last asked for, with or without success (elapsed time). */
  #askedAt: number | null = null
  /** Grows with each change made here: a list that was asked for before one doesn't know of it. */
  #changes = 0

  constructor(dependencies: Dependencies) {
    this.#its = dependencies
  }

  /** As last listed; null before. */
  get known(): readonly App[] | null {
    return this.#apps
  }

  get summary(): {
    readonly loading: boolean
    readonly listedAt: number | null
    readonly trouble: Failure | null
  } {
    return { loading: this.#listing !== null, listedAt: this.#listedAt, trouble: this.#trouble }
  }

  /** Asks unless that was done within the last five minutes. */
  freshen(): void {
    const { clock } = this.#its
    if (this.#askedAt === null || clock.elapsed() - this.#askedAt > staleAfterMs) void this.list()
  }

  /** Asks now; whoever asks meanwhile gets the same answer. */
  list(): Promise<Result<readonly App[]>> {
    if (this.#listing !== null) return this.#listing
    this.#askedAt = this.#its.clock.elapsed()
    const listing = this.#list().finally(() => {
      this.#listing = null
      this.#its.changed(null)
    })
    this.#listing = listing
    this.#its.changed(null)
    return listing
  }

  /** Asks now, and takes no answer that was under way before. */
  listAnew(): Promise<Result<readonly App[]>> {
    this.#changes += 1
    return this.list()
  }

  /** Signed out: what was listed is nobody's any more. */
  clear(): void {
    this.#changes += 1
    this.#apps = null
    this.#listedAt = null
    this.#trouble = null
    this.#askedAt = null
  }

  add(app: App): void {
    this.#changes += 1
    const others = (this.#apps ?? []).filter(({ appId }) => appId !== app.appId)
    if (this.#apps !== null) this.#apps = [...others, app]
  }

  remove(appId: string): void {
    this.#changes += 1
    this.#apps = this.#apps?.filter((app) => app.appId !== appId) ?? null
  }

  async #list(): Promise<Result<readonly App[]>> {
    const { api, clock, organisationId } = this.#its
    for (;;) {
      const session = this.#its.session()
      if (session === undefined) return failed(failure('signed-out', 'This organisation is not signed in.'))
      const before = this.#changes
      const answer = await session.call((token, signal) => api.apps(token, signal))
      const apps = answer.ok ? belongingTo(organisationId, answer.value) : answer
      if (!apps.ok) {
        // Cancelled by a sign-out: no trouble of whoever signs in next.
        this.#trouble = apps.failure.kind === 'cancelled' ? null : apps.failure
        return apps
      }
      if (before !== this.#changes) continue
      this.#trouble = null
      this.#apps = apps.value
      this.#listedAt = clock.now()
      this.#its.changed(apps.value)
      return apps
    }
  }
}

function belongingTo(organisationId: string, apps: readonly App[]): Result<readonly App[]> {
  if (apps.every((app) => app.organisationId === organisationId)) return ok(apps)
  return failed(failure('server', 'The server answered for another organisation.'))
}
