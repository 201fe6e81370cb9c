import type { HistoryRange } from '../../preload/contract/index.ts'

const ranges: Record<HistoryRange, { name: string; spent: string }> = {
  day: { name: '日', spent: '使用額（24時間）' },
  week: { name: '週', spent: '使用額（7日間）' },
  month: { name: '月', spent: '使用額（30日間）' },
  year: { name: '年', spent: '使用額（12か月）' },
}

/** What was read of the balance, over time. */
export const activity = {
  title: '利用状況',
  span: '期間',
  ranges,
  view: '表示形式',
  chart: 'グラフ',
  table: '表',

  now: '現在',
  asOf: (when: string) => `${when}時点`,
  held: (amount: string) => `保留 ${amount}`,
  /** Beside the value at the head of the page. */
  list: (parts: readonly string[]) => parts.join(' · '),
  chartLabel: (from: string, to: string) => `${from}から${to}までの利用可能額。矢印キーで記録をたどれます。`,
  spoken: (amount: string, when: string, held: string | null) =>
    held === null ? `${amount}、${when}` : `${amount}、${when}、${held}`,
  elsewhere: (amount: string) => `ほかで${amount}`,
  spendable: '利用可能額',
  notRead: '未取得',

  aDay: '1日あたりの使用額',
  aDayLately: '1日あたり（直近7日間）',
  lastsUntil: '残高切れの予測',
  about: (date: string) => `${date}頃`,
  twoMonths: '2か月以上先',
  pace: (basis: string) => `直近${basis}の使用額に基づきます。チャージと保留額は含みません。`,
  gaps: (unread: string) => `このうち${unread}は残高が未取得ですが、その間の使用額も含まれます。`,

  byDay: '日別',
  days: {
    day: '日付',
    spent: '使用額',
    added: '追加額',
    left: '残額',
    today: '今日',
    soFar: '現在まで',
    from: (time: string) => `${time}から`,
    notRead: (duration: string) => `${duration}未取得`,
    join: (notes: readonly string[]) => notes.join('、'),
  },
  none: '–',

  exportCsv: 'CSVをエクスポート…',
  exportJson: 'JSONをエクスポート…',
  exporting: 'エクスポート中',

  empty: {
    title: 'グラフはここから始まります',
    nothing: '残高はまだ取得されていません。',
    since: (age: string) => `最初に残高を取得したのは${age}です。`,
    explained: 'Parallel Trayを起動したままにすると、数回の更新後にグラフが、1日後に予測が表示されます。',
    inRange: 'この期間の残高記録はありません',
    inRangeExplained: '期間を長くすると、それより前の記録が表示されます。',
  },
  invoice: 'この組織は請求書払いのため、グラフに表示する残高がありません。',
  failed: '履歴を読み込めませんでした',
}
