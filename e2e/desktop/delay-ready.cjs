/**
 * Preloaded with `-r` by the tests: delays the app's `ready` event until Playwright has attached and calls
 * `__playwright_run`. A window that opens while Playwright attaches can leave it waiting forever. Playwright's own
 * loader delays `ready` too, but it also replaces the keyring, and the tests need the real one.
 */
const { app } = require('electron')

const electronReady = app.whenReady()
const emit = app.emit.bind(app)
let readyArguments
let isReady = false
let release
const released = new Promise((resolve) => {
  release = resolve
})

app.emit = (event, ...eventArguments) => {
  if (event !== 'ready') return emit(event, ...eventArguments)
  readyArguments = eventArguments
  return app.listenerCount('ready') > 0
}
app.isReady = () => isReady
app.whenReady = () => released

globalThis.__playwright_run = async () => {
  await electronReady
  isReady = true
  release()
  emit('ready', ...readyArguments)
}
