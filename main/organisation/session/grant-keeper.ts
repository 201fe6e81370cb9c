/**
 * One organisation's record and its file. Every change is made to the newest record at once, in memory; the file
 * follows, one write at a time and always of the newest. So no write can bring back what a later change took away.
 */
import type { Failure, Result } from '../../../preload/contract/index.ts'
import type { Clock, Log } from '../../ports.ts'
import type { GrantRecord } from './grant.ts'
import type { Vault } from './vault.ts'

const firstRetryMs = 5_000
const longestRetryMs = 60_000

type Dependencies = {
  readonly vault: Vault
  readonly clock: Clock
  readonly log: Log
  readonly changed: () => void
}

export class GrantKeeper {
  readonly #its: Dependencies
  readonly #stopped = new AbortController()
  #record: GrantRecord
  /** What the file holds: the last record that was written. */
  #written: GrantRecord
  #writing: Promise<unknown> = Promise.resolve()
  #unsaved: Failure | null = null
  #retrying = false

  constructor(dependencies: Dependencies, record: GrantRecord) {
    this.#its = dependencies
    this.#record = record
    this.#written = record
  }

  get record(): GrantRecord {
    return this.#record
  }

  get written(): GrantRecord {
    return this.#written
  }

  /** Why the file doesn't hold the newest record; null when it does. It is tried again until it does. */
  get unsaved(): Failure | null {
    return this.#unsaved
  }

  /** Memory first, then the disk. Resolves when the disk has it or has refused. */
  change(next: (record: GrantRecord) => GrantRecord): Promise<Result<null>> {
    this.#record = next(this.#record)
    return this.save()
  }

  /**
   * Disk first, then memory: for what must not be said to be so before it is safe. What changes while the disk is
   * at work isn't lost: `next` is applied to the newest record again, and that change's own write comes after this.
   */
  changeWhenSafe(next: (record: GrantRecord) => GrantRecord): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const safe = next(this.#record)
      const saved = await this.#its.vault.save(safe)
      if (!saved.ok) {
        // A write that failed at its very end may have left the file changed all the same.
        void this.save()
        return saved
      }
      this.#written = safe
      this.#record = next(this.#record)
      this.#unsaved = null
      return saved
    })
  }

  /** Writes the newest record. */
  save(): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const newest = this.#record
      const saved = await this.#its.vault.save(newest)
      this.#unsaved = saved.ok ? null : saved.failure
      if (saved.ok) this.#written = newest
      else {
        this.#its.log.failure('grant not written', saved.failure)
        void this.#saveLater()
      }
      return saved
    })
  }

  /** Takes the file away when the newest record can't be written and what it holds must not come back. */
  dropFile(): void {
    const dropped = this.#its.vault.remove(this.#record.organisation.id)
    if (dropped.ok) this.#written = { ...this.#record, grant: null, revocations: [], unopened: [] }
  }

  /** Resolves when no write is under way. */
  async settled(): Promise<void> {
    await this.#writing
  }

  /** Ends the retries; what is written is up to the caller from now on. */
  stop(): void {
    this.#stopped.abort()
  }

  #inTurn<T>(deed: () => Promise<T>): Promise<T> {
    const turn = this.#writing.then(deed, deed)
    this.#writing = turn
    return turn
  }

  async #saveLater(): Promise<void> {
    if (this.#retrying) return
    this.#retrying = true
    for (
      let pauseMs = firstRetryMs;
      this.#unsaved !== null;
      pauseMs = Math.min(pauseMs * 2, longestRetryMs)
    ) {
      await this.#its.clock.wait(pauseMs, this.#stopped.signal)
      if (this.#stopped.signal.aborted) break
      await this.save()
    }
    this.#retrying = false
    this.#its.changed()
  }
}
