/** Loaded into both apps with `-r`: reports when a window is painted, and runs the benchmark's commands. */
const { join } = require('node:path')
const { performance } = require('node:perf_hooks')
const { app, BrowserWindow, ipcMain, powerMonitor } = require('electron')

const preload = join(__dirname, 'probe-page.cjs')
app.on('session-created', (session) => {
  if (session.registerPreloadScript) session.registerPreloadScript({ type: 'frame', filePath: preload })
  else session.setPreloads([preload])
})

const send = (message) => process.send(message)
/** The moments at which each window appeared; a window that isn't shown hasn't been painted. */
const shownAt = new WeakMap()
const paintedAt = new WeakMap()
function report(window) {
  const [shown, painted] = [shownAt.get(window), paintedAt.get(window)]
  if (shown !== undefined && painted !== undefined) send({ painted: Math.max(shown, painted) })
}
app.on('browser-window-created', (_event, window) => {
  if (window.isVisible()) shownAt.set(window, Date.now())
  window.on('show', () => {
    shownAt.set(window, Date.now())
    report(window)
  })
  window.on('hide', () => shownAt.delete(window))
})
ipcMain.on('bench-painted', (event, at) => {
  const window = BrowserWindow.fromWebContents(event.sender)
  // Electron shows a window without `show: false` before anything can listen.
  if (window.isVisible() && !shownAt.has(window)) shownAt.set(window, at)
  paintedAt.set(window, at)
  report(window)
})

/** The longest time that the event loop was blocked: the lesser of wall and processor time, in milliseconds. */
let block
function watchBlocks() {
  let before = { wall: performance.now(), cpu: process.cpuUsage() }
  block = { longest: 0, running: true }
  const watched = block
  const turn = () => {
    const { user, system } = process.cpuUsage(before.cpu)
    watched.longest = Math.max(
      watched.longest,
      Math.min(performance.now() - before.wall, (user + system) / 1000),
    )
    before = { wall: performance.now(), cpu: process.cpuUsage() }
    if (watched.running) setImmediate(turn)
  }
  setImmediate(turn)
}

const requests = {
  evaluate: (script) => BrowserWindow.getAllWindows()[0].webContents.executeJavaScript(script),
  close: () => BrowserWindow.getAllWindows()[0]?.close(),
  moveTo: (x) => BrowserWindow.getAllWindows()[0].setPosition(x, 0),
  /** Ends the app's timers early, so that it destroys a closed window at once. */
  resume: () => void powerMonitor.emit('resume'),
  countWindows: () => BrowserWindow.getAllWindows().length,
  collectGarbage: () => void globalThis.gc?.(),
  watchBlocks: () => watchBlocks(),
  longestBlock: () => {
    block.running = false
    return block.longest
  },
}

process.on('message', async ({ id, name, argument }) => {
  try {
    send({ id, value: (await requests[name](argument)) ?? null })
  } catch (error) {
    send({ id, error: String(error) })
  }
})
