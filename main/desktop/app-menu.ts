/** The application menu: macOS needs one for its editing shortcuts and to quit; elsewhere there is none. */
import { Menu } from 'electron'
import { words } from '../../words/desktop.ts'

/**
 * Only after the app is ready.
 * @param quit what the user's "Quit" does: the role would end the app without a question
 */
export function setAppMenu(quit: () => void, system: NodeJS.Platform = process.platform): void {
  if (system !== 'darwin') {
    // Copying, selecting and the like work in Chromium without a menu.
    Menu.setApplicationMenu(null)
    return
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        role: 'appMenu',
        submenu: [
          { role: 'about' },
          { type: 'separator' },
          { role: 'hide' },
          { label: words.tray.quit, accelerator: 'Command+Q', click: quit },
        ],
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
