/**
 * Expected failures are values of this type, not exceptions. `kind` selects the text for the user (`words/`); `message` is
 * for the log and for details.
 */

/** Properties of a kind of failure. */
export type FailureTrait =
  /** The same request may succeed later without a change. */
  | 'retryable'
  /** The same request would fail again, so the app doesn't retry it automatically. */
  | 'final'
  /** No response arrived, for whatever reason, so the network may be down. */
  | 'network'
  /** There may be no network link. Without one, not even the proxy can be resolved. */
  | 'no-link'
  /** The server may have processed the request. */
  | 'outcome-unknown'
  /**
   * The server refused the request without processing it. Not 409 (still in progress), 429 or any 5xx.
   */
  | 'refused'
  /** Proves that the token was valid. A rate limit doesn't, since it may precede the check of the token. */
  | 'token-accepted'
  /** Caused by the user: a second click, or a cancel. */
  | 'expected'

const unreachable = ['retryable', 'network', 'outcome-unknown'] as const
const refused = ['final', 'refused', 'token-accepted'] as const

const traitsByKind = {
  /** No connection: refused, unreachable, no name resolution, dropped or cut off on the way. */
  offline: [...unreachable, 'no-link'],
  timeout: unreachable,
  /** The certificate was not accepted. */
  tls: unreachable,
  /** The system's proxy didn't connect: it can't be reached, or refuses to. */
  proxy: [...unreachable, 'no-link'],
  /** The proxy requires an unknown password, or refused the known ones. */
  'proxy-auth': ['network', 'outcome-unknown'],
  /** 5xx, or a reply that doesn't match its schema. */
  server: ['retryable', 'outcome-unknown'],
  /** The reply is no JSON of the service: a gateway, a proxy or a captive portal answered. */
  'not-json': unreachable,
  /** A redirect. It isn't followed, as that would send the bearer token to another address. */
  redirected: unreachable,
  'rate-limited': ['retryable'],
  /** The user denied the request in the browser (RFC 8628 3.5 `access_denied`). */
  denied: [],
  /** The device code expired (RFC 8628 3.5 `expired_token`). */
  expired: [],
  /** The server no longer knows this client (RFC 6749 5.2 `invalid_client`). */
  'unknown-client': [],
  /** The grant has ended; only a new sign-in helps. */
  'signed-out': ['final'],
  /** The access token was not accepted (RFC 6750 3.1). */
  unauthorized: ['final', 'refused'],
  forbidden: refused,
  'not-found': refused,
  conflict: ['token-accepted'],
  declined: ['token-accepted'],
  invalid: refused,
  /** More than this app charges within 24 hours; nothing was sent. */
  'over-ceiling': ['final'],
  /** A file that was chosen isn't one that this app can read. */
  'bad-file': [],
  /** Another program holds the file that was to be written. */
  'file-in-use': ['retryable'],
  /** The disk. */
  storage: ['retryable'],
  keyring: ['retryable'],
  /** The system opened no browser. */
  browser: [],
  /** Another program has the global shortcut. */
  'shortcut-taken': [],
  /** The desktop offers no global shortcuts to apps. */
  'no-shortcuts': [],
  /** The text didn't reach the clipboard. */
  clipboard: [],
  /** The same command is still running. */
  busy: ['retryable', 'expected'],
  cancelled: ['outcome-unknown', 'expected'],
  /** A programming error in this app. */
  bug: ['final'],
} as const satisfies Record<string, readonly FailureTrait[]>

export type FailureKind = keyof typeof traitsByKind
export const failureKinds = Object.keys(traitsByKind) as readonly FailureKind[]

/** The one table of what a failure's kind means; no other place lists kinds. */
export function hasTrait({ kind }: Pick<Failure, 'kind'>, trait: FailureTrait): boolean {
  const traits: readonly FailureTrait[] = traitsByKind[kind]
  return traits.includes(trait)
}

/** Whether the server may have done what it was asked although the request failed. */
export function isOutcomeUnknown(failure: Failure): boolean {
  return hasTrait(failure, 'outcome-unknown') && failure.notSent !== true
}

/** Why the TLS connection was refused, as far as the user can do something different about it. */
export type TlsCause = 'authority' | 'name' | 'date' | 'revoked' | 'protocol'

export type Failure = {
  readonly kind: FailureKind
  /** For the log and for details; cleaned, never holds a secret. */
  readonly message: string
  /** Whether the same request may succeed later without a change. */
  readonly retryable: boolean
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs?: number
  /** The request id, for support; or the name that a file was set aside under. */
  readonly reference?: string
  /** Only of `tls`, when it is known. */
  readonly cause?: TlsCause
  /** True when it is certain that no byte of the request left this machine. */
  readonly notSent?: true
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function failed(failure: Failure): Result<never> {
  return { ok: false, failure }
}
