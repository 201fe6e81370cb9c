/** The addresses of the window, `parallel-tray://app/…`, and the files behind them. */
import { join, normalize, sep } from 'node:path'

export const appScheme = 'parallel-tray'
const appOrigin = `${appScheme}://app`
export const pageAddress = `${appOrigin}/index.html`

const mimeTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
}

/** Whether an address belongs to the app's own pages. */
export function isAppAddress(address: string): boolean {
  try {
    const url = new URL(address)
    // Compared part by part, as Node returns no origin for an unknown scheme.
    return (
      url.protocol === `${appScheme}:` && url.host === 'app' && url.username === '' && url.password === ''
    )
  } catch {
    return false
  }
}

export type AppFile = { readonly path: string; readonly mimeType: string }

/** The file in `folder` for an address, or null if none may be served. */
export function appFile(folder: string, address: string): AppFile | null {
  if (!isAppAddress(address)) return null
  let path: string
  try {
    path = decodeURIComponent(new URL(address).pathname)
  } catch {
    return null
  }
  if (path === '/' || path === '') path = '/index.html'
  // None of the app's files has another name; others could leave the folder, by dot segments, drives or streams.
  if (!/^(\/[\w-][\w.-]*)+$/.test(path)) return null
  const mimeType = mimeTypes[path.split('.').at(-1) ?? '']
  const file = join(folder, path)
  if (mimeType === undefined || !file.startsWith(normalize(folder + sep))) return null
  return { path: file, mimeType }
}
