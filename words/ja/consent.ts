import type { DesktopWords } from '../types.ts'

/** What main asks in dialogs of its own, which the window can neither draw nor answer. */
export const consent: DesktopWords['consent'] = {
  cancel: 'キャンセル',
  charge: {
    title: (amount: string, organisation: string) => `「${organisation}」のカードで${amount}を決済しますか？`,
    explained: 'すぐに決済されます。ここでは取り消せません。',
    act: (amount: string) => `${amount}を決済`,
  },
  again: {
    title: (amount: string, organisation: string) =>
      `「${organisation}」への${amount}のチャージを再試行しますか？`,
    explained: 'まだ決済されていない場合は、今すぐ決済されます。',
    act: (amount: string) => `${amount}の決済を再試行`,
  },
  overLimit: {
    title: (amount: string, organisation: string) =>
      `1日の上限を超えて、「${organisation}」のカードで${amount}を決済しますか？`,
    explained: (limit: string) => `上限は1日${limit}です。ここでは取り消せません。`,
  },
  raiseLimit: {
    title: (organisation: string, to: string) => `「${organisation}」の1日の上限を${to}に引き上げますか？`,
    explained: (from: string) => `現在は${from}です。`,
    act: '上限を引き上げる',
  },
  removeLimit: {
    title: (organisation: string) => `「${organisation}」の1日の上限を解除しますか？`,
    explained: (from: string, most: string) =>
      `現在は${from}です。解除すると、24時間以内に最大${most}まで決済できるようになります。`,
    act: '上限を解除',
  },
  reset: {
    title: 'Parallel Trayのデータをすべて消去しますか？',
    explained:
      'すべての組織からサインアウトし、トークン、設定、履歴、キー台帳をこのコンピューターから削除します。',
    act: 'すべて消去',
  },
}
