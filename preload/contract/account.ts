/**
 * The account of an organisation. Money is in cents and may be fractional; times are epoch milliseconds.
 * Large data is not part of the state: the window requests it, and requests it again when its revision changes.
 */
import type { Failure } from './failure.ts'

export type Balance = {
  readonly creditCents: number
  /** Held for running tasks. */
  readonly heldCents: number
  /** Credit less what is held; may be below zero. */
  readonly spendableCents: number
  /** The organisation pays by invoice: the amounts have no meaning. */
  readonly invoiced: boolean
  readonly readAt: number
}

/** The one top-up of an organisation: in progress, of unknown outcome, or ended and not yet dismissed. */
export type TopUp =
  | { readonly kind: 'none' }
  | { readonly kind: 'charging'; readonly amountCents: number; readonly askedAt: number }
  /** It isn't known whether the card was charged. */
  | {
      readonly kind: 'unknown'
      readonly amountCents: number
      readonly askedAt: number
      /** The request is being sent again, with the same idempotency key. */
      readonly isRetrying: boolean
      /** The next automatic retry, and when they stop; null if only the user can retry. */
      readonly autoRetry: null | { readonly nextAt: number; readonly until: number }
      /** Why the last retry brought no answer; null when there was none in this run. */
      readonly failure: Failure | null
    }
  /** Too old for a safe retry: only the billing page of the console shows the outcome. */
  | { readonly kind: 'too-old'; readonly amountCents: number; readonly askedAt: number }
  | {
      readonly kind: 'added'
      readonly amountCents: number
      readonly at: number
      readonly beforeCents: number | null
      readonly spendableCents: number
    }
  /** It is certain that the card was not charged. */
  | {
      readonly kind: 'not-charged'
      readonly amountCents: number
      readonly at: number
      readonly failure: Failure
    }

export type Forecast =
  /** `since`: the first reading. */
  | { readonly kind: 'not-enough'; readonly since: number | null }
  /** Nothing was spent in the days that were looked at. */
  | { readonly kind: 'no-spending'; readonly basisMs: number }
  | {
      readonly kind: 'known'
      /** Average spending in 24 hours. */
      readonly perDayCents: number
      /** The time that the average is taken over: a week at most. */
      readonly basisMs: number
      readonly runsOutAt: number
    }

/** Summary of the readings stored on this computer; the readings themselves come by `history.read`. */
export type HistorySummary = {
  /** Increases with every stored reading. */
  readonly revision: number
  readonly readings: number
  readonly since: number | null
  /** Spendable now minus spendable a day ago, top-ups included; null when that isn't known. */
  readonly sinceYesterdayCents: number | null
  readonly forecast: Forecast
  /**
   * Spendable at the same time of each of the last 14 days and now, oldest first, in whole cents; null where nothing was
   * read within the day before. For a line of 64 px: the whole history comes by `history.read`.
   */
  readonly trend: readonly (number | null)[]
}

export type HistoryRange = 'day' | 'week' | 'month' | 'year'

export type HistoryPoint = {
  readonly at: number
  readonly spendableCents: number
  readonly heldCents: number
}

/** An increase of the credit. `here`: by a top-up made with this app; otherwise money was added elsewhere. */
export type Rise = { readonly at: number; readonly cents: number; readonly here: boolean }

/** One day of the local calendar. */
export type HistoryDay = {
  /** The start of the day, or the first reading if that was later. */
  readonly from: number
  readonly to: number
  readonly spentCents: number
  readonly addedCents: number
  /** Spendable at the last reading of the day; null when there was none. */
  readonly leftCents: number | null
  /** Total length of the gaps in the day. */
  readonly unreadMs: number
}

export type HistoryView = {
  readonly range: HistoryRange
  readonly from: number
  readonly to: number
  /** Oldest first, at most 500. */
  readonly points: readonly HistoryPoint[]
  /** Intervals without readings. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[]
  readonly rises: readonly Rise[]
  /** Newest first. */
  readonly days: readonly HistoryDay[]
  readonly spentCents: number
}

export type AlertKind = 'spendable' | 'days-left' | 'spending'

/** An alert whose condition is met now. */
export type Alert = { readonly kind: AlertKind; readonly since: number }

/** A change on the server that is in progress. One at a time for each organisation. */
export type KeysOperation =
  | { readonly kind: 'new-app'; readonly name: string }
  | { readonly kind: 'delete-app'; readonly appId: string; readonly name: string }
  | { readonly kind: 'new-key'; readonly appId: string; readonly name: string }
  | { readonly kind: 'delete-key'; readonly keyId: string; readonly name: string }
  | { readonly kind: 'rotate-key'; readonly keyId: string; readonly name: string }

/** Summary of apps and keys; the lists themselves come by `keys.read`. */
export type KeysSummary = {
  /** Increases with every change of the apps or the ledger. */
  readonly revision: number
  /** Keys in the ledger that are not known to be deleted. */
  readonly keys: number
  /** Keys older than the limit that the user set. */
  readonly rotateDue: number
  /** Keys whose creation or rotation isn't settled: the user has to look, or to finish it. */
  readonly unfinished: number
  readonly loading: boolean
  /** When the apps were last listed; null before the first time. */
  readonly listedAt: number | null
  /** Why the last listing failed. */
  readonly trouble: Failure | null
  readonly operation: KeysOperation | null
  /** The last change that failed, until the next change or until it is dismissed. */
  readonly failed: null | { readonly operation: KeysOperation; readonly failure: Failure }
}

export type KeyRow = {
  /** Identifies the row in the ledger; not the server's id. */
  readonly keyId: string
  readonly name: string
  /** As the server masked it. */
  readonly masked: string | null
  readonly createdAt: number
  readonly createdBy: string | null
  readonly rotateDue: boolean
  /** Set when the row came from a file: its names may be anything, the server's id says which key it is. */
  readonly imported: null | { readonly apiKeyId: string | null }
  readonly status:
    | { readonly kind: 'alive' }
    /** The server no longer lists the app, or no longer has the key. */
    | { readonly kind: 'deleted-elsewhere' }
    /** The response was lost: a key with that name may exist. */
    | { readonly kind: 'unknown' }
    /** Half rotated: the new key exists, and this old one still works. */
    | { readonly kind: 'replaced'; readonly by: string }
}

export type AppRow = {
  readonly appId: string
  readonly name: string
  /** False: the server no longer lists it; only the ledger still has keys of it. */
  readonly listed: boolean
  /** Those that need an action first, then the newest. */
  readonly keys: readonly KeyRow[]
}

export type AppsAndKeys = {
  readonly apps: readonly AppRow[]
  /** Whether the server's list has been read: until then, an empty list doesn't mean that there are no apps. */
  readonly listed: boolean
}

/** The secret of a key that was just created, masked: the value leaves main only when the user clicks. */
export type PendingSecret = {
  readonly organisationId: string
  readonly organisationName: string
  readonly appName: string
  readonly keyName: string
  /** All but the last four characters are hidden. */
  readonly masked: string
  readonly copiedAt: number | null
  /** When the clipboard is cleared, if it still holds the secret. */
  readonly clearsAt: number | null
  /** The clipboard couldn't be read back, so it isn't cleared: it may hold something else by now. */
  readonly clipboardUnverified: boolean
  /** The name of the file that it was last saved to. */
  readonly savedAs: string | null
  /** When main drops it automatically: some time after it was copied or saved. */
  readonly expiresAt: number | null
}
