/** The session: what lasts how long, and what this sign-in may do. */
export const session = {
  clocks: '有効期限',
  access: {
    name: 'アクセス',
    renews: (when: string) => `${when}まで有効で、その後は自動的に延長されます。`,
    over: '次の残高更新時に自動的に延長されます。',
  },
  signIn: {
    name: 'サインイン',
    startsOver: (when: string) => `延長のたびに期間が新しく始まります。延長されないと${when}に終了します。`,
    bounded: '遅くとも認可の終了と同時に終了します。',
    unknown: '延長のたびに期間が新しく始まります。延長されない場合の期限は、Parallelから示されていません。',
  },
  authorization: {
    name: '認可',
    fixed: (when: string) => `期限は固定です。${when}までに再サインインしてください。3日前に通知します。`,
    soon: (when: string) => `${when}に終了します。それまでに再サインインしてください。`,
    unknown: '終了日時はParallelから示されていません。終了したら再サインインしてください。',
  },
  /** In place of the time that is left. */
  notKnown: '不明',
  over: '期限切れ',

  ended: '履歴、キー、設定は次のサインインのために残ります。',
  unreadable: '期限は、キーリングのロックを解除するとわかります。',
  signingOut: 'サインアウト中です。この認可の取り消しをParallelに要求しています。',
  renewing: 'アクセスとサインインは自動的に延長されます',

  allowed: '許可されている操作',
  wasAllowed: '許可されていた操作',
  allowedOnceOpen: 'サインイン情報を開ければ許可される操作',
  notAllowed: '許可されていません',
  allow: '許可…',
  /** Read out on the button. */
  allowLabel: (permission: string) => `許可：${permission}…`,

  kept: {
    encrypted: (host: string) =>
      `トークンはシステムのキーリングにある鍵で暗号化されています。送信先は${host}だけです。`,
    plain: (host: string) =>
      `トークンは暗号化されずにこのディスクにあります。ファイルを読める人は誰でもこのサインイン情報を使えます。送信先は${host}だけです。`,
    memory: (host: string) =>
      `トークンは終了するまでメモリに保持されます。送信先は${host}だけです。起動のたびにサインインが必要です。`,
  },

  again: '再サインイン',
  starting: '開始中',
  signOut: 'サインアウト…',
  signingOutNow: 'サインアウト中',
  signOutEverywhere: 'すべてサインアウト…',
}
