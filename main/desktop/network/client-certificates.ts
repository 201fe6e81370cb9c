import type { App } from 'electron'

/**
 * Presents no client certificate. Without a listener Electron sends the first one in the user's store to any server or
 * intercepting proxy that asks, and so tells it who the user is.
 */
export function refuseClientCertificates(app: App): void {
  app.on('select-client-certificate', (event, _contents, _url, _certificates, answer) => {
    event.preventDefault()
    answer()
  })
}
