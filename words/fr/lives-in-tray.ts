/** Said in the window, and by the system when the window is closed for the first time. */
export const livesInTray = {
  title: 'Parallel Tray reste dans la zone de notification',
  explained: 'Fermer la fenêtre ne fait que la masquer. Quittez depuis le menu de l’icône.',
}
