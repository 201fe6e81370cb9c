export const time = {
  /** What stands between two sentences. */
  betweenSentences: '',
  /** What ends a sentence that is put together from parts. */
  fullStop: '。',
  unitsAreSpelledOut: false,
  dateAndTime: (date: string, time: string) => `${date} ${time}`,
  weekdayAndDate: (weekday: string, date: string) => `${date}（${weekday}）`,
  justNow: 'たった今',
  minutesAgo: (minutes: number) => `${minutes}分前`,
  hoursAgo: (hours: number) => `${hours}時間前`,
  seconds: (seconds: number) => `${seconds}秒`,
  minutes: (minutes: number) => `${minutes}分`,
  hours: (hours: number) => `${hours}時間`,
  /** An amount that is not zero, yet rounds to it. */
  lessThan: (amount: string) => `${amount}未満`,
  lessThanBelowZero: (amount: string) => `マイナス（${amount}未満）`,
  days: (days: number) => `${days}日`,
}
