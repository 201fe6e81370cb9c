export const time = {
  /** What stands between two sentences. */
  betweenSentences: ' ',
  /** What ends a sentence that is put together from parts. */
  fullStop: '.',
  /** Whether running text says "10 minutes" where figures say "10 min". */
  unitsAreSpelledOut: true as boolean,
  dateAndTime: (date: string, time: string) => `${date}, ${time}`,
  weekdayAndDate: (weekday: string, date: string) => `${weekday}, ${date}`,
  justNow: 'just now',
  minutesAgo: (minutes: number) => `${minutes} min ago`,
  hoursAgo: (hours: number) => `${hours} h ago`,
  seconds: (seconds: number) => `${seconds} s`,
  minutes: (minutes: number) => `${minutes} min`,
  hours: (hours: number) => `${hours} h`,
  /** An amount that is not zero, yet rounds to it. */
  lessThan: (amount: string) => `less than ${amount}`,
  lessThanBelowZero: (amount: string) => `less than ${amount} below zero`,
  days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
}
