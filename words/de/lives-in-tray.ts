/** Said in the window, and by the system when the window is closed for the first time. */
export const livesInTray = {
  title: 'Parallel Tray läuft im Infobereich weiter',
  explained: 'Schließen blendet das Fenster nur aus. Beenden können Sie im Menü des Symbols.',
}
