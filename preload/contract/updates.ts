/** Newer versions of the app itself. */
import type { Failure } from './failure.ts'

/** Null where this installation knows nothing of updates: no feed was built in, or nothing here could follow it. */
export type Updates =
  /** Nothing newer is known; null: not looked for yet. */
  | { readonly kind: 'idle'; readonly checkedAt: number | null }
  | { readonly kind: 'checking' }
  /** `fraction`: of the bytes that have arrived, 0 to 1. */
  | { readonly kind: 'downloading'; readonly version: string; readonly fraction: number }
  /** Here and verified; put in place when the user quits, or by a restart. */
  | { readonly kind: 'ready'; readonly version: string }
  /** There is a newer one, and somebody else has to install it. */
  | { readonly kind: 'elsewhere'; readonly version: string; readonly by: UpdatedBy }
  | {
      readonly kind: 'failed'
      readonly step: 'check' | 'download'
      readonly failure: Failure
      readonly nextTryAt: number
    }

/** Who puts a newer version in place, if the app can't: a package manager, or the user in a folder that is read-only. */
export type UpdatedBy = 'deb' | 'rpm' | 'hand'
