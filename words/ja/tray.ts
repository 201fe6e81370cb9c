import { restartToUpdate } from './updates.ts'

/** The tray icon's tooltip and menu, and what is said before there is a window. */
export const tray = {
  notSignedIn: 'Parallel Tray：サインインしていません',
  restoring: 'Parallel Tray：保存されたサインインを開いています',
  waiting: 'Parallel Tray：承認を待っています',

  paysByInvoice: '請求書払い',
  notRead: '未取得',
  signInAgain: '再サインインが必要',
  unreadable: '保存されたサインインを開けません',
  signingOut: 'サインアウト中',
  unsaved: '最新のトークンは未保存',
  low: '残りわずか',
  lessThanADay: '1日未満',
  nothingLeft: '残高なし',
  spendsFast: '支出が多い',
  topUpUnknown: '請求されたか未確認',
  offline: 'オフライン',
  asOf: (when: string) => `${when}時点`,
  organisation: (name: string, what: string) => `${name}：${what}`,
  /** Joins what is known of an organisation with its time, or with what is wrong. */
  and: (one: string, other: string) => `${one}、${other}`,
  because: (amount: string, reason: string) => `${amount} · ${reason}`,
  more: (count: number) => `他${count}件`,

  allOrganisations: (count: number) => `${count}件の組織すべて`,
  refresh: '今すぐ更新',
  topUp: (name: string) => `${name} にチャージ…`,
  signIn: 'サインイン',
  addOrganisation: '組織を追加…',
  copyAndOpen: (userCode: string) => `${userCode} – コピーしてブラウザを開く`,
  /** When the address is a foreign one, the window asks before it is opened. */
  copyAndShow: (userCode: string) => `${userCode} – コピーして表示`,
  cancelSignIn: 'サインインをキャンセル',
  open: 'Parallel Trayを開く',
  about: 'Parallel Trayについて',
  quit: 'Parallel Trayを終了',
  restartToUpdate,

  /** For the terminal. */
  noAnswer: (folder: string) => ({
    title: 'Parallel Trayを起動できませんでした',
    explained:
      `フォルダはロックされていますが、実行中のParallel Trayから応答がありません：${folder}\n` +
      'このフォルダに書き込めるか確認してください。このコンピューターでも他のコンピューターでもParallel Trayが実行されていない場合は、' +
      'フォルダ内のファイルSingletonLockを削除して、もう一度起動してください。',
  }),

  /** Said before quitting when a sign-in that was kept in memory only could not be ended on the server. */
  notRevoked: {
    title: 'サインインの終了をParallelに伝えられませんでした',
    explained:
      'メモリだけに保持されていたため、ここでは消去されます。サーバー上では次の時刻に自然に終了するまで残ります：',
    organisation: (name: string, until: string | null) =>
      until === null ? `${name}：サーバーは終了時刻を示していません` : `${name}：${until}`,
  },
}
