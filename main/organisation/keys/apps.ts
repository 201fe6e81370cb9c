/** The list of the organisation's apps, fetched while it is shown, with one request at a time. */
import { type Failure, failed, ok, type Result } from '../../../preload/contract/index.ts'
import type { AccountApi, App } from '../../parallel/account-api.ts'
import { failure, signedOutFailure } from '../../parallel/failures.ts'
import type { Clock } from '../../ports.ts'
import type { Session } from '../session/session.ts'

const staleAfterMs = 5 * 60_000

export type AppListDeps = {
  readonly api: AccountApi
  readonly clock: Clock
  readonly session: Session
  /** Called with the apps after a fetch, and with null after any other change. */
  readonly onChanged: (apps: readonly App[] | null) => void
}

export class AppList {
  readonly #deps: AppListDeps
  #apps: readonly App[] | null = null
  #listedAt: number | null = null
  #trouble: Failure | null = null
  #listing: Promise<Result<readonly App[]>> | null = null
  /** Elapsed time of the last request, successful or not. */
  #requestedAt: number | null = null
  /** Incremented by each local change: a list requested before it may lack the change. */
  #generation = 0

  constructor(deps: AppListDeps) {
    this.#deps = deps
  }

  /** The last fetched list; null before the first. */
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

  /** Fetches the list unless it was requested within the last five minutes. */
  refreshIfStale(): void {
    const { clock } = this.#deps
    if (this.#requestedAt === null || clock.elapsed() - this.#requestedAt > staleAfterMs) void this.list()
  }

  /** Fetches the list now; concurrent calls share one request. */
  list(): Promise<Result<readonly App[]>> {
    if (this.#listing !== null) return this.#listing
    this.#requestedAt = this.#deps.clock.elapsed()
    const listing = this.#list().finally(() => {
      this.#listing = null
      this.#deps.onChanged(null)
    })
    this.#listing = listing
    this.#deps.onChanged(null)
    return listing
  }

  /** Fetches the list now and discards the response of a request in flight. */
  relist(): Promise<Result<readonly App[]>> {
    this.#generation += 1
    return this.list()
  }

  /** Forgets the list after a sign-out. */
  clear(): void {
    this.#generation += 1
    this.#apps = null
    this.#listedAt = null
    this.#trouble = null
    this.#requestedAt = null
  }

  add(app: App): void {
    this.#generation += 1
    if (this.#apps !== null) this.#apps = [...this.#apps.filter(({ appId }) => appId !== app.appId), app]
  }

  remove(appId: string): void {
    this.#generation += 1
    this.#apps = this.#apps?.filter((app) => app.appId !== appId) ?? null
  }

  async #list(): Promise<Result<readonly App[]>> {
    const { api, clock, session } = this.#deps
    for (;;) {
      if (!session.isSignedIn) return failed(signedOutFailure)
      const before = this.#generation
      const answer = await session.call((token, signal) => api.apps(token, signal))
      const apps = answer.ok ? belongingTo(session.id, answer.value) : answer
      if (!apps.ok) {
        // Cancelled by a sign-out, so the next sign-in must not start with a failure.
        this.#trouble = apps.failure.kind === 'cancelled' ? null : apps.failure
        return apps
      }
      if (before !== this.#generation) continue
      this.#trouble = null
      const named = withLastNames(apps.value, this.#apps)
      this.#apps = named
      this.#listedAt = clock.now()
      this.#deps.onChanged(named)
      return ok(named)
    }
  }
}

function belongingTo(organisationId: string, apps: readonly App[]): Result<readonly App[]> {
  if (apps.every((app) => (app.organisationId ?? organisationId) === organisationId)) return ok(apps)
  return failed(failure('server', 'The server answered for another organisation.'))
}

function withLastNames(apps: readonly App[], before: readonly App[] | null): readonly App[] {
  const lastNames = new Map(before?.map(({ appId, appName }) => [appId, appName]))
  return apps.map((app) => ({ ...app, appName: app.appName ?? lastNames.get(app.appId) ?? null }))
}
