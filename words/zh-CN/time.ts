export const time = {
  /** What stands between two sentences. */
  betweenSentences: '',
  /** What ends a sentence that is put together from parts. */
  fullStop: '。',
  unitsAreSpelledOut: false,
  dateAndTime: (date: string, time: string) => `${date} ${time}`,
  weekdayAndDate: (weekday: string, date: string) => `${date} ${weekday}`,
  justNow: '刚刚',
  minutesAgo: (minutes: number) => `${minutes} 分钟前`,
  hoursAgo: (hours: number) => `${hours} 小时前`,
  seconds: (seconds: number) => `${seconds} 秒`,
  minutes: (minutes: number) => `${minutes} 分钟`,
  hours: (hours: number) => `${hours} 小时`,
  /** An amount that is not zero, yet rounds to it. */
  lessThan: (amount: string) => `不到 ${amount}`,
  lessThanBelowZero: (amount: string) => `低于零（不到 ${amount}）`,
  days: (days: number) => `${days} 天`,
}
