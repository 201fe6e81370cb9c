import type { DesktopWords } from '../types.ts'

/** What main asks in dialogs of its own, which the window can neither draw nor answer. */
export const consent: DesktopWords['consent'] = {
  cancel: 'キャンセル',
  charge: {
    title: (amount: string, organisation: string) => `${organisation}のカードで${amount}を決済しますか？`,
    explained: 'すぐに決済されます。ここでは取り消せません。',
    act: (amount: string) => `${amount}を決済`,
  },
  again: {
    title: (amount: string, organisation: string) =>
      `${organisation}への${amount}のチャージをもう一度送信しますか？`,
    explained: 'まだ決済されていなければ、ここで決済されます。',
    act: (amount: string) => `${amount}の決済を再試行`,
  },
  overLimit: {
    title: (amount: string, organisation: string) =>
      `1日の上限を超えて、${organisation}のカードで${amount}を決済しますか？`,
    explained: (limit: string) => `上限は1日${limit}です。ここでは取り消せません。`,
  },
  raiseLimit: {
    title: (organisation: string, to: string) => `${organisation}の1日の上限を${to}に上げますか？`,
    explained: (from: string) => `現在は${from}です。`,
    act: '上限を上げる',
  },
  removeLimit: {
    title: (organisation: string) => `${organisation}の1日の上限をなくしますか？`,
    explained: (from: string, most: string) =>
      `現在は${from}です。上限がないと、24時間で最大${most}まで決済できます。`,
    act: '上限をなくす',
  },
  reset: {
    title: 'Parallel Trayを初期化しますか？',
    explained: 'すべてサインアウトし、トークン、設定、履歴、キー台帳をこのコンピューターから削除します。',
    act: '初期化',
  },
}
