import type { Permission } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const allow: Record<Permission, { title: <T>(organisation: T) => Phrase<T>; explained: string }> = {
  see: {
    title: (organisation) => ['允许查看 ', organisation, ' 的余额？'],
    explained: '读取余额、应用和密钥，不作任何更改。',
  },
  manage: {
    title: (organisation) => ['允许管理 ', organisation, ' 的应用和密钥？'],
    explained: '创建和删除应用和密钥，每次都由你发起。',
  },
  'add-money': {
    title: (organisation) => ['允许为 ', organisation, ' 充值？'],
    explained: '从组织的银行卡扣款，每次最多 US$100，每次都由你发起。',
  },
}

const forget = {
  name: '同时删除历史记录和密钥清单',
  explained: '否则它们会留在这台电脑上，供下次登录使用。',
}

export const dialogs = {
  keyIsMade: '正在创建密钥。要等到密钥值返回后才能继续。',
  forget,
  signOutEverywhere: {
    title: (organisations: number) =>
      organisations === 1 ? '退出登录这一个组织？' : `退出登录全部 ${organisations} 个组织？`,
    explained:
      '将通知 Parallel 结束这些授权，并从这台电脑上删除其令牌。要再次使用，需为每个组织批准一个新的登录码。',
    unreachable: '如果现在连不上 Parallel，会稍后通知。',
    act: '全部退出登录',
    busy: '正在退出登录',
  },
  reset: {
    title: '清除这里的所有数据？',
    explained:
      '将退出登录所有组织，并从这台电脑上删除令牌、设置、历史记录和密钥清单。然后 Parallel Tray 会重新启动。',
    keysGoOn: 'API 密钥继续有效：它们存放在 Parallel。',
    alive:
      '如果无法立即通知 Parallel，会在重新启动后通知。在此之前，以下授权在 Parallel 那边仍然有效，最晚到其自行结束为止：',
    charging: '正在从银行卡扣款。要等到答复后才能重置。',
    endsAt: <T>(organisation: T, when: string): Phrase<T> => [organisation, `：${when}`],
    endsUnknown: <T>(organisation: T): Phrase<T> => [organisation, '：结束时间未知'],
    confirm: (word: string) => `输入“${word}”以确认`,
    /** What has to be typed; compared with what is typed, in lower case. */
    word: '清除',
    act: '全部清除',
    busy: '正在删除',
  },
  allow: {
    permissions: allow,
    how: '为此需要再登录一次：在浏览器中批准一个新的登录码。在此之前一切保持不变。',
    act: '重新登录',
    busy: '正在开始',
  },
  quit: {
    title: '现在退出？',
    secret: <T>(key: T): Phrase<T> => [
      key,
      ' 的密钥值既未复制也未保存。Parallel Tray 退出后，就再也无法显示它。',
    ],
    secretCopied: <T>(key: T): Phrase<T> => [
      key,
      ' 的密钥值尚未处理完毕。Parallel Tray 退出后，就再也无法显示它。',
    ],
    charging: (amount: string) => `尚不清楚 ${amount} 是否已扣款。下次启动后可以查明。`,
    key: <T>(key: T): Phrase<T> => [
      'Parallel 正在创建密钥 ',
      key,
      '。它的密钥值随答复一起到达，而且只有一次。',
    ],
    otherwise: '还有操作正在进行。',
    back: '返回',
    act: '仍要退出',
  },
  import: {
    kept: (here: string, inFile: string) => `保持 ${here}：文件不会将其提高到 ${inFile}`,
    deletedThere: '已在那边删除：',
    title: <T>(file: T): Phrase<T> => ['导入 ', file, '？'],
    madeAt: '创建时间',
    settings: '设置',
    withSettings: '替换这里的设置',
    withoutSettings: '无',
    organisations: '组织',
    keys: '清单中的密钥',
    readings: '读数',
    explained: '密钥和读数会添加到这里已有的内容中。导入不会登录任何组织。',
    act: '导入',
    busy: '正在导入',
  },
}
