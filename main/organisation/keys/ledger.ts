/**
 * The keys that were created with this app, since the service has no call that lists keys. A row holds the masked form,
 * never the secret.
 */
import * as v from 'valibot'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { identifier, shownText } from '../../parallel/replies.ts'
import type { SmallDocument } from '../../storage/document.ts'
import { text, time } from '../../storage/fields.ts'
import type { OrganisationFolder } from '../folder.ts'

/** Also the format of exported rows. */
export const ledgerRow = v.object({
  /** Local id of the row, unknown to the server. */
  keyId: text,
  /** The server's id; null when the response to the creation was lost. */
  apiKeyId: v.nullable(text),
  appId: text,
  appName: text,
  name: text,
  /** As the server masked it. */
  masked: v.nullable(text),
  createdAt: time,
  createdBy: v.nullable(text),
  status: v.variant('kind', [
    v.object({ kind: v.literal('alive') }),
    /** Written before the request, so that a lost response or a crash leaves this. */
    v.object({ kind: v.literal('unknown') }),
    /** Half rotated: `by` is the row of the new key. */
    v.object({ kind: v.literal('replaced'), by: text }),
    /** Deleted with this app. Hidden but kept, so that an import does not bring the key back. */
    v.object({ kind: v.literal('deleted'), at: time }),
  ]),
  /** Whether its app was missing from the server's last list. */
  appMissing: v.boolean(),
  /** It came from a file, so its names may be anything: only the server's id says which key it is. */
  imported: v.optional(v.boolean()),
})

export type LedgerRow = v.InferOutput<typeof ledgerRow>

const schema = v.object({ version: v.literal(1), rows: v.array(ledgerRow) })

/** A row of a file, which may hold anything: its ids go to the clipboard and to the server, its names are shown. */
const importedRow = v.object({
  ...ledgerRow.entries,
  keyId: identifier,
  apiKeyId: v.nullable(identifier),
  appId: identifier,
  appName: shownText,
  name: shownText,
  masked: v.nullable(shownText),
  createdBy: v.nullable(shownText),
})

/** Validates imported rows, and marks them as such; fails with `bad-file`. */
export function parseRows(rows: readonly unknown[]): Result<readonly LedgerRow[]> {
  const parsed = v.safeParse(v.array(importedRow), rows)
  return parsed.success
    ? ok(parsed.output.map((row) => ({ ...row, imported: true })))
    : failed(failure('bad-file', 'The ledger in the file is not whole.'))
}

export class Ledger {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>

  constructor(folder: OrganisationFolder) {
    this.#document = folder.document('ledger', schema, { version: 1, rows: [] })
  }

  get rows(): readonly LedgerRow[] {
    return this.#document.value.rows
  }

  change(change: (rows: readonly LedgerRow[]) => readonly LedgerRow[]): void {
    const rows = change(this.rows)
    if (rows !== this.rows) this.#document.replace({ version: 1, rows: [...rows] })
  }

  reset(): void {
    this.#document.reset()
  }
}
