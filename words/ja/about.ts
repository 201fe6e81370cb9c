/** Which program this is, and what it is made of. */
export const about = {
  group: 'このアプリについて',
  unofficial: '非公式アプリです。Parallelの製品ではありません。',
  open: 'ライセンスを表示',
  /** In the palette. */
  command: 'Parallel Trayについて',
  ownLicence: 'Parallel Trayのライセンス',
  /** Above the list of what is in it. */
  madeWith: '使用しているソフトウェア',
  chromium: (file: string) => `Chromiumのライセンスは、アプリと同じ場所の${file}にあります。`,
}
