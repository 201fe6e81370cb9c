/** Said in the window, and by the system when the window is closed for the first time. */
export const livesInTray = {
  title: 'Parallel Tray läuft im Infobereich weiter',
  explained: 'Schließen blendet das Fenster nur aus. Zum Beenden nutzen Sie das Menü des Symbols.',
}
