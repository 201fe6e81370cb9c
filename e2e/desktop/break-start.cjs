// Given with `-r`: a part of Electron that the app needs to start fails.
const { app, powerMonitor } = require('electron')
app.whenReady().then(() => {
  powerMonitor.on = () => {
    throw new Error('broken at the start')
  }
})
