/**
 * What of the top-ups must survive a crash: the one whose outcome isn't known, with its idempotency key, what was added
 * recently, and the last outcome until the user has read it.
 */
import * as v from 'valibot'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Store } from '../../ports.ts'
import type { DocumentFile, OnWritten } from '../../storage/document.ts'
import { amount, text, time } from '../../storage/fields.ts'
import { documentsNamed, type OrganisationFolder } from '../folder.ts'

/** The service charges the same key once for 24 h at least (Account API): it is only sent while certainly younger. */
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
      /** Spendable when it was asked for, if that was known. */
      beforeCents: v.nullable(amount),
      /** The latest wall time that is known to have passed since. */
      seenAt: time,
      /** Its key must not be sent any more. */
      tooOld: v.boolean(),
    }),
  ),
  /** What was, or may have been, charged lately. */
  added: v.array(v.object({ amountCents: cents, askedAt: time })),
  /** That the last one was added, until the user has read it: the app may have ended before anybody could. */
  unread: v.nullable(
    v.object({ amountCents: cents, at: time, beforeCents: v.nullable(amount), spendableCents: amount }),
  ),
})

type Document = v.InferOutput<typeof schema>

export type Intent = NonNullable<Document['open']>
export type TopUpRecord = Pick<Document, 'open' | 'added' | 'unread'>

/** Nothing open, nothing added. */
export const noTopUp: TopUpRecord = { open: null, added: [], unread: null }

export class TopUpDocument {
  readonly #file: DocumentFile<Document>
  readonly #onWritten: OnWritten

  constructor(folder: OrganisationFolder) {
    this.#file = folder.strictFile(topUpName, schema)
    this.#onWritten = folder.events.onWritten
  }

  /** `storage` when the disk doesn't say what is there: then nobody knows whether a top-up is open. */
  read(): Result<TopUpRecord> {
    const found = this.#file.read()
    return found.ok ? ok(found.value ?? noTopUp) : found
  }

  /** Returns only when it is on the disk; `storage` when it isn't. */
  write({ open, added, unread }: TopUpRecord): Result<null> {
    const written = this.#file.write({ version: 1, open, added, unread })
    this.#onWritten(written)
    return written.ok ? written : failed(failure('storage', written.failure.message))
  }

  remove(): Result<null> {
    return this.#file.remove()
  }
}

/** The documents, of all servers, with a top-up whose outcome can still be found out, or may be. */
export function openTopUps(store: Store, now: number): readonly string[] {
  return documentsNamed(topUpName, store).filter((name) => {
    const found = store.read(name)
    if (!found.ok) return found.failure.reference === undefined
    const parsed = v.safeParse(schema, found.value)
    const open = parsed.success ? parsed.output.open : null
    return open !== null && !open.tooOld && now - open.askedAt < keyLastsMs
  })
}
