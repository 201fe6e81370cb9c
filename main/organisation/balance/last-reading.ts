/** The last balance that was read, shown at start-up until the next reading. */
import * as v from 'valibot'
import type { Balance } from '../../../preload/contract/index.ts'
import type { Clock } from '../../ports.ts'
import type { SmallDocument } from '../../storage/document.ts'
import { amount, time } from '../../storage/fields.ts'
import type { OrganisationFolder } from '../folder.ts'

const schema = v.object({
  version: v.literal(1),
  balance: v.nullable(
    v.object({
      creditCents: amount,
      heldCents: amount,
      spendableCents: amount,
      invoiced: v.boolean(),
      readAt: time,
    }),
  ),
})

/** A write blocks the main thread for some milliseconds, and at start-up all balances are read while the window opens. */
const writeDelayMs = 5_000
/** Unchanged amounts are written at most this often. After a crash their age is wrong by no more. */
const rewriteAfterMs = 10 * 60_000

/** The last reading in memory; the disk follows within seconds, or with `settle`. */
export class LastReading {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>
  readonly #clock: Clock
  #balance: Balance | null
  /** Cancels the scheduled write; null if there is none. */
  #delay: AbortController | null = null

  constructor(folder: OrganisationFolder, clock: Clock) {
    this.#document = folder.document('readings', schema, { version: 1, balance: null })
    this.#clock = clock
    this.#balance = this.#document.value.balance
  }

  get value(): Balance | null {
    return this.#balance
  }

  replace(balance: Balance): void {
    this.#balance = balance
    const written = this.#document.value.balance
    const age = balance.readAt - (written?.readAt ?? 0)
    // The age is negative after the clock was set back.
    const isRecent = isSameBalance(written, balance) && age >= 0 && age < rewriteAfterMs
    if (!isRecent && this.#delay === null) void this.#writeLater()
  }

  /** Writes an unwritten reading. */
  settle(): void {
    this.#delay?.abort()
    this.#delay = null
    if (this.#balance !== this.#document.value.balance)
      this.#document.replace({ version: 1, balance: this.#balance })
  }

  /** Forgets the reading, and removes its file. */
  reset(): void {
    this.#delay?.abort()
    this.#delay = null
    this.#balance = null
    this.#document.reset()
  }

  async #writeLater(): Promise<void> {
    const delay = new AbortController()
    this.#delay = delay
    if ((await this.#clock.wait(writeDelayMs, delay.signal)) !== 'aborted') this.settle()
  }
}

/** Whether the amounts are equal, regardless of the time. */
export function isSameBalance(one: Balance | null, other: Balance): boolean {
  return (
    one?.creditCents === other.creditCents &&
    one.heldCents === other.heldCents &&
    one.invoiced === other.invoiced
  )
}
