/** Changes to the rows of the ledger, as pure functions from rows to rows. */

import type { App, CreatedKey } from '../../parallel/account-api.ts'
import { cleanText } from '../../parallel/text.ts'
import type { LedgerRow } from './ledger.ts'

type Rows = readonly LedgerRow[]

/** Adds a key that is about to be requested; its outcome is unknown until the response arrives. */
export function addPendingRow(intent: Pick<LedgerRow, 'keyId' | 'appId' | 'appName' | 'name' | 'createdAt'>) {
  return (rows: Rows): Rows => [
    ...rows,
    {
      ...intent,
      apiKeyId: null,
      masked: null,
      createdBy: null,
      status: { kind: 'unknown' },
      appMissing: false,
    },
  ]
}

/**
 * Records the response to a creation.
 * @param replaces the row of the key that the new one replaces
 */
export function markCreated(keyId: string, key: CreatedKey, replaces: string | null) {
  return (rows: Rows): Rows =>
    rows.map((row): LedgerRow => {
      if (row.keyId === replaces) return { ...row, status: { kind: 'replaced', by: keyId } }
      if (row.keyId !== keyId) return row
      return {
        ...row,
        apiKeyId: key.apiKeyId,
        name: key.apiKeyName,
        masked: maskedOf(key),
        createdAt: key.createdAt ?? row.createdAt,
        createdBy: key.createdByUserEmail,
        status: { kind: 'alive' },
      }
    })
}

/** Removes a row: the key was certainly not created, or the user dismissed it. */
export function removeRow(keyId: string) {
  return (rows: Rows): Rows =>
    withoutSuccessor(
      rows.filter((row) => row.keyId !== keyId),
      keyId,
    )
}

/** The inverse of `removeRow`. @param before the rows as they were before the removal */
export function restoreRow(keyId: string, before: Rows) {
  return (rows: Rows): Rows => {
    const index = before.findIndex((row) => row.keyId === keyId)
    const removed = before[index]
    if (removed === undefined || rows.some((row) => row.keyId === keyId)) return rows
    // A key that it replaced became alive by the removal; one that was deleted since then stays deleted.
    const wasReplaced = new Set(
      before
        .filter(({ status }) => status.kind === 'replaced' && status.by === keyId)
        .map((row) => row.keyId),
    )
    const after = rows.map(
      (row): LedgerRow =>
        wasReplaced.has(row.keyId) && row.status.kind === 'alive'
          ? { ...row, status: { kind: 'replaced', by: keyId } }
          : row,
    )
    return [...after.slice(0, index), removed, ...after.slice(index)]
  }
}

/** Records the deletion of a key. A key that it replaced is alive again. */
export function markDeleted(keyId: string, at: number) {
  return (rows: Rows): Rows =>
    withoutSuccessor(
      rows.map((row) => (row.keyId === keyId ? { ...row, status: { kind: 'deleted' as const, at } } : row)),
      keyId,
    )
}

/** Records the deletion of an app together with its keys. */
export function markAppDeleted(appId: string, at: number) {
  return (rows: Rows): Rows =>
    rows.map((row) =>
      row.appId === appId && row.status.kind !== 'deleted'
        ? { ...row, status: { kind: 'deleted' as const, at } }
        : row,
    )
}

/** Updates each row's app name and whether the app still exists. */
export function applyAppList(apps: readonly App[]) {
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
 * Merges the rows of another computer. Keys are matched by the server's id; local rows win, except that a key deleted
 * there is deleted here too.
 */
export function mergeRows(imported: Rows) {
  return (rows: Rows): Rows => {
    const ids = new Map<string, string>()
    const after = [...rows]
    const rowIndex = new RowIndex(rows)
    for (const row of imported) {
      const index = rowIndex.find(row)
      const known = after[index]
      ids.set(row.keyId, known?.keyId ?? row.keyId)
      if (known === undefined) rowIndex.add(row, after.push(row) - 1)
      else if (row.status.kind === 'deleted') after[index] = { ...known, status: row.status }
    }
    const local = new Set(rows)
    return after.map((row): LedgerRow => {
      if (row.status.kind !== 'replaced') return row
      // Local rows may have lost their successor in the merge; imported ones need the local row id of theirs.
      const by = local.has(row) ? row.status.by : (ids.get(row.status.by) ?? row.status.by)
      const successor = after[rowIndex.byKeyId(by)]
      const isThere = successor !== undefined && successor.status.kind !== 'deleted'
      return { ...row, status: isThere ? { kind: 'replaced', by } : { kind: 'alive' } }
    })
  }
}

/** Index of each row by both of its ids, or -1; a linear search for each row would be quadratic. */
class RowIndex {
  readonly #byId = new Map<string, number>()

  constructor(rows: Rows) {
    for (const [index, row] of rows.entries()) this.add(row, index)
  }

  add(row: LedgerRow, index: number): void {
    for (const id of idsOf(row)) this.#byId.set(id, index)
  }

  byKeyId(keyId: string): number {
    return this.#byId.get(localId(keyId)) ?? -1
  }

  /** Another row of the same key, or the row itself. */
  find(row: LedgerRow): number {
    return this.#byId.get(idsOf(row).find((id) => this.#byId.has(id)) ?? '') ?? -1
  }
}

function idsOf({ keyId, apiKeyId }: LedgerRow): readonly string[] {
  return apiKeyId === null ? [localId(keyId)] : [`server ${apiKeyId}`, localId(keyId)]
}

function localId(keyId: string): string {
  return `local ${keyId}`
}

function withoutSuccessor(rows: Rows, keyId: string): Rows {
  return rows.map((row) =>
    row.status.kind === 'replaced' && row.status.by === keyId ? { ...row, status: { kind: 'alive' } } : row,
  )
}

/** Drops a display value that contains the secret, so that a server that doesn't mask can't bring it onto the disk. */
function maskedOf({ displayValue, rawApiKey }: CreatedKey): string | null {
  if (displayValue === null || rawApiKey === null) return displayValue
  return displayValue.includes(cleanText(rawApiKey)) ? null : displayValue
}
