/** The application menu: macOS needs one for its editing shortcuts and to quit; elsewhere there is none. */
import { Menu } from 'electron'
import { words } from '../../../words/desktop.ts'

/**
 * Only after the app is ready.
 * @param does what the user's "About" and "Quit" do: the roles would show a panel without the licences, and end the
 * app without a question
 */
export function setAppMenu(
  does: { readonly about: () => void; readonly quit: () => void },
  system: NodeJS.Platform = process.platform,
): void {
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
          { label: words.tray.about, click: does.about },
          { type: 'separator' },
          { role: 'hide' },
          { label: words.tray.quit, accelerator: 'Command+Q', click: does.quit },
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
