/**
 * Loaded before the app (`-r`) by tests only: holds the app's `ready` back until Playwright has attached itself and
 * says so by calling `__playwright_run`. Otherwise a window that opens while Playwright attaches can leave it waiting
 * for ever. Playwright's own preload does this too, but it also replaces the keyring, which is to be the real one.
 */
const { app } = require('electron')

const whenReallyReady = app.whenReady()
const emit = app.emit.bind(app)
let heldBack
let isReady = false
let letGo
const whenLetGo = new Promise((resolve) => {
  letGo = resolve
})

app.emit = (event, ...given) => {
  if (event !== 'ready') return emit(event, ...given)
  heldBack = given
  return app.listenerCount('ready') > 0
}
app.isReady = () => isReady
app.whenReady = () => whenLetGo

globalThis.__playwright_run = async () => {
  await whenReallyReady
  isReady = true
  letGo()
  emit('ready', ...heldBack)
}
