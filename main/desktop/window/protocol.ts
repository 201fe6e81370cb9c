/** Serves the window's files over a custom scheme, and blocks everything else in its session. */
import { readFile } from 'node:fs/promises'
import { type Protocol, type ProtocolRequest, type ProtocolResponse, type Session, session } from 'electron'
import { reached } from '../start/timeline.ts'
import { appFile, appScheme, isAppAddress, pageAddress } from './app-address.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const deniedFeatures = [
  'accelerometer',
  'camera',
  'clipboard-read',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]

const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // A DNS lookup can leak data, too.
  'X-DNS-Prefetch-Control': 'off',
  'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  'Cache-Control': 'no-store',
}

/** An unreachable proxy: nothing can listen on port 0. */
const unreachableProxy = 'socks5://127.0.0.1:0'

/** Call it before the app is ready. */
export function registerAppScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true } }])
}

export type WindowSessionOptions = {
  /** Holds `index.html`. */
  readonly folder: string
  /** Lets the developer tools load their files; false in a packaged app. */
  readonly devTools: boolean
}

export type WindowSession = {
  readonly session: Session
  /** Resolves when a window asks for its page for the first time. */
  readonly pageRequested: Promise<void>
}

/** The window's in-memory session, which loads only the app's files. Call it only after the app is ready. */
export function openWindowSession({ folder, devTools }: WindowSessionOptions): WindowSession {
  let onPage = (): void => {}
  const pageRequested = new Promise<void>((resolve) => {
    onPage = resolve
  })
  const windowSession = session.fromPartition('window')
  // Not `protocol.handle`: loading the fetch API it needs takes as long as loading the page.
  windowSession.protocol.registerBufferProtocol(appScheme, (request, answer) => {
    void serve(folder, request).then(answer)
    if (request.url === pageAddress) onPage()
  })
  windowSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  windowSession.setPermissionCheckHandler(() => false)
  windowSession.setDevicePermissionHandler(() => false)
  // The request filter below doesn't see preconnects and WebRTC.
  void windowSession.setProxy({
    mode: 'fixed_servers',
    proxyRules: unreachableProxy,
    proxyBypassRules: '<-loopback>',
  })
  windowSession.on('will-download', (event) => event.preventDefault())
  windowSession.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !(isAppAddress(url) || (devTools && url.startsWith('devtools:'))) })
  })
  return { session: windowSession, pageRequested }
}

async function serve(folder: string, request: ProtocolRequest): Promise<ProtocolResponse> {
  if (request.method !== 'GET') return refusal(405)
  const file = appFile(folder, request.url)
  if (file === null) return refusal(404)
  reached(file.path.endsWith('.html') ? 'html' : 'files')
  try {
    const headers = { ...securityHeaders, 'Content-Type': file.mimeType }
    return { data: await readFile(file.path), headers }
  } catch {
    return refusal(404)
  }
}

function refusal(statusCode: number): ProtocolResponse {
  return { statusCode, data: Buffer.alloc(0), headers: { ...securityHeaders, 'Content-Type': 'text/plain' } }
}
