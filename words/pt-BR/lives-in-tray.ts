/** Said in the window, and by the system when the window is closed for the first time. */
export const livesInTray = {
  title: 'O Parallel Tray continua aberto na bandeja',
  explained: 'Fechar a janela só a oculta. Para encerrar, use o menu do ícone da bandeja.',
}
