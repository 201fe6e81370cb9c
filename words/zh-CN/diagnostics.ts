import type { Phrase } from '../phrase.ts'

/** The text that helps to find out what is wrong: its row and its dialog. */
export const diagnostics = {
  row: {
    name: '诊断信息',
    explained: '供帮助你的人查看的报告，不含令牌和密钥。',
    act: '显示…',
  },
  inPalette: '显示诊断信息…',
  title: '诊断信息',
  explained:
    '复制或保存的就是以下内容，不会发送到任何地方。令牌、密钥、密码和组织名称均已去除。分享前先读一遍。',
  label: '诊断信息',
  check: '检查网络',
  checking: '正在检查',
  copy: '复制',
  copied: '已复制',
  /** Read out. */
  copiedAll: '诊断信息已复制',
  save: '保存…',
  saving: '正在保存',
  saved: <T>(file: T): Phrase<T> => ['已保存为“', file, '”'],
}
