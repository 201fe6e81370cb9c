export const about = {
  group: 'このアプリについて',
  unofficial: '非公式アプリです。Parallelの製品ではありません。',
  open: 'ライセンスを表示',
  command: 'Parallel Trayについて',
  ownLicence: 'Parallel Trayのライセンス',
  madeWith: '使用しているソフトウェア',
  chromium: (file: string) => `Chromiumのライセンスは、プログラムと同じ場所の${file}にあります。`,
}
