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

/** Each write holds the main thread for some milliseconds, and at a start all organisations are read while the window opens. */
const writeDelayMs = 5_000
/** Equal amounts are written this often at most: after a crash, their age is wrong by no more. */
const rewriteAfterMs = 10 * 60_000

/** Memory holds the last reading; the disk follows within seconds, or with `settle`. */
export class LastReading {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>
  readonly #clock: Clock
  #balance: Balance | null
  /** Cancels the write that is to come; null if there is none. */
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
    // A clock that was set back makes the age negative.
    const isRecent = isSameBalance(written, balance) && age >= 0 && age < rewriteAfterMs
    if (!isRecent && this.#delay === null) void this.#writeLater()
  }

  /** Writes what the disk doesn't have. */
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

/** Whether the amounts are the same, whenever they were read. */
export function isSameBalance(one: Balance | null, other: Balance): boolean {
  return (
    one?.creditCents === other.creditCents &&
    one.heldCents === other.heldCents &&
    one.invoiced === other.invoiced
  )
}
