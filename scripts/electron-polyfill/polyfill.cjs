/**
 * Adds the APIs that the app uses and that an Electron older than the one in package.json lacks. For development and tests
 * only, loaded with `-r` before the app. Existing APIs stay unchanged.
 */
const electron = require('electron')
const { asyncClipboard, ClipboardItem } = require('./clipboard.cjs')
const { addConsoleDetails } = require('./console-message.cjs')
const { addActionDetails } = require('./notification-action.cjs')
const { asyncSafeStorage } = require('./safe-storage.cjs')

const { app, clipboard, nativeTheme, Notification, safeStorage } = electron

if (safeStorage.encryptStringAsync === undefined) Object.assign(safeStorage, asyncSafeStorage(safeStorage))
// The older clipboard has synchronous methods with the same names, so the class is checked instead.
if (electron.ClipboardItem === undefined) {
  Object.assign(clipboard, asyncClipboard(clipboard))
  Object.defineProperty(electron, 'ClipboardItem', { value: ClipboardItem, enumerable: true })
}
if (!('shouldUseDarkColorsForSystemIntegratedUI' in nativeTheme)) {
  const get = () => nativeTheme.shouldUseDarkColors
  Object.defineProperty(nativeTheme, 'shouldUseDarkColorsForSystemIntegratedUI', { get })
}
addActionDetails(Notification)
app.on('web-contents-created', (_event, contents) => addConsoleDetails(contents))

// Electron 33.2 deletes an object twice, and crashes, if its wrapper was collected just before the exit (fixed in
// electron/electron#45379). A complete collection ends the first deletion before the second would begin.
require('node:v8').setFlagsFromString('--expose-gc')
const collectGarbage = require('node:vm').runInNewContext('gc')
app.on('quit', () => collectGarbage())
