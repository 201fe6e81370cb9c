/** What happens to the rows of the ledger, as pure functions: each takes rows and gives the rows after it. */

import type { App, CreatedKey } from '../../parallel/account-api.ts'
import { cleanText } from '../../parallel/text.ts'
import type { LedgerRow } from './ledger.ts'

type Rows = readonly LedgerRow[]

/** A key that is about to be asked for. Until the answer is known, that is all that is known. */
export function intended(intent: Pick<LedgerRow, 'keyId' | 'appId' | 'appName' | 'name' | 'createdAt'>) {
  return (rows: Rows): Rows => [
    ...rows,
    {
      ...intent,
      apiKeyId: null,
      masked: null,
      createdBy: null,
      standing: { kind: 'unknown' },
      appMissing: false,
    },
  ]
}

/**
 * The key was made.
 * @param replaces the row of the key that it was made in place of
 */
export function made(keyId: string, key: CreatedKey, replaces: string | null) {
  return (rows: Rows): Rows =>
    rows.map((row): LedgerRow => {
      if (row.keyId === replaces) return { ...row, standing: { kind: 'replaced', by: keyId } }
      if (row.keyId !== keyId) return row
      return {
        ...row,
        apiKeyId: key.apiKeyId,
        name: key.apiKeyName,
        masked: maskedOf(key),
        createdAt: key.createdAt ?? row.createdAt,
        createdBy: key.createdByUserEmail,
        standing: { kind: 'alive' },
      }
    })
}

/** It was certainly not made, or the user doesn't want to be reminded of it. */
export function dropped(keyId: string) {
  return (rows: Rows): Rows =>
    withoutSuccessor(
      rows.filter((row) => row.keyId !== keyId),
      keyId,
    )
}

/** The key is gone from the server. One that it was made in place of is simply alive again. */
export function deleted(keyId: string, at: number) {
  return (rows: Rows): Rows =>
    withoutSuccessor(
      rows.map((row) => (row.keyId === keyId ? { ...row, standing: { kind: 'deleted' as const, at } } : row)),
      keyId,
    )
}

/** The app is gone from the server, and its keys with it. */
export function appDeleted(appId: string, at: number) {
  return (rows: Rows): Rows =>
    rows.map((row) =>
      row.appId === appId && row.standing.kind !== 'deleted'
        ? { ...row, standing: { kind: 'deleted' as const, at } }
        : row,
    )
}

/** What the list of apps says of the rows: whether their app is still there, and what it is called. */
export function listed(apps: readonly App[]) {
  const names = new Map(apps.map((app) => [app.appId, app.appName]))
  return (rows: Rows): Rows => {
    const after = rows.map((row) => {
      const appName = names.get(row.appId) ?? row.appName
      const appMissing = !names.has(row.appId)
      return row.appName === appName && row.appMissing === appMissing ? row : { ...row, appName, appMissing }
    })
    return after.every((row, index) => row === rows[index]) ? rows : after
  }
}

/**
 * Rows of another computer. A key is the same when the server's id is; what is known here stays, except that a
 * key that was deleted there is gone here, too.
 */
export function merged(coming: Rows) {
  return (rows: Rows): Rows => {
    const ids = new Map<string, string>()
    const after = [...rows]
    const places = new Places(rows)
    for (const row of coming) {
      const index = places.of(row)
      const known = after[index]
      ids.set(row.keyId, known?.keyId ?? row.keyId)
      if (known === undefined) places.note(row, after.push(row) - 1)
      else if (row.standing.kind === 'deleted') after[index] = { ...known, standing: row.standing }
    }
    const here = new Set(rows)
    return after.map((row): LedgerRow => {
      if (row.standing.kind !== 'replaced') return row
      // By now rows of here may have lost their successor, and those of there go by the ids of here.
      const by = here.has(row) ? row.standing.by : (ids.get(row.standing.by) ?? row.standing.by)
      const successor = after[places.ofKeyId(by)]
      const isThere = successor !== undefined && successor.standing.kind !== 'deleted'
      return { ...row, standing: isThere ? { kind: 'replaced', by } : { kind: 'alive' } }
    })
  }
}

/** Where the first row of each key stands; -1 for none. Looking through all rows for each would take too long. */
class Places {
  readonly #byKeyId = new Map<string, number>()
  readonly #byApiKeyId = new Map<string, number>()

  constructor(rows: Rows) {
    for (const [index, row] of rows.entries()) this.note(row, index)
  }

  note({ keyId, apiKeyId }: LedgerRow, index: number): void {
    if (!this.#byKeyId.has(keyId)) this.#byKeyId.set(keyId, index)
    if (apiKeyId !== null && !this.#byApiKeyId.has(apiKeyId)) this.#byApiKeyId.set(apiKeyId, index)
  }

  ofKeyId(keyId: string): number {
    return this.#byKeyId.get(keyId) ?? -1
  }

  /** The same row, or another one of the same key. */
  of({ keyId, apiKeyId }: LedgerRow): number {
    const found = [this.#byKeyId.get(keyId), apiKeyId === null ? undefined : this.#byApiKeyId.get(apiKeyId)]
    const known = found.filter((index) => index !== undefined)
    return known.length === 0 ? -1 : Math.min(...known)
  }
}

function withoutSuccessor(rows: Rows, keyId: string): Rows {
  return rows.map((row) =>
    row.standing.kind === 'replaced' && row.standing.by === keyId
      ? { ...row, standing: { kind: 'alive' } }
      : row,
  )
}

/** A server that doesn't mask must not bring the secret onto the disk. */
function maskedOf({ displayValue, rawApiKey }: CreatedKey): string | null {
  if (displayValue === null || rawApiKey === null) return displayValue
  return displayValue.includes(cleanText(rawApiKey)) ? null : displayValue
}
