/** Where requests for updates may go. */
import { isLoopbackHost } from '../../parallel/verification-address.ts'

/**
 * The feed may send a download elsewhere, as release pages do, but never out of the encryption. Without it only to this
 * very computer, which is for tests.
 */
export function mayAsk(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname))
}
