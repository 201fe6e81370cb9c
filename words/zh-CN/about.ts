/** Which program this is, and what it is made of. */
export const about = {
  group: '关于',
  unofficial: '非官方应用，并非由 Parallel 制作。',
  open: '显示许可证',
  /** In the palette. */
  command: '关于 Parallel Tray',
  ownLicence: 'Parallel Tray 许可证',
  /** Above the list of what is in it. */
  madeWith: '使用的软件',
  chromium: (file: string) => `Chromium 的许可证与本应用在同一位置，文件为 ${file}。`,
}
