/** Adds the APIs that Electron 22 (Node 16) lacks, beyond the usual polyfill. Only for the tests under Wine. */
const { Blob } = require('node:buffer')
const { app } = require('electron')

globalThis.Blob ??= Blob
AbortSignal.any ??= (signals) => {
  const controller = new AbortController()
  for (const signal of signals) {
    const abort = () => controller.abort(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true, signal: controller.signal })
  }
  return controller.signal
}
URL.canParse ??= (url, base) => {
  try {
    return Boolean(new URL(url, base))
  } catch {
    return false
  }
}
app.setToastActivatorCLSID ??= () => {}

require('../electron-polyfill/polyfill.cjs')
