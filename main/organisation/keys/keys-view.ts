/** The view of apps and keys: a pure function of the app list and the ledger. */
import type { AppRow, AppsAndKeys, KeyRow, KeysSummary } from '../../../preload/contract/index.ts'
import { dayMs } from '../../calendar.ts'
import type { App } from '../../parallel/account-api.ts'
import { displayName } from '../../parallel/text.ts'
import type { LedgerRow } from './ledger.ts'

export type KeysData = {
  /** In the server's order; null when not listed yet in this run. */
  readonly apps: readonly App[] | null
  /** Without a key whose creation is in progress. */
  readonly rows: readonly LedgerRow[]
  readonly rotateAfterDays: number | null
  readonly now: number
}

export function appsAndKeys(data: KeysData): AppsAndKeys {
  const rows = data.rows.filter((row) => row.status.kind !== 'deleted')
  const lastNames = new Map(rows.map(({ appId, appName }) => [appId, appName]))
  const listed = (data.apps ?? []).map(({ appId, appName }) => ({
    appId,
    name: appName ?? displayName(appId, lastNames.get(appId) ?? null),
    listed: true,
  }))
  const apps = new Map<string, Omit<AppRow, 'keys'>>(listed.map((app) => [app.appId, app]))
  for (const { appId, appName, appMissing } of rows) {
    if (!apps.has(appId)) apps.set(appId, { appId, name: appName, listed: !appMissing })
  }
  const keysOf = (appId: string): readonly KeyRow[] =>
    rows
      .filter((row) => row.appId === appId)
      .map((row) => keyRow(row, data))
      .sort((a, b) => urgency(a) - urgency(b) || b.createdAt - a.createdAt)
  return {
    apps: [...apps.values()].map((app) => ({ ...app, keys: keysOf(app.appId) })),
    listed: data.apps !== null,
  }
}

/** How many keys work, as far as the app knows, are due for rotation, and aren't settled. */
export function countKeys(data: KeysData): Pick<KeysSummary, 'keys' | 'rotateDue' | 'unfinished'> {
  const shown = appsAndKeys(data).apps.flatMap((app) => app.keys)
  return {
    keys: shown.filter(({ status }) => status.kind === 'alive' || status.kind === 'replaced').length,
    rotateDue: shown.filter((key) => key.rotateDue).length,
    unfinished: shown.filter((key) => urgency(key) === 0).length,
  }
}

function keyRow(row: LedgerRow, { now, rotateAfterDays }: KeysData): KeyRow {
  const status = shownStatus(row)
  const isOld = rotateAfterDays !== null && now - row.createdAt > rotateAfterDays * dayMs
  return {
    keyId: row.keyId,
    name: row.name,
    masked: row.masked,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    // A half-rotated key needs its second step, not another rotation.
    rotateDue: isOld && status.kind === 'alive',
    imported: row.imported === true ? { apiKeyId: row.apiKeyId } : null,
    status,
  }
}

function shownStatus({ status, appMissing }: LedgerRow): KeyRow['status'] {
  return appMissing || status.kind === 'deleted' ? { kind: 'deleted-elsewhere' } : status
}

function urgency({ status }: KeyRow): number {
  return status.kind === 'unknown' || status.kind === 'replaced' ? 0 : 1
}
