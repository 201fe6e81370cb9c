import type { AppRow, AppsAndKeys, KeyRow } from '../../preload/contract/index.ts'

/** The row of the ledger with its app; null when it isn't there any more. */
export function findKey({ apps }: AppsAndKeys, keyId: string): { app: AppRow; row: KeyRow } | null {
  for (const app of apps) {
    const row = app.keys.find((one) => one.keyId === keyId)
    if (row) return { app, row }
  }
  return null
}
