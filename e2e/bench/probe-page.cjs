/** A preload script in both apps: notifies the probe after the first frame with the expected element. */
const { ipcRenderer } = require('electron')

const selector = process.env.BENCH_PAINTED

function check() {
  if (document.querySelector(selector) === null) return false
  requestAnimationFrame(() => {
    const afterFrame = new MessageChannel()
    afterFrame.port1.onmessage = () =>
      ipcRenderer.send('bench-painted', performance.timeOrigin + performance.now())
    afterFrame.port2.postMessage(null)
  })
  return true
}

const observer = new MutationObserver(() => {
  if (check()) observer.disconnect()
})
if (!check()) observer.observe(document, { childList: true, subtree: true })
