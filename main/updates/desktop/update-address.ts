import { isLoopbackHost } from '../../parallel/verification-address.ts'

/**
 * Whether the updater may request the address. The feed may redirect to any host, as release pages do, but only over
 * HTTPS; plain HTTP is for tests, on this computer.
 */
export function isUpdateAddressAllowed(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname))
}
