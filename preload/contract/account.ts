/**
 * What is known of an organisation's account. Money is cents and may be fractional; times are epoch milliseconds.
 * What is large is not in the state: the window asks for it, and the state says by a revision when to ask again.
 */
import type { Failure } from './failure.ts'

export type Balance = {
  readonly creditCents: number
  /** Held for running tasks. */
  readonly heldCents: number
  /** Credit less what is held; may be below zero. */
  readonly spendableCents: number
  /** The organisation pays by invoice: the amounts mean nothing. */
  readonly invoiced: boolean
  readonly readAt: number
}

/** The one top-up of an organisation: under way, unknown, or ended and not yet put away. */
export type TopUp =
  | { readonly kind: 'none' }
  | { readonly kind: 'charging'; readonly amountCents: number; readonly askedAt: number }
  /** Nobody knows whether the card was charged. */
  | {
      readonly kind: 'unknown'
      readonly amountCents: number
      readonly askedAt: number
      /** The request is being sent again, with the same idempotency key. */
      readonly isRetrying: boolean
      /** When the app sends it again, and until when it goes on doing so; null: only when the user asks for it. */
      readonly autoRetry: null | { readonly nextAt: number; readonly until: number }
      /** Why the last retry brought no answer; null when there was none in this run. */
      readonly failure: Failure | null
    }
  /** Too old to be asked again safely: only the billing page of the console can tell. */
  | { readonly kind: 'too-old'; readonly amountCents: number; readonly askedAt: number }
  | {
      readonly kind: 'added'
      readonly amountCents: number
      readonly at: number
      readonly beforeCents: number | null
      readonly spendableCents: number
    }
  /** Certainly not charged. */
  | {
      readonly kind: 'not-charged'
      readonly amountCents: number
      readonly at: number
      readonly failure: Failure
    }

export type Forecast =
  /** `since`: the first reading there is. */
  | { readonly kind: 'not-enough'; readonly since: number | null }
  /** Nothing was spent in the days looked at. */
  | { readonly kind: 'no-spending'; readonly basisMs: number }
  | {
      readonly kind: 'known'
      /** Spent in a day at this pace. */
      readonly perDayCents: number
      /** How much time the pace rests on: a week at most. */
      readonly basisMs: number
      readonly runsOutAt: number
    }

/** What the readings kept on this computer say; the readings themselves come by `history.read`. */
export type HistorySummary = {
  /** Grows with what is kept. */
  readonly revision: number
  readonly readings: number
  readonly since: number | null
  /** Spendable now less spendable a day ago, top-ups included; null when that isn't known. */
  readonly sinceYesterdayCents: number | null
  readonly forecast: Forecast
}

export type HistoryRange = 'day' | 'week' | 'month' | 'year'

export type HistoryPoint = {
  readonly at: number
  readonly spendableCents: number
  readonly heldCents: number
}

/** A rise of the credit. `here`: by a top-up made with this app; else it was made elsewhere. */
export type Rise = { readonly at: number; readonly cents: number; readonly here: boolean }

/** One day of the local calendar. */
export type HistoryDay = {
  /** When it begins, or when reading began, if that was later. */
  readonly from: number
  readonly to: number
  readonly spentCents: number
  readonly addedCents: number
  /** Spendable at its last reading; null when nothing was read. */
  readonly leftCents: number | null
  /** How long nothing was read. */
  readonly unreadMs: number
}

export type HistoryView = {
  readonly range: HistoryRange
  readonly from: number
  readonly to: number
  /** Oldest first, 500 at most. */
  readonly points: readonly HistoryPoint[]
  /** Stretches in which nothing was read. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[]
  readonly rises: readonly Rise[]
  /** Newest first. */
  readonly days: readonly HistoryDay[]
  readonly spentCents: number
}

export type AlertKind = 'spendable' | 'days-left' | 'spending'

/** An alert whose condition holds now. */
export type Alert = { readonly kind: AlertKind; readonly since: number }

/** Something that is being changed on the server. One at a time for each organisation. */
export type KeysOperation =
  | { readonly kind: 'new-app'; readonly name: string }
  | { readonly kind: 'delete-app'; readonly appId: string; readonly name: string }
  | { readonly kind: 'new-key'; readonly appId: string; readonly name: string }
  | { readonly kind: 'delete-key'; readonly keyId: string; readonly name: string }
  | { readonly kind: 'rotate-key'; readonly keyId: string; readonly name: string }

/** What is said of apps and keys; they themselves come by `keys.read`. */
export type KeysSummary = {
  /** Grows with every change of the apps and of the ledger. */
  readonly revision: number
  /** Keys in the ledger that are alive, as far as is known. */
  readonly keys: number
  /** Keys older than the user wants them. */
  readonly rotateDue: number
  readonly loading: boolean
  /** When the apps were last listed; null before. */
  readonly listedAt: number | null
  /** Why they couldn't be listed. */
  readonly trouble: Failure | null
  readonly operation: KeysOperation | null
  /** The last change that failed, until the next one or until it is put away. */
  readonly failed: null | { readonly operation: KeysOperation; readonly failure: Failure }
}

export type KeyRow = {
  /** Of the row in the ledger, not the server's. */
  readonly keyId: string
  readonly name: string
  /** As the server masked it. */
  readonly masked: string | null
  readonly createdAt: number
  readonly createdBy: string | null
  readonly rotateDue: boolean
  readonly standing:
    | { readonly kind: 'alive' }
    /** The server doesn't know it any more. */
    | { readonly kind: 'deleted-elsewhere' }
    /** The answer was lost: a key of that name may exist. */
    | { readonly kind: 'unknown' }
    /** Half rotated: the new key is made, the old one (this) still works. */
    | { readonly kind: 'replaced'; readonly by: string }
}

export type AppRow = {
  readonly appId: string
  readonly name: string
  /** False: it isn't on the server's list any more, only keys of it in the ledger. */
  readonly listed: boolean
  /** What needs doing first, then the newest. */
  readonly keys: readonly KeyRow[]
}

export type AppsAndKeys = {
  readonly apps: readonly AppRow[]
  /** Whether the server's list is among them: without it nobody can say that there is none. */
  readonly listed: boolean
}

/** The secret of a key that was just made, without the secret: that never leaves main but by a click. */
export type PendingSecret = {
  readonly organisationId: string
  readonly organisationName: string
  readonly appName: string
  readonly keyName: string
  /** All but the last four characters hidden. */
  readonly masked: string
  readonly copiedAt: number | null
  /** When the clipboard is cleared, if it still holds the secret. */
  readonly clearsAt: number | null
  /** The clipboard couldn't be read back, so it is left as it is. */
  readonly clipboardLeft: boolean
  /** The name of the file that it was saved in, last. */
  readonly savedAs: string | null
  /** When it is dropped by itself: a while after it was copied or saved. */
  readonly dropsAt: number | null
}
