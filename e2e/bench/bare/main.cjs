/** The app that Parallel Tray is compared with: a tray icon, and a window with a static page unless `--hidden` is given. */
const { join } = require('node:path')
const { app, BrowserWindow, Menu, Tray } = require('electron')

app.setPath('userData', process.env.PARALLEL_TRAY_USER_DATA)
app.on('window-all-closed', () => {})

let tray
function show() {
  const window = BrowserWindow.getAllWindows()[0]
  if (window) window.show()
  else new BrowserWindow({ width: 420, height: 640 }).loadFile(join(__dirname, 'index.html'))
}
app.whenReady().then(() => {
  Menu.setApplicationMenu(null)
  tray = new Tray(process.env.BENCH_ICON)
  tray.on('click', show)
  if (!process.argv.includes('--hidden')) show()
})
