import type { Phrase } from '../phrase.ts'

/** The text that helps to find out what is wrong: its row and its dialog. */
export const diagnostics = {
  row: {
    name: '診断情報',
    explained: 'サポートを受けるためのレポートです。トークンやキーは含みません。',
    act: '表示…',
  },
  inPalette: '診断情報を表示…',
  title: '診断情報',
  explained:
    'コピーまたは保存されるのは、この内容だけです。どこにも送信されません。トークン、キー、パスワード、組織名は取り除かれています。共有する前に内容を確認してください。',
  label: '診断情報',
  check: 'ネットワークを確認',
  checking: '確認中',
  copy: 'コピー',
  copied: 'コピーしました',
  /** Read out. */
  copiedAll: '診断情報をコピーしました',
  save: '保存…',
  saving: '保存中',
  saved: <T>(file: T): Phrase<T> => ['「', file, '」として保存しました'],
}
