/** The application menu: macOS needs one for its editing shortcuts and to quit; elsewhere there is none. */
import { Menu } from 'electron'
import { words } from '../../../words/desktop.ts'

/** Keeps Electron from building its default menu, which would be replaced. Call it before the app is ready. */
export function omitDefaultMenu(): void {
  Menu.setApplicationMenu(null)
}

/**
 * Call it only after the app is ready.
 * @param handlers replace Electron's roles, whose "About" has no licences and whose "Quit" doesn't ask
 */
export function setAppMenu(
  handlers: { readonly about: () => void; readonly quit: () => void },
  system: NodeJS.Platform = process.platform,
): void {
  // Elsewhere the editing shortcuts work in Chromium without a menu.
  if (system !== 'darwin') return
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        role: 'appMenu',
        submenu: [
          { label: words.tray.about, click: handlers.about },
          { type: 'separator' },
          { role: 'hide' },
          { label: words.tray.quit, accelerator: 'Command+Q', click: handlers.quit },
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
