/** The session: what lasts how long, and what this sign-in may do. */
export const session = {
  clocks: '有効期限',
  access: {
    name: 'アクセス',
    renews: (when: string) => `${when}まで有効で、その後は自動的に延長されます。操作は不要です。`,
    over: '次の更新時に自動的に延長されます。操作は不要です。',
  },
  signIn: {
    name: 'サインイン',
    startsOver: (when: string) => `延長のたびに期間が新しく始まります。使わずにいると${when}に終了します。`,
    bounded: '認可の期限を超えることはありません。',
    unknown:
      '延長のたびに期間が新しく始まります。使わずにいた場合にいつまで有効かは、Parallelから示されていません。',
  },
  authorization: {
    name: '認可',
    fixed: (when: string) => `固定の期限です。${when}に再サインインが必要になり、3日前に通知します。`,
    soon: (when: string) => `${when}に終了します。その後、再サインインが必要です。`,
    unknown: '終了時刻はParallelから示されていません。終了した後は再サインインが必要です。',
  },
  /** In place of the time that is left. */
  notKnown: '不明',
  over: '終了',

  ended: '履歴、キー、設定は次のサインインのために残ります。',
  unreadable: '期限は、キーリングのロックを解除するとわかります。',
  signingOut: 'サインアウト中です。この認可の終了をParallelに伝えています。',
  renewing: 'アクセスとサインインは自動的に延長されます',

  allowed: '許可されていること',
  wasAllowed: '許可されていたこと',
  allowedOnceOpen: 'キーリングの解除後に許可されること',
  notAllowed: '許可されていません',
  allow: '許可…',
  /** Read out on the button. */
  allowLabel: (permission: string) => `許可：${permission}…`,

  kept: {
    encrypted: (host: string) =>
      `トークンはシステムのキーリングにある鍵で暗号化され、${host}に送る場合を除き、このコンピューターの外に出ることはありません。`,
    plain: (host: string) =>
      `トークンは暗号化されずにこのディスクにあります。ファイルを読める人は誰でもこのサインインを使えます。送信先は${host}だけです。`,
    memory: (host: string) =>
      `トークンは終了するまでメモリに保持され、送信先は${host}だけです。起動のたびにサインインし直します。`,
  },

  again: '再サインイン',
  starting: '開始中',
  signOut: 'サインアウト…',
  signingOutNow: 'サインアウト中',
  signOutEverywhere: 'すべてサインアウト…',
}
