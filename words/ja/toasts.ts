import type { Toast } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

type Failed = Extract<Toast['content'], { kind: 'failed' }>['operation']

/** What didn't happen, by what was asked for. */
const notDone: Record<Failed, <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['アプリ「', name, '」は作成されていません'],
  'delete-app': (name) => ['アプリ「', name, '」は削除されていません。まだ一覧にあります。'],
  'new-key': (name) => ['キー「', name, '」は作成されていません'],
  'delete-key': (name) => ['キー「', name, '」は削除されていません。まだ一覧にあります。'],
  'rotate-key': (name) => ['キー「', name, '」はローテーションされていません。古いキーはまだ使えます。'],
  export: (name) => ['「', name, '」は保存されていません'],
  import: (name) => ['「', name, '」からは何もインポートされていません'],
  'sign-out': (name) => ['「', name, '」からサインアウトしていません'],
}

/** The outcome of what was asked for, said in passing. */
export const toasts = {
  appCreated: <T>(name: T): Phrase<T> => ['アプリ「', name, '」を作成しました'],
  appDeleted: <T>(name: T): Phrase<T> => ['アプリ「', name, '」を削除しました'],
  keyDeleted: <T>(name: T): Phrase<T> => ['キー「', name, '」を削除しました'],
  keyRotated: <T>(name: T): Phrase<T> => ['キー「', name, '」をローテーションしました'],
  keyForgotten: <T>(name: T): Phrase<T> => ['「', name, '」を一覧から外しました'],
  added: (amount: string, spendable: string) =>
    `${amount}をチャージしました。現在の利用可能額は${spendable}です。`,
  quiet: <T>(organisation: T): Phrase<T> => ['「', organisation, '」について今日は通知しません'],
  undo: '元に戻す',
  exported: <T>(file: T): Phrase<T> => ['「', file, '」として保存しました'],
  imported: (keys: number, readings: number) => `インポートしました：キー${keys}件、残高記録${readings}件`,
  signedOut: (organisations: number) =>
    organisations === 1 ? 'サインアウトしました' : `${organisations}件の組織からサインアウトしました`,
  notDone,
}
