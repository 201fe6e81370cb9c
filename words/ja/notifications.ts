/**
 * What the system says for the app while its window isn't in view. Names that others have chosen stand in titles
 * only: some systems read markup in the text below.
 */
type Said = { readonly title: string; readonly body: string }

const sentences = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join('')

export const notifications = {
  acts: {
    signInAgain: '再サインイン',
    topUp: 'チャージ…',
    notToday: '今日は通知しない',
  },

  signInAgain: (organisation: string): Said => ({
    title: `「${organisation}」への再サインインが必要です`,
    body: 'Parallelがこの認可を終了しました。履歴、キー、設定は残っています。',
  }),
  endsSoon: (organisation: string, when: string): Said => ({
    title: `${organisation}：認可は${when}に終了します`,
    body: 'それまでに再サインインすると、途切れずに使えます。',
  }),
  low: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title:
      spendable === null
        ? `${organisation}：残高が少なくなっています`
        : `${organisation}：利用可能額 ${spendable}`,
    body: limit === null ? '残高が少なくなっています。' : `通知する金額に設定した${limit}を下回っています。`,
  }),
  /** `days`: whole ones that are left, null if that isn't known. */
  daysLeft: (
    organisation: string,
    days: number | null,
    spendable: string | null,
    perDay: string | null,
  ): Said => ({
    title: `${organisation}：${
      days === null ? 'まもなく残高がなくなります' : days < 1 ? '残り1日未満' : `残り約${days}日`
    }`,
    body: sentences(
      spendable === null ? null : `利用可能額は${spendable}です。`,
      perDay === null ? null : `1日に約${perDay}使用しています。`,
    ),
  }),
  spending: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: `${organisation}：使用ペースが速くなっています`,
    body: sentences(
      limit === null
        ? '直近1時間の使用額がいつもより多くなっています。'
        : `直近1時間の使用額が${limit}を超えました。`,
      spendable === null ? null : `利用可能額は${spendable}です。`,
    ),
  }),
  added: (organisation: string, amount: string, spendable: string): Said => ({
    title: `${organisation}：${amount}をチャージしました`,
    body: `現在の利用可能額は${spendable}です。`,
  }),
  notCharged: (organisation: string, amount: string): Said => ({
    title: `${organisation}：${amount}はチャージされていません`,
    body: 'カードでの決済は行われていません。理由はParallel Trayで確認できます。',
  }),
  unknown: (organisation: string, amount: string, byItself: boolean): Said => ({
    title: `${organisation}：${amount}の決済をまだ確認できていません`,
    body: byItself
      ? 'Parallel Trayは同じ参照番号で確認を続けるため、二重に決済されることはありません。'
      : 'Parallel Trayを開いて再試行してください。未決済の場合は、再試行で一度だけ決済されます。',
  }),
  tooOld: (organisation: string, amount: string): Said => ({
    title: `${organisation}：${amount}の決済を確認できていません`,
    body: '時間が経ちすぎたため、安全に再試行できません。請求ページで確認してください。',
  }),
  signOutPending: (organisation: string): Said => ({
    title: `${organisation}：サインアウトをまだ確認できていません`,
    body: '1時間以上Parallelに接続できていません。応答があるまで再試行します。',
  }),
  storage: {
    title: 'このコンピューターに保存されていません',
    body: 'データはすべてメモリに保持し、保存を再試行しています。理由はParallel Trayで確認できます。',
  } satisfies Said,
}
