/**
 * One organisation's record and its file. Every change is made to the newest record at once, in memory; the file
 * follows, one write at a time and always of the newest. So no write can bring back what a later change took away.
 */
import type { Failure, Result } from '../../../preload/contract/index.ts'
import type { Clock, Log } from '../../ports.ts'
import type { GrantRecord } from './grant.ts'
import type { Vault } from './vault.ts'

const firstRetryMs = 5_000
const maxRetryMs = 60_000

type GrantKeeperDeps = {
  readonly vault: Vault
  readonly clock: Clock
  readonly log: Log
  readonly onChanged: () => void
}

export class GrantKeeper {
  readonly #deps: GrantKeeperDeps
  readonly #stopped = new AbortController()
  #record: GrantRecord
  /** What the file holds: the last record that was written. */
  #written: GrantRecord
  #writing: Promise<unknown> = Promise.resolve()
  #unsaved: Failure | null = null
  #retrying = false

  constructor(deps: GrantKeeperDeps, record: GrantRecord) {
    this.#deps = deps
    this.#record = record
    this.#written = record
  }

  get record(): GrantRecord {
    return this.#record
  }

  get written(): GrantRecord {
    return this.#written
  }

  /** Why the file doesn't hold the newest record; null when it does. The write is retried until it succeeds. */
  get unsaved(): Failure | null {
    return this.#unsaved
  }

  /** Memory first, then the disk. Resolves when the disk has it or has refused. */
  change(next: (record: GrantRecord) => GrantRecord): Promise<Result<null>> {
    this.#record = next(this.#record)
    return this.save()
  }

  /**
   * Disk first, then memory: for what must not be reported before it is on the disk. Changes that are made during the
   * write aren't lost: `next` is applied to the newest record again, and their own write comes after this one.
   */
  changeDiskFirst(next: (record: GrantRecord) => GrantRecord): Promise<Result<null>> {
    return this.#enqueue(async () => {
      const stored = next(this.#record)
      const saved = await this.#deps.vault.save(stored)
      if (!saved.ok) {
        // A write that failed at its very end may have left the file changed all the same.
        void this.save()
        return saved
      }
      this.#written = stored
      this.#record = next(this.#record)
      this.#unsaved = null
      return saved
    })
  }

  /** Writes the newest record. */
  save(): Promise<Result<null>> {
    return this.#enqueue(async () => {
      const newest = this.#record
      const saved = await this.#deps.vault.save(newest)
      this.#unsaved = saved.ok ? null : saved.failure
      if (saved.ok) this.#written = newest
      else {
        this.#deps.log.failure('grant not written', saved.failure)
        void this.#retrySave()
      }
      return saved
    })
  }

  /** Removes the file when the newest record can't be written and what the file holds must not come back. */
  dropFile(): void {
    const dropped = this.#deps.vault.remove()
    if (dropped.ok) this.#written = { ...this.#record, grant: null, revocations: [], unopened: [] }
  }

  /** Resolves when no write is under way. */
  async settled(): Promise<void> {
    await this.#writing
  }

  /** Ends the retries; from now on only `save` writes. */
  stop(): void {
    this.#stopped.abort()
  }

  #enqueue<T>(write: () => Promise<T>): Promise<T> {
    const writing = this.#writing.then(write, write)
    this.#writing = writing
    return writing
  }

  async #retrySave(): Promise<void> {
    if (this.#retrying) return
    this.#retrying = true
    for (let pauseMs = firstRetryMs; this.#unsaved !== null; pauseMs = Math.min(pauseMs * 2, maxRetryMs)) {
      await this.#deps.clock.wait(pauseMs, this.#stopped.signal)
      if (this.#stopped.signal.aborted) break
      await this.save()
    }
    this.#retrying = false
    this.#deps.onChanged()
  }
}
