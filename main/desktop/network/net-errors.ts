/** Maps Chromium's network errors to failures. */
import type { Failure, FailureKind, TlsCause } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'

/** Errors without a connection, so nothing can have been sent. */
const neverConnected = new Set([
  'ERR_CONNECTION_REFUSED',
  'ERR_UNSAFE_PORT',
  'ERR_CONNECTION_FAILED',
  'ERR_CONNECTION_TIMED_OUT',
  'ERR_ADDRESS_INVALID',
  'ERR_ADDRESS_UNREACHABLE',
  'ERR_INTERNET_DISCONNECTED',
  'ERR_NAME_NOT_RESOLVED',
  'ERR_NAME_RESOLUTION_FAILED',
  'ERR_DNS_TIMED_OUT',
  'ERR_PROXY_CONNECTION_FAILED',
  'ERR_TUNNEL_CONNECTION_FAILED',
  'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
  'ERR_SSL_UNRECOGNIZED_NAME_ALERT',
])

/**
 * @param error the message or code of a failed request, such as `net::ERR_CONNECTION_REFUSED`
 * @param host names the server in the failure, without the rest of the address
 * @param isFreshConnection that the session had no open connection. Only then an error without a connection means
 *   that nothing was sent: Chromium resends a request on its own when a kept-alive connection breaks.
 */
export function failureOfNetError(error: string, host: string, isFreshConnection: boolean): Failure {
  const code = /\b(ERR_[A-Z0-9_]+)\b/.exec(error)?.[1] ?? 'ERR_FAILED'
  const nothingSent = isFreshConnection && (neverConnected.has(code) || code.startsWith('ERR_CERT_'))
  const cause = causeOf(code)
  return failure(kindOf(code), `net::${code} (${host})`, {
    ...(nothingSent ? { notSent: true } : {}),
    ...(cause === null ? {} : { cause }),
  })
}

/** Errors of the proxy, or of the script that selects it. */
const proxyErrors = new Set([
  'ERR_PROXY_CONNECTION_FAILED',
  'ERR_TUNNEL_CONNECTION_FAILED',
  'ERR_PROXY_CERTIFICATE_INVALID',
  'ERR_SOCKS_CONNECTION_FAILED',
  'ERR_SOCKS_CONNECTION_HOST_UNREACHABLE',
  'ERR_MANDATORY_PROXY_CONFIGURATION_FAILED',
  'ERR_PAC_SCRIPT_FAILED',
  'ERR_NO_SUPPORTED_PROXIES',
])

/** Null for TLS errors without a cause that the user could fix. */
function causeOf(code: string): TlsCause | null {
  if (code === 'ERR_CERT_AUTHORITY_INVALID' || code === 'ERR_CERT_KNOWN_INTERCEPTION_BLOCKED')
    return 'authority'
  if (code === 'ERR_CERT_COMMON_NAME_INVALID' || code === 'ERR_SSL_UNRECOGNIZED_NAME_ALERT') return 'name'
  if (code === 'ERR_CERT_DATE_INVALID') return 'date'
  if (code === 'ERR_CERT_REVOKED') return 'revoked'
  if (code === 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH' || code === 'ERR_SSL_OBSOLETE_VERSION') return 'protocol'
  return null
}

function kindOf(code: string): FailureKind {
  if (/^ERR_(CERT|SSL|BAD_SSL|CT)_/.test(code)) return 'tls'
  if (code.startsWith('ERR_PROXY_AUTH_')) return 'proxy-auth'
  if (proxyErrors.has(code)) return 'proxy'
  // A 407 from a server that isn't the configured proxy.
  if (code === 'ERR_UNEXPECTED_PROXY_AUTH') return 'not-json'
  if (code === 'ERR_TIMED_OUT' || code === 'ERR_CONNECTION_TIMED_OUT') return 'timeout'
  if (
    /^ERR_(INVALID_HTTP_RESPONSE|RESPONSE_HEADERS_|CONTENT_DECODING_|INVALID_CHUNKED|HTTP2_PROTOCOL)/.test(
      code,
    )
  ) {
    return 'server'
  }
  return 'offline'
}
