/**
 * The complete state that the app shows. Window, tray and notifications are functions of it, so they can't disagree.
 * Times are epoch milliseconds (`…At`, `…Until`); money is in cents and may be fractional.
 * It never holds a token, a device code or the secret of a key.
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
  /** Increases with every change; a window ignores a state that is older than the one it has. */
  readonly revision: number
  readonly appVersion: string
  /** The folder of the app's files, for users who want to look. */
  readonly folder: string
  readonly server: Server
  /** It isn't known yet who is signed in; for milliseconds. */
  readonly restoring: boolean
  /** The keyring hasn't decrypted the tokens of the stored sign-ins yet; everything else of them is known. */
  readonly decrypting: boolean
  readonly view: View
  readonly signIn: SignIn
  /** In the order of the first sign-in. */
  readonly organisations: readonly Organisation[]
  /** Sign-outs that the server hasn't confirmed yet: the grant may still be valid there. */
  readonly pendingSignOuts: readonly PendingSignOut[]
  readonly notices: readonly Notice[]
  readonly settings: Settings
  /** The language that is shown; the window reloads when it changes. */
  readonly language: DisplayLanguage
  readonly systemInfo: SystemInfo
  /** The secret of a key that was just created, until it is dismissed or dropped. One at a time. */
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
    /** The user name of the last attempt, if any. */
    readonly username: string | null
    /** The proxy refused the last password. */
    readonly refused: boolean
    /** Where a password would be stored; null until the keyring was queried. */
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

/** The text itself is queried with `diagnostics.read`. */
export type DiagnosticsState = {
  /** Increases with every result: the window then reads the text again. */
  readonly revision: number
  /** The network is being checked. */
  readonly checking: boolean
}

export type Server = {
  /** Host, with the port unless it is the default one, as shown to the user. */
  readonly platformHost: string
  /** False: not Parallel's server, which a banner in the window shows. */
  readonly isDefault: boolean
}

/**
 * The screen that is shown. `sign-in` comes before all others, and stays reachable beside them. `all` shows every
 * organisation, and exists only while there are at least two.
 */
export type Screen = 'sign-in' | 'all' | 'overview' | 'keys' | 'activity' | 'session' | 'settings'

export type View = {
  readonly screen: Screen
  /** The current organisation; null before the first sign-in. */
  readonly organisationId: string | null
  readonly dialog: Dialog | null
}

/** The dialog over the screen. A pending secret takes precedence over all of them. */
export type Dialog =
  /** Versions and licences. */
  | { readonly kind: 'about' }
  /** How and where tokens are stored. */
  | { readonly kind: 'keeping' }
  | { readonly kind: 'sign-out'; readonly organisationId: string }
  | { readonly kind: 'sign-out-everywhere' }
  /** Deletes everything of this app from this computer. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'diagnostics' }
  /** Asks for a permission that the user left out and that an action needs. */
  | { readonly kind: 'allow'; readonly organisationId: string; readonly permission: Permission }
  | { readonly kind: 'top-up'; readonly organisationId: string }
  | { readonly kind: 'new-app'; readonly organisationId: string }
  | { readonly kind: 'delete-app'; readonly organisationId: string; readonly appId: string }
  | { readonly kind: 'new-key'; readonly organisationId: string; readonly appId: string | null }
  | { readonly kind: 'delete-key'; readonly organisationId: string; readonly keyId: string }
  | { readonly kind: 'rotate-key'; readonly organisationId: string; readonly keyId: string }
  /** A file of another computer was read, and the user has to confirm the import. */
  | { readonly kind: 'import'; readonly preview: ImportPreview }
  /** User name and password for the proxy's challenge. */
  | { readonly kind: 'proxy-password' }
  /** Quitting would lose a secret, or the answer to a request in flight. */
  | { readonly kind: 'quit' }

/** The contents of a file that `data.export` wrote. */
export type ImportPreview = {
  readonly file: string
  readonly madeAt: number
  readonly settings: boolean
  readonly keys: number
  readonly readings: number
  readonly organisations: number
}

/** All changes by an import, for each organisation; queried with `import.read`. */
export type ImportContents = readonly {
  readonly id: string
  readonly name: string
  /** The limits that differ. `isKept`: the local value stays, since a file never raises it. */
  readonly limits: readonly {
    readonly limit: keyof Limits
    readonly here: number | null
    readonly inFile: number | null
    readonly isKept: boolean
  }[]
  /** `isDeleted`: deleted on the other computer, so it is removed from the list here. */
  readonly keys: readonly {
    readonly keyId: string
    readonly name: string
    readonly appName: string
    readonly apiKeyId: string | null
    readonly isDeleted: boolean
  }[]
}[]

/** What the user allows the app to do; each stands for several OAuth scopes (`permissions.ts`). */
export type Permission = 'see' | 'manage' | 'add-money'

/** How tokens are stored. `plain`: on the disk, encrypted with a key that is publicly known. */
export type Keeping = 'encrypted' | 'plain' | 'memory'

export type SignIn =
  | { readonly kind: 'idle' }
  /** There is no keyring: the user chooses where to store the tokens before approving anything. */
  | {
      readonly kind: 'consent'
      /** False: this system can't even encrypt with a publicly known key, so only memory is left. */
      readonly canPersist: boolean
    }
  | { readonly kind: 'starting'; readonly permissions: readonly Permission[] }
  | WaitingForApproval
  /** Approved; complete only once the tokens are stored. */
  | { readonly kind: 'storing'; readonly organisationName: string; readonly keeping: Keeping }
  | {
      readonly kind: 'ended'
      readonly failure: Failure
      readonly permissions: readonly Permission[]
      /** The organisation that the user wanted to sign in to again, if any. */
      readonly again: string | null
      /** The code that is no longer valid, if there was one, and how long it was. */
      readonly userCode: string | null
      readonly lifetimeMs: number | null
    }

