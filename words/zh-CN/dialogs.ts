import type { Permission } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const allow: Record<Permission, { title: <T>(organisation: T) => Phrase<T>; explained: string }> = {
  see: {
    title: (organisation) => ['允许 Parallel Tray 查看“', organisation, '”的余额？'],
    explained: '它会读取余额、应用和密钥，不作任何更改。',
  },
  manage: {
    title: (organisation) => ['允许 Parallel Tray 管理“', organisation, '”的应用和密钥？'],
    explained: '它会创建和删除应用和密钥，且仅在你操作时进行。',
  },
  'add-money': {
    title: (organisation) => ['允许 Parallel Tray 为“', organisation, '”充值？'],
    explained: '它会从组织的银行卡扣款，每次最多 US$100，且仅在你操作时进行。',
  },
}

const forget = {
  name: '同时删除历史记录和密钥清单',
  explained: '否则它们会留在这台电脑上，供下次登录使用。',
}

/** The dialogs that belong to no screen. */
export const dialogs = {
  forget,
  /** Why nobody may leave now. */
  keyIsMade: '正在创建密钥。先等待密钥值返回。',
  signOutEverywhere: {
    title: (organisations: number) =>
      organisations === 1 ? '从你的组织退出登录？' : `从全部 ${organisations} 个组织退出登录？`,
    explained:
      'Parallel Tray 会请求 Parallel 撤销这些授权，并从这台电脑上删除相应令牌。要重新登录，需为每个组织批准一个新的登录码。',
    unreachable: '如果无法连接 Parallel，Parallel Tray 会不断重试。',
    act: '全部退出登录',
    busy: '正在退出登录',
  },
  reset: {
    title: '清除 Parallel Tray 的所有数据？',
    explained:
      '将从所有组织退出登录，并从这台电脑上删除令牌、设置、历史记录和密钥清单。然后 Parallel Tray 会重新启动。',
    keysGoOn: 'API 密钥由 Parallel 管理，会继续有效。',
    alive:
      '如果现在无法连接 Parallel，Parallel Tray 会在重新启动后重试。在此之前，以下授权在 Parallel 仍然有效，最晚到其过期为止：',
    charging: '正在从银行卡扣款。先等待结果。',
    endsAt: <T>(organisation: T, when: string): Phrase<T> => [organisation, `：${when}`],
    endsUnknown: <T>(organisation: T): Phrase<T> => [organisation, '：日期未知'],
    confirm: (word: string) => `输入“${word}”以确认`,
    /** What has to be typed. */
    word: '清除',
    act: '全部清除',
    busy: '正在清除',
  },
  allow: {
    permissions: allow,
    how: '要允许，需重新登录：在浏览器中批准一个新的登录码。在此之前一切保持不变。',
    act: '重新登录',
    busy: '正在开始',
  },
  quit: {
    title: '现在退出？',
    secret: <T>(key: T): Phrase<T> => ['“', key, '”的密钥值既未复制也未保存。退出后就无法再次显示。'],
    secretCopied: <T>(key: T): Phrase<T> => ['“', key, '”的密钥值仍在显示。退出后就无法再次显示。'],
    charging: (amount: string) => `${amount} 的扣款尚未确认。重新打开 Parallel Tray 后可以重试。`,
    key: <T>(key: T): Phrase<T> => ['Parallel 正在创建密钥“', key, '”。它的密钥值只随响应返回一次。'],
    otherwise: '还有操作正在进行。',
    back: '返回',
    act: '仍要退出',
  },
  import: {
    kept: (here: string, inFile: string) => `保持 ${here}（文件中为 ${inFile}）`,
    deletedThere: '已在别处删除：',
    title: <T>(file: T): Phrase<T> => ['导入“', file, '”？'],
    madeAt: '导出时间',
    settings: '设置',
    withSettings: '替换现有设置',
    withoutSettings: '无',
    organisations: '组织',
    keys: '清单中的密钥',
    readings: '余额记录',
    explained: '密钥和余额记录会添加到现有内容中。导入不会使你登录。',
    act: '导入',
    busy: '正在导入',
  },
}
