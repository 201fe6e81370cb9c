/** The top-ups of all organisations; they never wait for each other. */
import { failed, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { type Signed, TopUp, type TopUpDependencies } from './top-up.ts'

/** Nobody sleeps longer than this without the system saying that it woke. */
const suspendLapsesMs = 60_000

export class TopUps {
  readonly #its: TopUpDependencies
  readonly #all = new Map<string, TopUp>()
  #suspendedAt: number | null = null

  constructor(dependencies: Omit<TopUpDependencies, 'mayAsk'>) {
    this.#its = { ...dependencies, mayAsk: () => this.#mayAsk() }
  }

  /** Shows what is kept of the organisation, and asks nothing of what an earlier run has left open. */
  watch(organisationId: string, session: Signed): void {
    this.#of(organisationId).watch(session)
  }

  unwatch(organisationId: string): void {
    this.#all.get(organisationId)?.unwatch()
  }

  start(organisationId: string, amountCents: number): Result<null> {
    return this.#all.get(organisationId)?.start(amountCents) ?? unknown
  }

  askAgain(organisationId: string): Result<null> {
    return this.#all.get(organisationId)?.askAgain() ?? unknown
  }

  putAway(organisationId: string): Result<null> {
    return this.#all.get(organisationId)?.putAway() ?? unknown
  }

  /** Takes what is kept of the organisation off the disk, but never what may still be found out. */
  forget(organisationId: string): Result<null> {
    return this.#of(organisationId).forget()
  }

  /** For the redaction: the idempotency keys of what is open. */
  get openKeys(): readonly string[] {
    return [...this.#all.values()].flatMap(({ openKey }) => openKey ?? [])
  }

  /** Nothing is asked until `resume`. */
  suspend(): void {
    this.#suspendedAt = this.#its.clock.elapsed()
    for (const topUp of this.#all.values()) topUp.suspend()
  }

  resume(): void {
    this.#suspendedAt = null
    for (const topUp of this.#all.values()) topUp.resume()
  }

  /** The app is about to end: stops asking, and resolves when what is under way has its answer. */
  async finish(): Promise<void> {
    await Promise.all([...this.#all.values()].map((topUp) => topUp.finish()))
  }

  #of(organisationId: string): TopUp {
    const topUp = this.#all.get(organisationId) ?? new TopUp(this.#its, organisationId)
    this.#all.set(organisationId, topUp)
    return topUp
  }

  #mayAsk(): boolean {
    return this.#suspendedAt === null || this.#its.clock.elapsed() - this.#suspendedAt > suspendLapsesMs
  }
}

const unknown = failed(failure('signed-out', 'This organisation is not signed in.'))
