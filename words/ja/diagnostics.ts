import type { Phrase } from '../phrase.ts'

export const diagnostics = {
  row: {
    name: '診断情報',
    explained: 'サポートを受けるためのテキストです。トークンもキーも含みません。',
    act: '表示…',
  },
  inPalette: '診断情報を表示…',
  title: '診断情報',
  explained:
    'コピーまたは保存されるのは、このテキストだけです。どこにも送信されません。トークン、キー、パスワード、組織の名前は取り除かれています。人に渡す前に確認してください。',
  label: '診断情報',
  check: 'ネットワークを確認',
  checking: '確認中',
  copy: 'コピー',
  copied: 'コピーしました',
  copiedAll: '診断情報をコピーしました',
  save: '保存…',
  saving: '保存中',
  saved: <T>(file: T): Phrase<T> => [file, ' として保存しました'],
}
