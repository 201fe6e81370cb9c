/**
 * Adds what the product uses of the Electron in package.json and the running, older one lacks: for development and
 * tests only, given with `-r` before the app. What is there already stays as it is.
 */
const electron = require('electron')
const { asyncClipboard, ClipboardItem } = require('./clipboard.cjs')
const { addConsoleDetails } = require('./console-message.cjs')
const { addActionDetails } = require('./notification-action.cjs')
const { asyncSafeStorage } = require('./safe-storage.cjs')

const { app, clipboard, nativeTheme, Notification, safeStorage } = electron

if (safeStorage.encryptStringAsync === undefined) Object.assign(safeStorage, asyncSafeStorage(safeStorage))
// The older clipboard has methods of the same names that answer at once, so only the class tells them apart.
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
