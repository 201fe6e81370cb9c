/**
 * The most that this installation charges within 24 hours, whatever it is told. The daily limit is the user's and can be
 * changed; this one can't: no command reaches it, it is on the disk before a request is sent, it survives "Erase
 * everything", and it goes by the server's clock. Who needs more adds it in the console.
 */

import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { maxChargedPerDayCents } from '../../../preload/contract/bounds.ts'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Store } from '../../ports.ts'
import { type DocumentEvents, DocumentFile } from '../../storage/document.ts'
import { text, time } from '../../storage/fields.ts'

/** 24 hours, and one for a request that reaches the server late. */
const countedMs = 25 * 3600_000

export const chargesName = 'charges'

const schema = v.object({
  version: v.literal(1),
  charges: v.array(
    v.object({
      /** A digest of the idempotency key. */
      id: text,
      /** The name of the organisation's folder, which is a digest as well. */
      organisation: text,
      amountCents: v.pipe(v.number(), v.integer(), v.minValue(1)),
      /** When it was last sent, by the server's clock; null: not known yet, so it counts. */
      at: v.nullable(time),
    }),
  ),
})

type Charges = v.InferOutput<typeof schema>['charges']

export type ChargeCeilingDeps = {
  readonly store: Store
  readonly events: DocumentEvents
  /** The server's time; null while it isn't known. */
  readonly now: () => number | null
  readonly max?: typeof maxChargedPerDayCents
}

/** The part of it that one organisation needs. */
export type OrganisationCeiling = {
  /**
   * Counts a charge that is about to be sent, also when it is sent again. `over-ceiling` when that is too much, `storage`
   * when it couldn't be written: then it must not be sent.
   */
  reserve(idempotencyKey: string, amountCents: number): Result<null>
  /** It is certain that it wasn't charged. */
  release(idempotencyKey: string): void
}

export class ChargeCeiling {
  readonly #deps: ChargeCeilingDeps
  readonly #file: DocumentFile<v.InferOutput<typeof schema>>
  /** Null until the disk says what is there. */
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

  /** Whether something still counts, or the disk doesn't say: then a reset has to leave the document. */
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

  /** If the disk refuses that, it counts again after the next start. */
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

  /** Without the server's time nothing is too old to count. */
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
