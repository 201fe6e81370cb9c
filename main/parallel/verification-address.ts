/**
 * Whether an address that the server named may be shown as the place to approve, and opened.
 * RFC 8628 5.4 names the danger: a look-alike page that collects approvals.
 */
import { failed, ok, type Result } from '../../preload/contract/index.ts'
import { parallelEndpoints } from './endpoints.ts'
import { failure } from './failures.ts'

const longest = 2048

/** Exactly `localhost`, 127.0.0.0/8 and `[::1]`. The host must come from a parsed URL. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

export type VerificationAddress = {
  readonly uri: string
  readonly complete: string
  /** The host, when it is not the platform's own: opened only after the user has seen it. */
  readonly foreignHost: string | null
}

/**
 * @param complete `verification_uri_complete`, or undefined when the server sent none
 * @returns a `server` failure for an address that must not even be offered
 */
export function checkVerificationAddress(
  platformUrl: string,
  uri: string,
  complete: string | undefined,
): Result<VerificationAddress> {
  const platform = new URL(platformUrl)
  const parsed = acceptable(platform, uri)
  if (parsed === null) return failed(failure('server', 'The server named an unusable verification address.'))
  const whole = acceptable(platform, complete ?? uri)
  // The complete form may only add the code: another origin there would be a second, unseen address.
  const usable = whole !== null && whole.origin === parsed.origin ? whole : parsed
  return ok({
    uri: parsed.href,
    complete: usable.href,
    foreignHost: isOwnHost(platform, parsed) ? null : parsed.host,
  })
}

function acceptable(platform: URL, address: string): URL | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  // Measured as it is used: percent-encoding makes some addresses much longer.
  if (url.href.length > longest) return null
  if (url.username !== '' || url.password !== '') return null
  if (url.protocol === 'https:') return url
  const loopback = isLoopbackHost(url.hostname) && isLoopbackHost(platform.hostname)
  return url.protocol === 'http:' && loopback ? url : null
}

/**
 * The platform's host itself, or one under its registrable domain. That domain is known for Parallel's own
 * server only; for any other the host has to be the very same or lie below it.
 */
function isOwnHost(platform: URL, url: URL): boolean {
  if (url.host === platform.host) return true
  if (url.protocol !== 'https:' || url.port !== platform.port) return false
  const isParallel = platform.origin === parallelEndpoints.platformUrl
  const domain = isParallel ? 'parallel.ai' : platform.hostname
  return url.hostname === domain || url.hostname.endsWith(`.${domain}`)
}
