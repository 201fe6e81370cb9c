export const about = {
  group: '关于',
  unofficial: '非官方，并非由 Parallel 制作。',
  open: '显示许可证',
  command: '关于 Parallel Tray',
  ownLicence: 'Parallel Tray 的许可证',
  madeWith: '使用的软件',
  chromium: (file: string) => `Chromium 的许可证在程序所在的文件夹中：${file}。`,
}
