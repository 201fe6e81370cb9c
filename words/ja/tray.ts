import { restartToUpdate } from './updates.ts'

/** The tray icon's tooltip and menu, and what is said before there is a window. */
export const tray = {
  notSignedIn: 'Parallel Tray：サインインしていません',
  restoring: 'Parallel Tray：サインイン情報を読み込み中',
  waiting: 'Parallel Tray：承認を待っています',

  paysByInvoice: '請求書払い',
  notRead: '未取得',
  signInAgain: '要再サインイン',
  unreadable: '保存されたサインイン情報を開けません',
  signingOut: 'サインアウト中',
  unsaved: '最新のトークンは未保存',
  low: '残りわずか',
  lessThanADay: '1日未満',
  nothingLeft: '利用可能額なし',
  spendsFast: '使用ペースが速い',
  topUpUnknown: '決済は未確認',
  offline: 'オフライン',
  /** When the amounts were read: a line of its own. */
  asOf: (when: string) => `${when}時点`,
  organisation: (name: string, what: string) => `${name}：${what}`,
  /** Joins two reasons to look. */
  and: (one: string, other: string) => `${one}、${other}`,
  /** An amount, and why to look at it. */
  because: (amount: string, reason: string) => `${amount} · ${reason}`,
  more: (count: number) => `ほか${count}件`,

  allOrganisations: (count: number) => `すべての組織（${count}件）`,
  refresh: '今すぐ更新',
  topUp: (name: string) => `「${name}」にチャージ…`,
  signIn: 'サインイン',
  addOrganisation: '組織を追加…',
  copyAndOpen: (userCode: string) => `${userCode} – コピーしてブラウザを開く`,
  /** When the address is a foreign one, the window asks before it is opened. */
  copyAndShow: (userCode: string) => `${userCode} – コピーして表示`,
  cancelSignIn: 'サインインをキャンセル',
  open: 'Parallel Trayを開く',
  /** In the menu of the app itself (macOS). */
  about: 'Parallel Trayについて',
  quit: 'Parallel Trayを終了',
  restartToUpdate,

  /** For the terminal. */
  noAnswer: (folder: string) => ({
    title: 'Parallel Trayを起動できませんでした',
    explained:
      `フォルダーはロックされていますが、実行中のParallel Trayから応答がありません：${folder}\n` +
      'このフォルダーに書き込めるか確認してください。このコンピューターでもほかのコンピューターでもParallel Trayが実行されていない場合は、' +
      'フォルダー内のファイルSingletonLockを削除して、もう一度お試しください。',
  }),

  /** Said before quitting when a sign-in that was kept in memory only could not be ended on the server. */
  notRevoked: {
    title: 'Parallelに接続できず、サインインを取り消せませんでした',
    explained:
      'メモリだけに保持されていたため、このコンピューターには残っていません。ただし、Parallelでは期限が来るまで有効です：',
    organisation: (name: string, until: string | null) =>
      until === null ? `${name}：期限不明` : `${name}：${until}`,
  },
}
