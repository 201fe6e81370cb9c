/** Loaded before the app (`-r`) by a test: prints what a message box says and presses its button at once. */
const { dialog } = require('electron')

dialog.showMessageBox = async ({ message, detail }) => {
  console.log(`message box: ${JSON.stringify({ message, detail })}`)
  return { response: 0, checkboxChecked: false }
}
