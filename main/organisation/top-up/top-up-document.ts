/**
 * What must outlive a crash of each organisation's top-ups: the one whose outcome isn't settled, with its idempotency
 * key, what was added lately, and the end that nobody has read yet. One document an organisation, so that trouble in one never touches another.
 */
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Store } from '../../ports.ts'
import type { OnWritten } from '../../storage/document.ts'
import { amount, text, time } from '../../storage/fields.ts'

/** The service charges the same key once for 24 h at least (Account API): it is only sent while certainly younger. */
export const keyLastsMs = 20 * 3600_000

const prefix = 'top-up-'

const cents = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))
const schema = v.object({
  version: v.literal(1),
  serviceApiUrl: text,
  organisationId: text,
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

type Dependencies = {
  readonly store: Store
  readonly serviceApiUrl: string
  readonly onWritten: OnWritten
  readonly onStrangeFile: (file: string) => void
}

export class TopUpDocuments {
  readonly #its: Dependencies
  /** Files that aren't understood: copied aside before anything takes their place. */
  readonly #strange = new Set<string>()

  constructor(dependencies: Dependencies) {
    this.#its = dependencies
  }

  /** `storage` when the disk doesn't say what is there: then nobody knows whether a top-up is open. */
  read(organisationId: string): Result<TopUpRecord> {
    const { store, onStrangeFile } = this.#its
    const name = this.#nameOf(organisationId)
    const found = store.read(name)
    if (!found.ok) {
      // What is no JSON was set aside whole; any other trouble may be over the next time.
      if (found.failure.reference === undefined) return found
      onStrangeFile(found.failure.reference)
      return ok(noTopUp)
    }
    if (found.value === undefined) return ok(noTopUp)
    const parsed = v.safeParse(schema, found.value)
    if (parsed.success && this.#isOf(parsed.output, organisationId)) return ok(parsed.output)
    this.#strange.add(name)
    onStrangeFile(`${name}.json`)
    return ok(noTopUp)
  }

  /** Returns only when it is on the disk; `storage` when it isn't. */
  write(organisationId: string, record: TopUpRecord): Result<null> {
    const { store, serviceApiUrl, onWritten } = this.#its
    const name = this.#nameOf(organisationId)
    if (this.#strange.has(name)) {
      const aside = store.copyAside(name, 'replaced')
      if (!aside.ok) {
        onWritten(aside)
        return aside
      }
      this.#strange.delete(name)
    }
    const document: Document = { version: 1, serviceApiUrl, organisationId, ...record }
    const written = store.write(name, document)
    onWritten(written)
    if (written.ok) return written
    return failed(failure('storage', written.failure.message))
  }

  /** Names of the documents, of whatever server, with a top-up whose outcome can still be found out, or may be. */
  open(now: number): readonly string[] {
    const { store } = this.#its
    return store.list(prefix).filter((name) => {
      const found = store.read(name)
      if (!found.ok) return found.failure.reference === undefined
      const parsed = v.safeParse(schema, found.value)
      const open = parsed.success ? parsed.output.open : null
      return open !== null && !open.tooOld && now - open.askedAt < keyLastsMs
    })
  }

  remove(organisationId: string): Result<null> {
    const name = this.#nameOf(organisationId)
    return this.#strange.has(name) ? ok(null) : this.#its.store.remove(name)
  }

  #isOf(document: Document, organisationId: string): boolean {
    return document.serviceApiUrl === this.#its.serviceApiUrl && document.organisationId === organisationId
  }

  /** The organisation's id is the server's text, so it doesn't become a file name as it is. */
  #nameOf(organisationId: string): string {
    const key = [this.#its.serviceApiUrl, organisationId].join('\n')
    return `${prefix}${createHash('sha256').update(key).digest('hex').slice(0, 16)}`
  }
}
