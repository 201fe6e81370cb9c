/** Said in the window, and by the system when the window is closed for the first time. */
export const livesInTray = {
  title: 'Parallel Tray sigue abierto en la bandeja',
  explained: 'Cerrar la ventana solo la oculta. Para salir, usa el menú del icono de la bandeja.',
}
