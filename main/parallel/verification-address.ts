/**
 * Checks the verification address of a sign-in before it is shown or opened, against look-alike pages that collect
 * approvals (RFC 8628 5.4).
 */
import { failed, ok, type Result } from '../../preload/contract/index.ts'
import { parallelEndpoints } from './endpoints.ts'
import { failure } from './failures.ts'

const maxLength = 2048

/** `localhost`, 127.0.0.0/8 and `[::1]`. The host must come from a parsed URL, which normalises it. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

export type VerificationAddress = {
  readonly uri: string
  readonly complete: string
  /** The host if it isn't the platform's own; it is opened only after the user has confirmed it. */
  readonly foreignHost: string | null
}

/**
 * @param complete `verification_uri_complete`, or undefined when the server sent none
 * @returns a `server` failure for an address that must not be shown at all
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
  // The complete address may only add the code: the user wouldn't see that its origin differs.
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
  // The normalised address, as percent-encoding makes some addresses much longer.
  if (url.href.length > maxLength) return null
  if (url.username !== '' || url.password !== '') return null
  if (url.protocol === 'https:') return url
  const loopback = isLoopbackHost(url.hostname) && isLoopbackHost(platform.hostname)
  return url.protocol === 'http:' && loopback ? url : null
}

/**
 * Whether the host is the platform's or within its registrable domain. The domain is only known for Parallel's own
 * server; any other platform's domain is its host.
 */
function isOwnHost(platform: URL, url: URL): boolean {
  if (url.host === platform.host) return true
  if (url.protocol !== 'https:' || url.port !== platform.port) return false
  const isParallel = platform.origin === parallelEndpoints.platformUrl
  const domain = isParallel ? 'parallel.ai' : platform.hostname
  return url.hostname === domain || url.hostname.endsWith(`.${domain}`)
}
