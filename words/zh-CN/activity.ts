import type { HistoryRange } from '../../preload/contract/index.ts'
import { spaced, spacedBefore } from './spaced.ts'

const ranges: Record<HistoryRange, { name: string; spent: string }> = {
  day: { name: '日', spent: '24 小时消费' },
  week: { name: '周', spent: '7 天消费' },
  month: { name: '月', spent: '30 天消费' },
  year: { name: '年', spent: '12 个月消费' },
}

/** What was read of the balance, over time. */
export const activity = {
  title: '用量记录',
  span: '时间范围',
  ranges,
  view: '显示方式',
  chart: '图表',
  table: '表格',

  now: '现在',
  asOf: (when: string) => `截至${spacedBefore(when)}`,
  held: (amount: string) => `冻结 ${amount}`,
  /** Beside the value at the head of the page. */
  list: (parts: readonly string[]) => parts.join(' · '),
  chartLabel: (from: string, to: string) =>
    `从${spaced(from)}到${spaced(to)}的可用余额。用方向键逐个查看记录。`,
  spoken: (amount: string, when: string, held: string | null) =>
    held === null ? `${amount}，${when}` : `${amount}，${when}，${held}`,
  elsewhere: (amount: string) => `别处 ${amount}`,
  spendable: '可用余额',
  notRead: '未获取',

  aDay: '每天消费',
  aDayLately: '每天（最近 7 天）',
  lastsUntil: '预计可用到',
  about: (date: string) => `${date}前后`,
  twoMonths: '两个多月后',
  pace: (basis: string) => `按最近 ${basis}的消费计算，不计充值和冻结金额。`,
  gaps: (unread: string) => `其中有 ${unread}未获取余额，但这段时间的消费仍计入。`,

  byDay: '按日',
  days: {
    day: '日期',
    spent: '消费',
    added: '增加',
    left: '剩余',
    today: '今天',
    soFar: '截至目前',
    from: (time: string) => `从${spaced(time)}起`,
    notRead: (duration: string) => `缺 ${duration}`,
    join: (notes: readonly string[]) => notes.join('，'),
  },
  none: '–',

  exportCsv: '导出 CSV…',
  exportJson: '导出 JSON…',
  exporting: '正在导出',

  empty: {
    title: '曲线从这里开始',
    nothing: '尚未获取任何余额。',
    since: (age: string) => `首次获取余额：${age}。`,
    explained: '让 Parallel Tray 保持运行：刷新几次后会出现图表，一天后会出现预测。',
    inRange: '这段时间内没有余额记录',
    inRangeExplained: '选择更长的时间范围，可查看更早的记录。',
  },
  invoice: '此组织为后付费，没有余额可绘制成图表。',
  failed: '无法读取历史记录',
}
