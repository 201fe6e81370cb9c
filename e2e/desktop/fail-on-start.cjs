// Preloaded with `-r`: makes an Electron module that the start-up needs throw.
const { app, powerMonitor } = require('electron')
app.whenReady().then(() => {
  powerMonitor.on = () => {
    throw new Error('broken at the start')
  }
})
