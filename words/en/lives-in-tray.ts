/** Said in the window, and by the system when the window is closed for the first time. */
export const livesInTray = {
  title: 'Parallel Tray keeps running in the tray',
  explained: 'Closing the window only hides it. Quit from the menu of the tray icon.',
}
