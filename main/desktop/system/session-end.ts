import { BaseWindow } from 'electron'

/**
 * Calls back when the user logs off from Windows or shuts it down. Windows tells only windows, and the app's own is
 * destroyed while it is in the tray: so a window without a page, which is never shown, waits for this alone.
 */
export function watchSessionEnd(onSessionEnd: () => void): void {
  if (process.platform !== 'win32') return
  const window = new BaseWindow({ show: false, width: 1, height: 1, skipTaskbar: true })
  // Windows may end the process as soon as the callback has returned; what must survive is already on the disk.
  window.on('session-end', onSessionEnd)
}
