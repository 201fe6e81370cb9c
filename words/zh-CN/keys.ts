import type { KeysOperation } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'
import { spacedBefore } from './spaced.ts'

const notDone: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['“', name, '”未创建'],
  'delete-app': (name) => ['“', name, '”未删除'],
  'new-key': (name) => ['“', name, '”未创建'],
  'delete-key': (name) => ['“', name, '”未删除'],
  'rotate-key': (name) => ['“', name, '”未轮换'],
}

/** Apps, the keys made in them here, and the secret of a new one. */
export const keys = {
  title: '应用和密钥',
  newApp: '新建应用',
  newKey: '新建密钥',
  newKeyIn: (app: string) => `在“${app}”中新建密钥`,
  moreFor: (name: string) => `“${name}”的更多操作`,
  find: '查找应用或密钥',
  found: (rows: number) => `找到 ${rows} 个`,
  nothingFound: <T>(what: T): Phrase<T> => ['没有找到“', what, '”。'],
  nothingFoundExplained: '只列出在此创建的密钥。',
  inApp: (keys: number) => (keys === 0 ? '没有在此创建的密钥' : `${keys} 个密钥`),
  appGone: '已在别处删除',

  made: (parts: readonly string[]) => parts.join(' · '),
  old: (days: number, said: string) => (days === 0 ? '今天创建' : `已创建 ${said} 天`),
  rotateDueExplained: '已超过你设定的提醒天数。',
  deletedElsewhere: '已在别处删除',
  unknown: '未知',
  unknownExplained: '可能存在：响应丢失，密钥值也随之丢失。',
  look: '在控制台中查看',
  replaced: '正在轮换：新密钥已创建，旧密钥仍然有效。',
  deleteOld: '删除旧密钥…',
  busy: {
    'new-app': '正在创建',
    'delete-app': '正在删除',
    'new-key': '正在创建',
    'delete-key': '正在删除',
    'rotate-key': '正在轮换',
  } satisfies Record<KeysOperation['kind'], string>,

  menu: {
    rotate: '轮换…',
    copyId: '复制密钥 ID',
    console: '在控制台中打开',
    forget: '从列表中移除',
    delete: '删除…',
    deleteApp: '删除应用…',
  },

  onlyHere: '只列出在此创建的密钥；Parallel 的 API 无法列出其他密钥。',
  seeAll: '在控制台中查看全部',
  trouble: (what: string, when: string | null) =>
    when === null ? `${what}：无法获取应用。` : `${what}：列表截至${spacedBefore(when)}。`,
  tryNow: '立即重试',
  trying: '正在重试',
  notManaging: '此登录可以查看应用，但无权更改。',
  allow: '允许…',
  off: {
    permission: '此登录无权管理应用和密钥。',
    session: '先重新登录。',
    doing: '等待当前更改完成。',
    noApp: '先创建一个应用。',
  },
  loading: '正在获取应用和密钥',

  empty: {
    noKeys: '尚未在此创建密钥',
    noKeysExplained:
      '有了密钥，你的代码才能调用 Parallel。在应用中创建一个：密钥值只显示一次，可以复制，或直接保存到 .env 文件。',
    noApps: '尚无应用',
    noAppsExplained: '一个应用存放一个程序或服务的密钥。先创建应用，再在其中创建密钥。',
  },

  cancel: '取消',
  close: '关闭',
  notDone,
  newAppDialog: {
    title: '新建应用',
    name: '名称',
    note: '将使用其中密钥的程序或服务。',
    act: '创建应用',
  },
  newKeyDialog: {
    title: '新建密钥',
    name: '名称',
    note: '写明它用在哪里，以便日后知道缺了它会影响什么。',
    app: '应用',
    act: '创建密钥',
  },
  nameMissing: '输入名称，最多 100 个字符。',
  nameTooLong: (most: number) => `名称最多 ${most} 个字符。`,
  deleteAppDialog: {
    title: <T>(app: T): Phrase<T> => ['删除“', app, '”？'],
    explained: (keys: number) =>
      keys === 0
        ? '在别处为它创建的密钥可能会立即失效。此操作无法撤销。'
        : `它的密钥，包括在此创建的 ${keys} 个和在别处创建的，可能会立即失效。此操作无法撤销。`,
    type: <T>(app: T): Phrase<T> => ['输入“', app, '”以确认'],
    act: '删除应用',
  },
  /** Of a row that came from a file. */
  imported: '来自文件',

  deleteKeyDialog: {
    id: '密钥 ID',
    imported: '此行来自文件，名称可能有误。核对该 ID 是否属于你要删除的密钥。',
    title: <T>(key: T): Phrase<T> => ['删除“', key, '”？'],
    titleOld: <T>(key: T): Phrase<T> => ['删除旧的“', key, '”？'],
    explained: <T>(app: T): Phrase<T> => [
      '使用“',
      app,
      '”中此密钥的程序可能会立即停止工作。此操作无法撤销。',
    ],
    explainedOld: '仍在使用旧密钥的程序可能会立即停止工作；新密钥保留。此操作无法撤销。',
    key: '密钥',
    made: '创建时间',
    act: '删除密钥',
    actOld: '删除旧密钥',
  },
  rotateDialog: {
    title: <T>(key: T): Phrase<T> => ['轮换“', key, '”？'],
    steps: [
      {
        name: '现在：创建同名的新密钥',
        explained: '密钥值只显示一次。用它替换使用旧密钥的地方。',
      },
      {
        name: '然后：删除旧密钥',
        explained: '在列表中选择“删除旧密钥…”之前，旧密钥一直有效。',
      },
    ],
    act: '创建新密钥',
  },

  secret: {
    title: <T>(key: T): Phrase<T> => ['“', key, '”已就绪'],
    explained: '密钥值只显示这一次。现在就复制或保存。',
    where: <T>(app: T, organisation: T): Phrase<T> => ['这是“', organisation, '”的应用“', app, '”中的密钥。'],
    label: '密钥值',
    show: '显示密钥值',
    hide: '隐藏密钥值',
    copy: '复制密钥值',
    copyAgain: '再次复制',
    copying: '正在复制',
    save: '保存到 .env…',
    saving: '正在保存',
    notKept: 'Parallel Tray 不保留密钥值。复制一分钟后会清空剪贴板。',
    clearsIn: (seconds: number) => `已复制。${seconds} 秒后清空剪贴板。`,
    cleared: '已复制，并已从剪贴板清除。',
    left: '已复制。这里无法检查剪贴板，粘贴后自行清空。',
    saved: <T>(file: T): Phrase<T> => ['已保存到“', file, '”。'],
    done: '完成',
    doneOff: '先复制或保存密钥值，或者放弃此密钥。',
    discard: '放弃并删除密钥',
    discarding: '正在删除',
    notShown: '无法显示密钥值。',
  },
}
