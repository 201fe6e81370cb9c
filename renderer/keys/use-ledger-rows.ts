/** Looks up the row that a dialog is about, and closes the dialog once the row no longer exists. */
import { useEffect } from 'preact/hooks'
import type { AppRow, AppsAndKeys, KeyRow, Organisation } from '../../preload/contract/index.ts'
import { send } from '../bridge.ts'
import { useQuery } from '../use-query.ts'

export type KeyInApp = { readonly app: AppRow; readonly row: KeyRow }

/** Null while the ledger is loading, and once the key is gone. */
export function useKeyRow(organisation: Organisation, keyId: string): KeyInApp | null {
  return useLedgerRow(organisation, (ledger) => findKey(ledger, keyId))
}

/** Null while the ledger is loading, and once the app is gone. */
export function useAppRow(organisation: Organisation, appId: string): AppRow | null {
  return useLedgerRow(organisation, ({ apps }) => apps.find((app) => app.appId === appId) ?? null)
}

function useLedgerRow<T>(organisation: Organisation, find: (ledger: AppsAndKeys) => T | null): T | null {
  const { id, keys } = organisation
  const { value: ledger } = useQuery('keys.read', { organisationId: id }, keys.revision)
  const row = ledger && find(ledger)
  const isGone = ledger !== null && row === null
  useEffect(() => {
    if (isGone) void send('dialog.close', {})
  }, [isGone])
  return row
}

function findKey({ apps }: AppsAndKeys, keyId: string): KeyInApp | null {
  for (const app of apps) {
    const row = app.keys.find((key) => key.keyId === keyId)
    if (row) return { app, row }
  }
  return null
}
