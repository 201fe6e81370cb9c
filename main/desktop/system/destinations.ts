/** The addresses of the window's links, and the check before any address is opened. */
import type { Destination } from '../../../preload/contract/index.ts'
import { isLoopbackHost } from '../../parallel/verification-address.ts'

const maxAddressLength = 2048

/** The service has one page for billing and settings; the help pages are public documentation of the system. */
export function destinationAddress(destination: Destination, platformUrl: string): string {
  switch (destination) {
    case 'console':
      return platformUrl
    case 'billing':
      return `${platformUrl}/settings`
    case 'status':
      return 'https://status.parallel.ai'
    case 'docs':
      return 'https://docs.parallel.ai'
    case 'keyring-help':
      return 'https://wiki.archlinux.org/title/GNOME/Keyring'
    case 'tray-help':
      return 'https://extensions.gnome.org/extension/615/appindicator-support/'
  }
}

/** The last check before an address is opened: only web pages, and unencrypted ones only on this computer. */
export function mayOpen(address: string, platformUrl: string): boolean {
  if (address.length > maxAddressLength) return false
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return false
  }
  if (url.username !== '' || url.password !== '' || url.hostname === '') return false
  if (url.protocol === 'https:') return true
  const isLocal = isLoopbackHost(url.hostname) && isLoopbackHost(new URL(platformUrl).hostname)
  return url.protocol === 'http:' && isLocal
}
