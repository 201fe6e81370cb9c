import type { Settings } from '../../preload/contract/index.ts'

const pace: Record<Settings['pollInterval'], { name: string; explained: string }> = {
  normal: { name: '標準', explained: '表示中は1分ごと、トレイでは5分ごと。' },
  slower: { name: '低め', explained: '表示中は5分ごと、トレイでは15分ごと。' },
  slowest: { name: '最低', explained: '表示中は15分ごと、トレイでは1時間ごと。' },
}
const theme: Record<Settings['theme'], string> = {
  system: 'システム',
  light: 'ライト',
  dark: 'ダーク',
}

export const settings = {
  app: 'アプリ',
  tabs: { label: '設定の対象', organisation: 'この組織', app: 'アプリ' },
  openAtLogin: 'ログイン時に開く',
  startHidden: 'トレイに隠して起動',
  startHiddenExplained: 'サインインしている組織がある場合のみ。',
  closeToTray: '閉じても実行を続ける',
  closeToTrayExplained: 'ウィンドウを閉じても、トレイアイコンは残ります。',
  shareStatus: '状態をほかのプログラムと共有',
  shareStatusExplained:
    'ステータスバーやスクリプト向け：残高と通知を、自分だけが読めるファイルに保存します。',
  trayTitle: 'アイコンの横に残高を表示',
  shortcut: {
    name: 'ウィンドウを開くショートカット',
    none: 'なし',
    change: '変更',
    /** Read out on the button. */
    changeLabel: 'ウィンドウを開くショートカットを変更',
    removeLabel: 'ウィンドウを開くショートカットを削除',
    press: 'キーを押してください…',
    stop: 'Escで変更せずに戻る',
    needsMore: '文字入力と区別するため、Ctrl、Alt、システムキーのいずれかを加えてください。',
    needsMoreOnMac: '文字入力と区別するため、⌃、⌥、⌘のいずれかを加えてください。',
    notUsable: 'このキーは使えません。英字、数字、ファンクションキーのいずれかを使ってください。',
    wayland: 'Waylandでは、ショートカットが届くかどうかはデスクトップ次第で、事前にはわかりません。',
  },

  refresh: '残高の更新',
  paceName: '更新頻度',
  pace,

  notices: '通知',
  notifications: 'デスクトップ通知',
  notificationsExplained: '残高の減少、サインインの終了、待っている応答をお知らせします。',

  /** Of one organisation. */
  limits: '通知と上限',
  spendableBelow: '通知する利用可能額（未満）',
  daysLeftBelow: '通知する残り日数（未満）',
  spentWithinHour: '通知する使用額（1時間）',
  spentWithinHourExplained: '暴走したジョブに気付けます。',
  topUpPerDay: '1日のチャージ上限',
  topUpPerDayExplained: 'ここで行うチャージが対象です。',
  rotate: 'キーのローテーションを通知',
  rotateAfter: '通知するまでの日数',
  empty: 'オフ',
  badMoney: '10や10.50のように金額を入力するか、空欄にしてオフにしてください。',
  badDays: (most: number) => `1から${most}までの整数を入力するか、空欄にしてオフにしてください。`,

  look: '外観',
  themeName: 'テーマ',
  theme,
  language: '言語',
  languageOfSystem: 'システムに合わせる',

  data: 'データ',
  history: '履歴とキー台帳',
  readings: (readings: string, since: string) =>
    `${since}からの残高記録${readings}件。このコンピューターにのみ保存。`,
  noReadings: 'まだ何も保存されていません。',
  toActivity: '利用状況を開く',
  move: '別のコンピューターに移行',
  moveExplained: '設定、台帳、履歴が対象です。サインインは含みません。',
  export: 'エクスポート…',
  exporting: 'エクスポート中',
  import: 'インポート…',
  importing: '読み込み中',
  reset: 'ここからすべて消去',
  resetExplained: 'すべてサインアウトし、このコンピューターからすべてのデータを削除します。',
  resetAct: '消去…',
}
