/** The application menu: macOS needs one for its editing shortcuts and to quit; elsewhere there is none. */
import { Menu } from 'electron'

/** Only after the app is ready. */
export function setAppMenu(system: NodeJS.Platform = process.platform): void {
  if (system !== 'darwin') {
    // Copying, selecting and the like work in Chromium without a menu.
    Menu.setApplicationMenu(null)
    return
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        role: 'appMenu',
        submenu: [{ role: 'about' }, { type: 'separator' }, { role: 'hide' }, { role: 'quit' }],
      },
      {
        role: 'editMenu',
        submenu: [
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { type: 'separator' },
          { role: 'selectAll' },
        ],
      },
      { role: 'windowMenu', submenu: [{ role: 'minimize' }, { role: 'close' }] },
    ]),
  )
}
