import type { KeysOperation, Toast } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

type Failed = Extract<Toast['content'], { kind: 'failed' }>['operation']

/** What didn't happen, by what was asked for. */
const notDone: Record<Failed, <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['应用“', name, '”未创建'],
  'delete-app': (name) => ['应用“', name, '”未删除，仍在列表中。'],
  'new-key': (name) => ['密钥“', name, '”未创建'],
  'delete-key': (name) => ['密钥“', name, '”未删除，仍在列表中。'],
  'rotate-key': (name) => ['密钥“', name, '”未轮换，旧密钥仍然有效。'],
  export: (name) => ['“', name, '”未保存'],
  import: (name) => ['未从“', name, '”导入任何内容'],
  'sign-out': (name) => ['未从“', name, '”退出登录'],
}

/** The answer was lost, so it may have happened. */
const notKnown: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['“', name, '”可能已创建'],
  'delete-app': (name) => ['“', name, '”可能已删除'],
  'new-key': (name) => ['“', name, '”可能已创建'],
  'delete-key': (name) => ['“', name, '”可能已删除'],
  'rotate-key': (name) => ['“', name, '”可能已轮换'],
}

/** The outcome of what was asked for, said in passing. */
export const toasts = {
  appCreated: <T>(name: T): Phrase<T> => ['应用“', name, '”已创建'],
  appDeleted: <T>(name: T): Phrase<T> => ['应用“', name, '”已删除'],
  keyDeleted: <T>(name: T): Phrase<T> => ['密钥“', name, '”已删除'],
  keyRotated: <T>(name: T): Phrase<T> => ['密钥“', name, '”已轮换'],
  keyForgotten: <T>(name: T): Phrase<T> => ['“', name, '”已从列表移除'],
  added: (amount: string, spendable: string) => `已充值 ${amount}。可用余额现为 ${spendable}。`,
  quiet: <T>(organisation: T): Phrase<T> => ['今天不再发出“', organisation, '”的提醒'],
  undo: '撤销',
  exported: <T>(file: T): Phrase<T> => ['已保存为“', file, '”'],
  imported: (keys: number, readings: number) => `已导入：${keys} 个密钥，${readings} 条余额记录`,
  signedOut: (organisations: number) =>
    organisations === 1 ? '已退出登录' : `已从 ${organisations} 个组织退出登录`,
  notDone,
  notKnown,
  lookFirst: '重试前先查看列表和控制台。',
}
