/** Said in the window, and by the system when the window is closed for the first time. */
export const livesInTray = {
  title: 'Parallel Tray läuft im Infobereich weiter',
  explained: 'Schließen verbirgt das Fenster nur. Beenden geht im Menü des Symbols im Infobereich.',
}
