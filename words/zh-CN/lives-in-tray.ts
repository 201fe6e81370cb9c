/** Said in the window, and by the system when the window is closed for the first time. */
export const livesInTray = {
  title: 'Parallel Tray 在托盘中继续运行',
  explained: '关闭窗口只是将其隐藏。要退出，使用托盘图标的菜单。',
}
