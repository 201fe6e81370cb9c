/**
 * The keys that were made with this app, one document for each organisation: the service has no call that lists
 * keys. Never a secret: a row has the masked form only.
 */
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Result } from '../../../preload/contract/index.ts'
import type { Store } from '../../ports.ts'
import { isNewerDocument, type OnWritten } from '../../storage/document.ts'
import { text, time } from '../../storage/fields.ts'

/** Also the form in which rows travel to another computer. */
export const ledgerRow = v.object({
  /** Of the row; the server knows nothing of it. */
  keyId: text,
  /** The server's id; null when the answer to the creation never came. */
  apiKeyId: v.nullable(text),
  appId: text,
  appName: text,
  name: text,
  /** As the server masked it. */
  masked: v.nullable(text),
  createdAt: time,
  createdBy: v.nullable(text),
  standing: v.variant('kind', [
    v.object({ kind: v.literal('alive') }),
    /** Asked for, and no answer yet: written before the request, so that a lost answer or a crash leaves this. */
    v.object({ kind: v.literal('unknown') }),
    /** Half rotated: `by` is the row of the new key. */
    v.object({ kind: v.literal('replaced'), by: text }),
    /** Deleted with this app. Not shown, but remembered: rows of another computer must not bring it back. */
    v.object({ kind: v.literal('deleted'), at: time }),
  ]),
  /** Its app was not on the server's last list. */
  appMissing: v.boolean(),
})

export type LedgerRow = v.InferOutput<typeof ledgerRow>

const document = v.object({
  version: v.literal(1),
  /** The same id on another server is another organisation. */
  serviceApiUrl: text,
  organisationId: text,
  rows: v.array(ledgerRow),
})

type Page = {
  rows: readonly LedgerRow[]
  /** The file there isn't understood: it is copied aside before anything takes its place. */
  strange: 'unreadable' | 'newer' | null
}

type Dependencies = {
  readonly store: Store
  readonly serviceApiUrl: string
  /** Told of each write; after one that failed the rows are kept in memory all the same. */
  readonly onWritten: OnWritten
  /** Told of each file that is not understood. */
  readonly onStrange: (file: string) => void
}

export class Ledger {
  readonly #its: Dependencies
  /** Memory is the truth, the disk follows. */
  readonly #pages = new Map<string, Page>()

  constructor(dependencies: Dependencies) {
    this.#its = dependencies
  }

  rows(organisationId: string): readonly LedgerRow[] {
    return this.#page(organisationId).rows
  }

  /** Returns when the new rows are on the disk, or `onWritten` was told why not. */
  change(organisationId: string, change: (rows: readonly LedgerRow[]) => readonly LedgerRow[]): void {
    const page = this.#page(organisationId)
    const rows = change(page.rows)
    if (rows === page.rows) return
    page.rows = rows
    this.#its.onWritten(this.#write(organisationId, page))
  }

  /** Takes the organisation's ledger off this computer. */
  forget(organisationId: string): void {
    this.#pages.delete(organisationId)
    this.#its.onWritten(this.#its.store.remove(this.#nameOf(organisationId)))
  }

  #write(organisationId: string, page: Page): Result<unknown> {
    const { store, serviceApiUrl } = this.#its
    const name = this.#nameOf(organisationId)
    if (page.strange !== null) {
      const aside = store.copyAside(name, page.strange)
      if (!aside.ok) return aside
      page.strange = null
    }
    return store.write(name, { version: 1, serviceApiUrl, organisationId, rows: page.rows })
  }

  #page(organisationId: string): Page {
    const known = this.#pages.get(organisationId)
    if (known !== undefined) return known
    const page = this.#read(organisationId)
    this.#pages.set(organisationId, page)
    return page
  }

  #read(organisationId: string): Page {
    const { store, serviceApiUrl, onStrange } = this.#its
    const name = this.#nameOf(organisationId)
    const read = store.read(name)
    if (!read.ok) {
      const aside = read.failure.reference
      onStrange(aside ?? `${name}.json`)
      // With a name it lies aside already; without one it couldn't be read at all, and may be whole.
      return { rows: [], strange: aside === undefined ? 'unreadable' : null }
    }
    if (read.value === undefined) return { rows: [], strange: null }
    const parsed = v.safeParse(document, read.value)
    const isOurs =
      parsed.success &&
      parsed.output.serviceApiUrl === serviceApiUrl &&
      parsed.output.organisationId === organisationId
    if (isOurs) return { rows: parsed.output.rows, strange: null }
    onStrange(`${name}.json`)
    return { rows: [], strange: isNewerDocument(read.value) ? 'newer' : 'unreadable' }
  }

  #nameOf(organisationId: string): string {
    const key = [this.#its.serviceApiUrl, organisationId].join('\n')
    return `ledger-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`
  }
}
