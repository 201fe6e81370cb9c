/** Preloaded with `-r`: prints each message box and presses its first button. */
const { dialog } = require('electron')

dialog.showMessageBox = async ({ message, detail }) => {
  console.log(`message box: ${JSON.stringify({ message, detail })}`)
  return { response: 0, checkboxChecked: false }
}
