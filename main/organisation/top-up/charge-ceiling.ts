/**
 * The maximum that this installation charges within 24 hours. Unlike the user's daily limit it can't be changed: no command
 * affects it, each charge is on the disk before its request is sent, the record survives "Erase everything", and it uses
 * the server's clock. Larger amounts can be added in the console.
 */

import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { maxChargedPerDayCents } from '../../../preload/contract/bounds.ts'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Store } from '../../ports.ts'
import { type DocumentEvents, DocumentFile } from '../../storage/document.ts'
import { text, time } from '../../storage/fields.ts'

/** 24 hours, plus one for a request that reaches the server late. */
const countedMs = 25 * 3600_000

export const chargesName = 'charges'

const schema = v.object({
  version: v.literal(1),
  charges: v.array(
    v.object({
      /** A digest of the idempotency key. */
      id: text,
      /** The name of the organisation's folder, which is also a digest. */
      organisation: text,
      amountCents: v.pipe(v.number(), v.integer(), v.minValue(1)),
      /** When it was last sent, by the server's clock; null if unknown, so that it counts. */
      at: v.nullable(time),
    }),
  ),
})

type Charges = v.InferOutput<typeof schema>['charges']

export type ChargeCeilingDeps = {
  readonly store: Store
  readonly events: DocumentEvents
  /** The server's time; null while it is unknown. */
  readonly now: () => number | null
  readonly max?: typeof maxChargedPerDayCents
}

/** The ceiling as one organisation uses it. */
export type OrganisationCeiling = {
  /**
   * Records a charge before each request for it. Fails with `over-ceiling` if that would be too much, and with `storage` if
   * it couldn't be written; then the request must not be sent.
   */
  reserve(idempotencyKey: string, amountCents: number): Result<null>
  /** Removes a charge that certainly wasn't made. */
  release(idempotencyKey: string): void
}

export class ChargeCeiling {
  readonly #deps: ChargeCeilingDeps
  readonly #file: DocumentFile<v.InferOutput<typeof schema>>
  /** Null until the document has been read. */
  #charges: Charges | null = null

  constructor(deps: ChargeCeilingDeps) {
    this.#deps = deps
    const { store, events } = deps
    this.#file = new DocumentFile({ store, name: chargesName, schema, onUnreadable: events.onUnreadable })
  }

  of(organisation: string): OrganisationCeiling {
    return {
      reserve: (key, amountCents) => this.#reserve({ id: digest(key), organisation, amountCents }),
      release: (key) => this.#release(digest(key)),
    }
  }

  /** Whether a reset must keep the document: a charge still counts, or the document can't be read. */
  get isNeeded(): boolean {
    const loaded = this.#load()
    return !loaded.ok || this.#counted(loaded.value).length > 0
  }

  #reserve(charge: Omit<Charges[number], 'at'>): Result<null> {
    const { now, max = maxChargedPerDayCents } = this.#deps
    const loaded = this.#load()
    if (!loaded.ok) return loaded
    const others = this.#counted(loaded.value).filter(({ id }) => id !== charge.id)
    const ofOrganisation = others.filter(({ organisation }) => organisation === charge.organisation)
    if (
      total(ofOrganisation) + charge.amountCents > max.organisation ||
      total(others) + charge.amountCents > max.all
    ) {
      return failed(failure('over-ceiling', 'This is more than is charged here within 24 hours.'))
    }
    return this.#write([...others, { ...charge, at: now() }])
  }

  /** If the write fails, the charge counts again after the next start. */
  #release(released: string): void {
    const loaded = this.#load()
    if (loaded.ok) this.#write(loaded.value.filter(({ id }) => id !== released))
  }

  #load(): Result<Charges> {
    if (this.#charges !== null) return ok(this.#charges)
    const read = this.#file.read()
    if (!read.ok) return read
    this.#charges = read.value?.charges ?? []
    return ok(this.#charges)
  }

  #write(charges: Charges): Result<null> {
    const written = this.#file.write({ version: 1, charges })
    this.#deps.events.onWritten(written)
    if (!written.ok) return failed(failure('storage', written.failure.message))
    this.#charges = charges
    return written
  }

  /** Without the server's time every charge counts. */
  #counted(charges: Charges): Charges {
    const now = this.#deps.now()
    if (now === null) return charges
    return charges
      .filter(({ at }) => at === null || now - at < countedMs)
      .map((one) => ({ ...one, at: one.at ?? now }))
  }
}

function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

function total(charges: Charges): number {
  return charges.reduce((sum, { amountCents }) => sum + amountCents, 0)
}