export type WaitingForApproval = {
  readonly kind: 'waiting'
  readonly userCode: string
  readonly verificationUri: string
  readonly verificationUriComplete: string
  /** Set when the address is not on the platform's own domain: it is opened only after the user agreed. */
  readonly foreignHost: string | null
  readonly permissions: readonly Permission[]
  readonly startedAt: number
  readonly expiresAt: number
  readonly lastCheckedAt: number | null
  readonly nextCheckAt: number
  /** Why the last poll failed; polling continues. */
  readonly trouble: Failure | null
  readonly browserOpened: boolean
  /** The browser could not be opened, so the user has to copy the link. */
  readonly browserFailed: boolean
}

export type Organisation = {
  readonly id: string
  readonly name: string
  readonly permissions: readonly Permission[]
  readonly balance: Balance | null
  readonly refreshing: boolean
  /** When the balance becomes stale: three refreshes are overdue by then. Null before the first reading. */
  readonly staleAt: number | null
  /** Why the last reading failed, and since when readings have failed; null when the last one succeeded. */
  readonly trouble: { readonly failure: Failure; readonly since: number } | null
  readonly session: Session
  /** Just signed in: "Not yours? Sign out" is shown until the user dismisses it. */
  readonly arrived: null | {
    /** The organisation that the user wanted to sign in to again, when another one was chosen in the browser. */
    readonly insteadOf: string | null
  }
  readonly limits: Limits
  /** The alerts that are met now, the most urgent first. */
  readonly alerts: readonly Alert[]
  /** "Mute today": no notifications about this organisation until then. */
  readonly snoozedUntil: number | null
  readonly topUp: TopUp
  /** Added here since local midnight, including top-ups of unknown outcome. */
  readonly addedTodayCents: number
  readonly history: HistorySummary
  readonly keys: KeysSummary
}

export type Session =
  | {
      readonly kind: 'active'
      readonly keeping: Keeping
      /** When the current access and refresh tokens were issued. */
      readonly renewedAt: number
      readonly accessUntil: number
      /** When the refresh token expires, if the server said so. */
      readonly signInUntil: number | null
      /** When the user approved. */
      readonly authorizedAt: number
      /** When the authorization expires, if the server said so. */
      readonly authorizationUntil: number | null
      /** Why the current tokens couldn't be written: they are only in memory, and the write is retried. */
      readonly unsaved: Failure | null
    }
  /** The server ended the grant. */
  | { readonly kind: 'sign-in-again'; readonly since: number }
  /** The tokens are on the disk, but the keyring can't decrypt them now. */
  | { readonly kind: 'unreadable'; readonly since: number }
  | { readonly kind: 'signing-out' }

export type PendingSignOut = {
  readonly organisationId: string
  readonly organisationName: string
  readonly since: number
  /** When the grant expires, if known. */
  readonly until: number | null
  /** When the revocation is retried; null while it is in flight, or when it has to wait for the keyring. */
  readonly nextTryAt: number | null
}

/** Shown once, until the user dismisses it or its cause is gone. */
export type Notice =
  /** The window was closed for the first time; the app keeps running in the tray. */
  | { readonly kind: 'lives-in-tray' }
  /** There is no tray here, so the window is never hidden. `closing`: what happens instead when it is closed. */
  | { readonly kind: 'no-tray'; readonly closing: 'minimises' | 'quits' }
  /** A file could not be read and was set aside. */
  | { readonly kind: 'file-set-aside'; readonly file: string }
  | { readonly kind: 'storage'; readonly failure: Failure }
  /** The previous run ended with an uncaught error. */
  | { readonly kind: 'crashed'; readonly at: number }
  /** The keyring hasn't decrypted the tokens yet; it may be asking for its password. */
  | { readonly kind: 'keyring-waits' }
  /** The renderer process ended, and the window was created again. */
  | { readonly kind: 'window-rebuilt' }
  /** A newer version is available; `by` null: it is installed by a restart or when the app quits. */
  | { readonly kind: 'update'; readonly version: string; readonly by: UpdatedBy | null }

/** The outcome of a command, shown for a moment. */
export type Toast = {
  readonly id: number
  readonly content:
    | { readonly kind: 'app-created'; readonly name: string }
    | { readonly kind: 'app-deleted'; readonly name: string }
    | { readonly kind: 'key-deleted'; readonly name: string }
    | { readonly kind: 'key-rotated'; readonly name: string }
    /** A row that the user took off the list, with Undo. */
    | {
        readonly kind: 'key-forgotten'
        readonly organisationId: string
        readonly keyId: string
        readonly name: string
      }
    | { readonly kind: 'added'; readonly cents: number; readonly spendableCents: number }
    /** "Mute today", with Undo. */
    | { readonly kind: 'snoozed'; readonly organisationId: string }
    | { readonly kind: 'exported'; readonly file: string }
    | { readonly kind: 'imported'; readonly keys: number; readonly readings: number }
    | { readonly kind: 'signed-out'; readonly organisations: number }
    /** The restart for an update has to wait, as it would interrupt something. */
    | { readonly kind: 'update-waits' }
    /** Stays until the user dismisses it. */
    | {
        readonly kind: 'failed'
        readonly operation: KeysOperation['kind'] | 'export' | 'import' | 'sign-out'
        /** The name of the key, app, file or organisation. */
        readonly name: string
        readonly failure: Failure
      }
}
