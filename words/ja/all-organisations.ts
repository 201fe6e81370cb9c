/** The table of all organisations. */
export const allOrganisations = {
  /** Of all organisations, how many the total includes. */
  counted: (counted: number, all: number) => `${all}件中${counted}件を集計`,
  findOrganisation: '組織を検索',
  found: (count: number) => `${count}件見つかりました`,
  noneFound: '該当なし',
  allCounted: (count: number) => `${count}件すべてを集計`,
  someCounted: (counted: number, all: number, why: readonly string[]) =>
    `${all}件中${counted}件を集計（対象外：${why.join('、')}）`,
  /** Why an organisation isn't counted. */
  leftOut: {
    invoiced: (count: number) => `請求書払い${count}件`,
    signInAgain: (count: number) => `要再サインイン${count}件`,
    unreadable: (count: number) => `サインイン情報を開けない${count}件`,
    signingOut: (count: number) => `サインアウト中${count}件`,
    notRead: (count: number) => `未取得${count}件`,
  },
  stale: (count: number) => `${count}件は最新ではありません`,
  exportTable: 'すべての組織をCSVでエクスポート…',
  exportCsv: 'CSVをエクスポート…',
  columns: { name: '組織', days: '残り日数', amount: '利用可能額' },
  trend: '過去14日間',
  /** Read out for the line. */
  fromTo: (from: string, to: string) => `${from}から${to}`,
  days: { lessThanADay: '1日未満', moreThanTwoMonths: '2か月以上' },
  topUp: 'チャージ…',
  topUpOf: (name: string) => `「${name}」にチャージ…`,
  hints: { choose: '選択', open: '開く', topUp: 'チャージ' },
}
