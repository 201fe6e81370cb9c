/**
 * The state of top-ups that must survive a crash: the open one with its idempotency key, the recent ones, and the last
 * outcome until the user has read it.
 */
import * as v from 'valibot'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Store } from '../../ports.ts'
import type { DocumentFile, OnWritten } from '../../storage/document.ts'
import { amount, text, time } from '../../storage/fields.ts'
import { documentsNamed, type OrganisationFolder } from '../folder.ts'

/** The service charges a key once for at least 24 h (Account API), so it is only sent while certainly younger. */
export const keyLastsMs = 20 * 3600_000

export const topUpName = 'top-up'

const cents = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))
const schema = v.object({
  version: v.literal(1),
  open: v.nullable(
    v.object({
      key: v.pipe(text, v.minLength(8), v.maxLength(128)),
      amountCents: cents,
      askedAt: time,
      /** The spendable amount before the charge, if known. */
      beforeCents: v.nullable(amount),
      /** The latest wall time seen since. */
      seenAt: time,
      /** The key must never be sent again. */
      tooOld: v.boolean(),
    }),
  ),
  /** Recent charges, certain or possible. */
  added: v.array(v.object({ amountCents: cents, askedAt: time })),
  /** A successful top-up that the user hasn't seen yet, in case the app exits before. */
  unread: v.nullable(
    v.object({ amountCents: cents, at: time, beforeCents: v.nullable(amount), spendableCents: amount }),
  ),
})

type Document = v.InferOutput<typeof schema>

export type Intent = NonNullable<Document['open']>
export type TopUpRecord = Pick<Document, 'open' | 'added' | 'unread'>

export const noTopUp: TopUpRecord = { open: null, added: [], unread: null }

export class TopUpDocument {
  readonly #file: DocumentFile<Document>
  readonly #onWritten: OnWritten

  constructor(folder: OrganisationFolder) {
    this.#file = folder.strictFile(topUpName, schema)
    this.#onWritten = folder.events.onWritten
  }

  /** Fails with `storage` if the document can't be read, so that it is unknown whether a top-up is open. */
  read(): Result<TopUpRecord> {
    const found = this.#file.read()
    return found.ok ? ok(found.value ?? noTopUp) : found
  }

  /** Returns once it is on the disk; fails with `storage` otherwise. */
  write({ open, added, unread }: TopUpRecord): Result<null> {
    const written = this.#file.write({ version: 1, open, added, unread })
    this.#onWritten(written)
    return written.ok ? written : failed(failure('storage', written.failure.message))
  }

  remove(): Result<null> {
    return this.#file.remove()
  }
}

/** The documents, of all servers, with a top-up whose outcome may still be queried. */
export function openTopUps(store: Store, now: number): readonly string[] {
  return documentsNamed(topUpName, store).filter((name) => {
    const found = store.read(name)
    if (!found.ok) return found.failure.reference === undefined
    const parsed = v.safeParse(schema, found.value)
    const open = parsed.success ? parsed.output.open : null
    return open !== null && !open.tooOld && now - open.askedAt < keyLastsMs
  })
}
