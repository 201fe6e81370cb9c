/**
 * One organisation's grant record and its file. Changes apply to the newest record in memory at once. The file follows, one
 * write at a time and always with the newest record, so that no write can undo a later change.
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
  /** The content of the file: the last record that was written. */
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

  /** Replaces the record by the same one with its tokens decrypted. No change may precede it. */
  opened(record: GrantRecord): void {
    this.#record = record
    this.#written = record
  }

  get written(): GrantRecord {
    return this.#written
  }

  /** Why the newest record isn't in the file; null if it is. The write is retried until it succeeds. */
  get unsaved(): Failure | null {
    return this.#unsaved
  }

  /** Memory first, then the disk. Resolves when the write has succeeded or failed. */
  change(next: (record: GrantRecord) => GrantRecord): Promise<Result<null>> {
    this.#record = next(this.#record)
    return this.save()
  }

  /**
   * Disk first, then memory: for changes that must not be reported before they are on the disk. Changes made during the
   * write aren't lost: `next` is applied to the newest record again, and their own write follows this one.
   */
  async changeDiskFirst(next: (record: GrantRecord) => GrantRecord): Promise<Result<null>> {
    const saved = await this.changeIfWritten(next)
    // A write that failed in its last step may have changed the file nevertheless.
    if (!saved.ok) void this.save()
    return saved
  }

  /** `changeDiskFirst` for a change that isn't needed: if it can't be written, nothing changes. */
  changeIfWritten(next: (record: GrantRecord) => GrantRecord): Promise<Result<null>> {
    return this.#enqueue(async () => {
      const stored = next(this.#record)
      const saved = await this.#deps.vault.save(stored)
      if (!saved.ok) return saved
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

  /** Removes the file if the newest record can't be written and the content of the file must not be restored. */
  dropFile(): void {
    const dropped = this.#deps.vault.remove()
    if (dropped.ok) this.#written = { ...this.#record, grant: null, revocations: [], unopened: [] }
  }

  /** Resolves when no write is in progress. */
  async settled(): Promise<void> {
    await this.#writing
  }

  /** Stops the retries; from now on only `save` writes. */
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
