/** Adds what the app uses and Electron 22 (Node 16) lacks, besides what the usual polyfill adds. For the tests under Wine only. */
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
