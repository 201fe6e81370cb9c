/**
 * What the app shows, whole. Window, tray and notifications are functions of this, so they can't disagree.
 * Times are epoch milliseconds (`…At`, `…Until`), money is cents and may be fractional.
 * No token, device code or raw key is ever in here.
 */
import type {
  Alert,
  Balance,
  HistorySummary,
  KeysOperation,
  KeysSummary,
  PendingSecret,
  TopUp,
} from './account.ts'
import type { Failure } from './failure.ts'
import type { DisplayLanguage, Limits, Settings, SystemInfo } from './settings.ts'
import type { UpdatedBy, Updates } from './updates.ts'

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
  readonly settings: Settings
  /** The one that is spoken now; the window loads itself anew for another one. */
  readonly language: DisplayLanguage
  readonly systemInfo: SystemInfo
  /** A key was made whose secret has been neither put away nor dropped. One at a time. */
  readonly secret: PendingSecret | null
  readonly toasts: readonly Toast[]
  readonly updates: Updates | null
  readonly diagnostics: DiagnosticsState
  readonly proxy: ProxyState
}

export type ProxyState = {
  /** A proxy answered 407 and its password isn't known, so nothing behind it can be reached. */
  readonly challenge: null | {
    readonly id: number
    /** Host and port. */
    readonly proxy: string
    /** As the proxy names itself (RFC 9110 11.5); may be empty. */
    readonly realm: string
    /** The last one that was given, if any. */
    readonly username: string | null
    /** The last one was not taken. */
    readonly refused: boolean
    /** Where a password would be stored; null until the keyring was asked. */
    readonly keeping: SavedProxyPassword['keeping'] | null
  }
  readonly saved: readonly SavedProxyPassword[]
}

export type SavedProxyPassword = {
  readonly id: number
  readonly proxy: string
  readonly username: string
  readonly keeping: 'encrypted' | 'memory'
}

/** The text itself comes by `diagnostics.read`. */
export type DiagnosticsState = {
  /** Grows with every finding: the text is to be read again. */
  readonly revision: number
  /** The network is being checked. */
  readonly checking: boolean
}

export type Server = {
  /** Host, with port if not the usual one, as the user should read it. */
  readonly platformHost: string
  /** False: another server than Parallel's, which the window says in a banner. */
  readonly isDefault: boolean
}

/** Where the user is. `sign-in` is before and beside all others. */
export type Screen = 'sign-in' | 'overview' | 'keys' | 'activity' | 'session' | 'settings'

export type View = {
  readonly screen: Screen
  /** The organisation on screen; none before the first sign-in. */
  readonly organisationId: string | null
  readonly dialog: Dialog | null
}

/** What lies over the screen. A pending secret goes before all of them. */
export type Dialog =
  /** Which program this is, and the licences of what it is made of. */
  | { readonly kind: 'about' }
  /** How and where tokens are kept. */
  | { readonly kind: 'keeping' }
  | { readonly kind: 'sign-out'; readonly organisationId: string }
  | { readonly kind: 'sign-out-everywhere' }
  /** Takes everything of this app off this computer. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'diagnostics' }
  /** A permission that the user left out, where it is needed. */
  | { readonly kind: 'allow'; readonly organisationId: string; readonly permission: Permission }
  | { readonly kind: 'top-up'; readonly organisationId: string }
  | { readonly kind: 'new-app'; readonly organisationId: string }
  | { readonly kind: 'delete-app'; readonly organisationId: string; readonly appId: string }
  | { readonly kind: 'new-key'; readonly organisationId: string; readonly appId: string | null }
  | { readonly kind: 'delete-key'; readonly organisationId: string; readonly keyId: string }
  | { readonly kind: 'rotate-key'; readonly organisationId: string; readonly keyId: string }
  /** A file of another computer was read, and waits for the user's word. */
  | { readonly kind: 'import'; readonly preview: ImportPreview }
  /** User name and password for the proxy that asks. */
  | { readonly kind: 'proxy-password' }
  /** Quitting would lose a secret, or an answer that is waited for. */
  | { readonly kind: 'quit' }

/** What a file of `data.export` holds. */
export type ImportPreview = {
  readonly file: string
  readonly madeAt: number
  readonly settings: boolean
  readonly keys: number
  readonly readings: number
  readonly organisations: number
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
      readonly canPersist: boolean
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
  /** From when on the balance counts as old: three refreshes were missed by then. Null before the first reading. */
  readonly staleAt: number | null
  /** The last reading failed, and since when nothing fresh could be had; null when all is well. */
  readonly trouble: { readonly failure: Failure; readonly since: number } | null
  readonly session: Session
  /** Just signed in: "Not yours? Sign out" is shown until it is dismissed. */
  readonly arrived: null | {
    /** The organisation that was to be signed in again, when the person chose another one in the browser. */
    readonly insteadOf: string | null
  }
  readonly limits: Limits
  /** Those that hold now, the most urgent first. */
  readonly alerts: readonly Alert[]
  /** "Not today": no notices of this organisation until then. */
  readonly snoozedUntil: number | null
  readonly topUp: TopUp
  /** Added here since the local midnight, whatever became of the answer. */
  readonly addedTodayCents: number
  readonly history: HistorySummary
  readonly keys: KeysSummary
}

export type Session =
  | {
      readonly kind: 'active'
      readonly keeping: Keeping
      /** When the newest tokens came: the access token and the refresh token have lasted since. */
      readonly renewedAt: number
      readonly accessUntil: number
      /** When the refresh token ends, if the server said so. */
      readonly signInUntil: number | null
      /** When the person approved. */
      readonly authorizedAt: number
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
  /** When the server is told again; null while it is being told, or when that has to wait for the keyring. */
  readonly nextTryAt: number | null
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
  /** The run before this one ended by a mistake of ours. */
  | { readonly kind: 'crashed'; readonly at: number }
  /** The window's process ended; it was made again. */
  | { readonly kind: 'window-rebuilt' }
  /** A newer version waits; `by` null: for a restart or the end of this run. */
  | { readonly kind: 'update'; readonly version: string; readonly by: UpdatedBy | null }

/** The outcome of something that the user has asked for, said in passing. */
export type Toast = {
  readonly id: number
  readonly says:
    | { readonly kind: 'app-created'; readonly name: string }
    | { readonly kind: 'app-deleted'; readonly name: string }
    | { readonly kind: 'key-deleted'; readonly name: string }
    | { readonly kind: 'key-rotated'; readonly name: string }
    | { readonly kind: 'added'; readonly cents: number; readonly spendableCents: number }
    /** "Not today", with Undo. */
    | { readonly kind: 'snoozed'; readonly organisationId: string }
    | { readonly kind: 'exported'; readonly file: string }
    | { readonly kind: 'imported'; readonly keys: number; readonly readings: number }
    | { readonly kind: 'signed-out'; readonly organisations: number }
    /** A restart that was asked for would cut something off. */
    | { readonly kind: 'update-waits' }
    /** What was asked for didn't happen; stays until it is dismissed. */
    | {
        readonly kind: 'failed'
        readonly operation: KeysOperation['kind'] | 'export' | 'import' | 'sign-out'
        /** Of what it was about: a key, an app, a file, an organisation. */
        readonly name: string
        readonly failure: Failure
      }
}
