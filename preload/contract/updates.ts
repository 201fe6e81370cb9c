/** Newer versions of the app itself. */
import type { Failure } from './failure.ts'

/** Null where this installation has no updates: it was built without a feed, or can't use one. */
export type Updates =
  /** No newer version is known; null: not checked yet. */
  | { readonly kind: 'idle'; readonly checkedAt: number | null }
  | { readonly kind: 'checking' }
  /** `fraction`: the share of the bytes that have arrived, 0 to 1. */
  | { readonly kind: 'downloading'; readonly version: string; readonly fraction: number }
  /** Downloaded and verified; installed when the user quits or restarts. */
  | { readonly kind: 'ready'; readonly version: string }
  /** There is a newer version that the app can't install itself. */
  | { readonly kind: 'elsewhere'; readonly version: string; readonly by: UpdatedBy }
  | {
      readonly kind: 'failed'
      readonly step: 'check' | 'download'
      readonly failure: Failure
      readonly nextTryAt: number
    }

/** How a newer version is installed if the app can't do it: by a package manager, or by the user in a read-only folder. */
export type UpdatedBy = 'deb' | 'rpm' | 'hand'

/** Upgrades this app alone; `apt upgrade` would upgrade the whole system. */
export const upgradeCommands = {
  deb: 'sudo apt install --only-upgrade parallel-tray',
  rpm: 'sudo dnf upgrade parallel-tray',
} as const satisfies Record<Exclude<UpdatedBy, 'hand'>, string>
