/**
 * What the app shows, whole. Window, tray and notifications are functions of this, so they can't disagree.
 * Times are epoch milliseconds (`…At`, `…Until`), money is cents and may be fractional.
 * No token, device code or raw key is ever in here.
 */
import type { Failure } from './failure.ts'

export type AppState = {
  /** Grows with every change; a window ignores what is older than what it has. */
  readonly revision: number
  readonly appVersion: string
  /** Where this app keeps its files, for people who want to look. */
  readonly folder: string
  readonly server: Server
  /** What was kept is still being opened, so it isn't known yet who is signed in. */
  readonly restoring: boolean
  readonly view: View
  readonly signIn: SignIn
  /** In the order of their first sign-in. */
  readonly organisations: readonly Organisation[]
  /** Sign-outs that the server hasn't confirmed yet: the grant may still be alive there. */
  readonly pendingSignOuts: readonly PendingSignOut[]
  readonly notices: readonly Notice[]
}

export type Server = {
  /** Host, with port if not the usual one, as the user should read it. */
  readonly platformHost: string
  /** False: another server than Parallel's, which the window says in a banner. */
  readonly isDefault: boolean
}

export type View = {
  readonly screen: 'sign-in' | 'overview'
  /** The organisation on screen; none before the first sign-in. */
  readonly organisationId: string | null
  readonly dialog:
    | null
    | { readonly kind: 'sign-out'; readonly organisationId: string }
    /** How and where tokens are kept. */
    | { readonly kind: 'keeping' }
}

/** What a user lets the app do; each stands for several scopes (`main/sign-in/permissions.ts`). */
export type Permission = 'see' | 'manage' | 'add-money'

/** Where a sign-in is kept. `plain`: on disk, but with a key anybody can know. */
export type Keeping = 'encrypted' | 'plain' | 'memory'

export type SignIn =
  | { readonly kind: 'idle' }
  /** No keyring: asked before the person approves anything. */
  | {
      readonly kind: 'consent'
      /** False: this system can't even encrypt with a key that anybody knows, so memory is all there is. */
      readonly mayPersist: boolean
    }
  | { readonly kind: 'starting'; readonly permissions: readonly Permission[] }
  | WaitingForApproval
  /** Approved; said to be done only when the tokens are safely kept. */
  | { readonly kind: 'storing'; readonly organisationName: string; readonly keeping: Keeping }
  | {
      readonly kind: 'ended'
      readonly failure: Failure
      readonly permissions: readonly Permission[]
      /** The organisation that was to be signed in again, if any. */
      readonly again: string | null
      /** The code that is of no use any more, if there was one, and how long it was valid. */
      readonly userCode: string | null
      readonly lifetimeMs: number | null
    }

export type WaitingForApproval = {
  readonly kind: 'waiting'
  readonly userCode: string
  readonly verificationUri: string
  readonly verificationUriComplete: string
  /** Set when the address is not on the platform's own domain: opened only after the user said so. */
  readonly foreignHost: string | null
  readonly permissions: readonly Permission[]
  readonly startedAt: number
  readonly expiresAt: number
  readonly lastCheckedAt: number | null
  readonly nextCheckAt: number
  /** Why the last check brought no answer; the waiting goes on. */
  readonly trouble: Failure | null
  readonly browserOpened: boolean
  /** The browser could not be opened: copy the link instead. */
  readonly browserFailed: boolean
}

export type Organisation = {
  readonly id: string
  readonly name: string
  readonly permissions: readonly Permission[]
  readonly balance: Balance | null
  readonly refreshing: boolean
  /** The last reading failed, and since when nothing fresh could be had; null when all is well. */
  readonly trouble: { readonly failure: Failure; readonly since: number } | null
  readonly session: Session
  /** Just signed in: "Not yours? Sign out" is shown until it is dismissed. */
  readonly arrived: null | {
    /** The organisation that was to be signed in again, when the person chose another one in the browser. */
    readonly insteadOf: string | null
  }
}

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

export type Session =
  | {
      readonly kind: 'active'
      readonly keeping: Keeping
      readonly accessUntil: number
      /** When the refresh token ends, if the server said so. */
      readonly signInUntil: number | null
      /** When the whole authorization ends, if the server said so. */
      readonly authorizationUntil: number | null
      /** The newest tokens are only in memory so far because writing them failed; it is tried again. */
      readonly unsaved: Failure | null
    }
  /** The server ended the grant. */
  | { readonly kind: 'sign-in-again'; readonly since: number }
  /** The tokens are on the disk, but the keyring doesn't open them now. */
  | { readonly kind: 'unreadable'; readonly since: number }
  | { readonly kind: 'signing-out' }

export type PendingSignOut = {
  readonly organisationId: string
  readonly organisationName: string
  readonly since: number
  /** When the grant ends by itself, if known. */
  readonly until: number | null
}

/** Things to be said once. Dismissed by the user, or gone with their cause. */
export type Notice =
  /** The window was closed for the first time; the app lives on in the tray. */
  | { readonly kind: 'lives-in-tray' }
  /** There is no tray here; the window stays the way in. */
  | { readonly kind: 'no-tray' }
  /** A file could not be read and was set aside. */
  | { readonly kind: 'file-set-aside'; readonly file: string }
  | { readonly kind: 'storage'; readonly failure: Failure }
