/**
 * The one shape in which anything that went wrong travels through the app: values, not exceptions.
 * What the user reads is chosen by `kind` in `words/`; `message` is for the log and for details.
 */
export type FailureKind =
  /** No connection: refused, unreachable, no name resolution, dropped or cut off on the way. */
  | 'offline'
  | 'timeout'
  /** The certificate was not accepted. */
  | 'tls'
  /** The system's proxy didn't connect: it can't be reached, or refuses to. */
  | 'proxy'
  /** The proxy wants a password that isn't known, or took none of what was sent. */
  | 'proxy-auth'
  /** 5xx, or a reply that broke the contract. */
  | 'server'
  /** Not the service's form, such as a page where JSON was due: a gateway, a proxy, a captive portal answered. */
  | 'not-json'
  /** A redirect, which is refused: a bearer token must not follow it. */
  | 'redirected'
  | 'rate-limited'
  /** The person said no (RFC 8628 3.5 `access_denied`). */
  | 'denied'
  /** The device code ran out (RFC 8628 3.5 `expired_token`). */
  | 'expired'
  /** The server has forgotten this installation (`invalid_client`). */
  | 'unknown-client'
  /** The grant has ended; only a new sign-in helps. */
  | 'signed-out'
  /** The access token was not accepted (RFC 6750 3.1). */
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'declined'
  | 'invalid'
  /** A file that was chosen isn't one that this app can read. */
  | 'bad-file'
  /** The disk or the keyring. */
  | 'storage'
  | 'keyring'
  /** The system opened no browser. */
  | 'browser'
  /** The clipboard took nothing. */
  | 'clipboard'
  /** The same command is still running. */
  | 'busy'
  | 'cancelled'
  /** A mistake of ours. */
  | 'bug'

/** Why a certificate, or what was agreed on with it, was not accepted, as far as that changes what helps. */
export type TlsCause = 'authority' | 'name' | 'date' | 'revoked' | 'protocol'

export type Failure = {
  readonly kind: FailureKind
  /** For the log and for details; cleaned, never holds a secret. */
  readonly message: string
  /** Whether the same request may succeed later without anybody changing anything. */
  readonly retryable: boolean
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs?: number
  /** What support can look up; of a file that was set aside, its name. */
  readonly reference?: string
  /** Of `tls`, when it is known. */
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
