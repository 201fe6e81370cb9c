import type { Settings } from '../../preload/contract/index.ts'

const pace: Record<Settings['pollInterval'], { name: string; explained: string }> = {
  normal: { name: '標準', explained: 'ウィンドウの表示中は1分ごと、閉じている間は5分ごと。' },
  slower: { name: '低め', explained: 'ウィンドウの表示中は5分ごと、閉じている間は15分ごと。' },
  slowest: { name: '最低', explained: 'ウィンドウの表示中は15分ごと、閉じている間は1時間ごと。' },
}
const theme: Record<Settings['theme'], string> = {
  system: 'システム',
  light: 'ライト',
  dark: 'ダーク',
}

export const settings = {
  app: '全般',
  tabs: { label: '設定の対象', organisation: 'この組織', app: '全般' },
  openAtLogin: 'コンピューターの起動時に開く',
  startHidden: 'トレイに隠して起動',
  startHiddenExplained: 'サインインしている場合のみ。',
  closeToTray: '閉じても動作を続ける',
  closeToTrayExplained: 'ウィンドウを閉じても、トレイにアイコンが残ります。',
  shareStatus: '状態をほかのプログラムと共有',
  shareStatusExplained:
    'ステータスバーやスクリプト向け：残高と通知を、自分だけが読めるファイルに保存します。',
  trayTitle: 'アイコンの横に残高を表示',
  shortcut: {
    name: '呼び出しショートカット',
    none: 'なし',
    change: '変更',
    /** Read out on the button. */
    changeLabel: '呼び出しショートカットを変更',
    removeLabel: '呼び出しショートカットを削除',
    press: 'キーを押してください…',
    stop: 'Escでキャンセル',
    needsMore: '文字入力の妨げにならないよう、Ctrl、Alt、システムキーのいずれかを加えてください。',
    needsMoreOnMac: '文字入力の妨げにならないよう、⌃、⌥、⌘のいずれかを加えてください。',
    notUsable: 'このキーは使えません。英字、数字、ファンクションキーのいずれかを選んでください。',
    wayland: 'Waylandでは、ショートカットが使えるかどうかはデスクトップ次第で、事前には確認できません。',
  },

  refresh: '残高の更新',
  paceName: '更新頻度',
  pace,

  notices: '通知',
  notifications: 'デスクトップ通知',
  notificationsExplained: '残高不足、サインインの期限間近、待っている処理の結果をお知らせします。',

  /** Of one organisation. */
  limits: '通知と上限',
  spendableBelow: '通知する利用可能額（未満）',
  daysLeftBelow: '通知する残り日数（未満）',
  spentWithinHour: '通知する1時間の使用額',
  spentWithinHourExplained: '暴走したジョブに気付けます。',
  topUpPerDay: '1日のチャージ上限',
  topUpPerDayExplained: 'このコンピューターで行うチャージが対象です。',
  rotate: 'キーのローテーションを通知',
  rotateAfter: '通知までの日数',
  empty: 'オフ',
  badMoney: '10や10.50のように金額を入力してください。空欄にするとオフになります。',
  badDays: (most: number) => `1から${most}までの整数を入力してください。空欄にするとオフになります。`,

  look: '外観',
  themeName: 'テーマ',
  theme,
  language: '言語',
  languageOfSystem: 'システムに合わせる',

  data: 'データ',
  history: '履歴とキー台帳',
  readings: (readings: string, since: string) =>
    `${since}以降の残高記録${readings}件。このコンピューターにのみ保存。`,
  noReadings: 'まだ何も保存されていません。',
  toActivity: '利用状況を開く',
  move: '別のコンピューターに移行',
  moveExplained: '設定、キー台帳、履歴が対象です。サインイン情報は含みません。',
  export: 'エクスポート…',
  exporting: 'エクスポート中',
  import: 'インポート…',
  importing: 'インポート中',
  reset: 'Parallel Trayのデータをすべて消去',
  resetExplained:
    'すべての組織からサインアウトし、Parallel Trayがこのコンピューターに保存したものをすべて削除します。',
  resetAct: '消去…',
}
