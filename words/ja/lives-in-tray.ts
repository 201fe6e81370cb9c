/** Said in the window, and by the system when the window is closed for the first time. */
export const livesInTray = {
  title: 'Parallel Trayはトレイで動作を続けます',
  explained: 'ウィンドウを閉じても隠れるだけです。終了はトレイアイコンのメニューから行えます。',
}
