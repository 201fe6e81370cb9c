export const time = {
  betweenSentences: ' ',
  fullStop: '.',
  unitsAreSpelledOut: true,
  dateAndTime: (date: string, time: string) => `${date}, ${time}`,
  weekdayAndDate: (weekday: string, date: string) => `${weekday}, ${date}`,
  justNow: 'ahora mismo',
  minutesAgo: (minutes: number) => `hace ${minutes} min`,
  hoursAgo: (hours: number) => `hace ${hours} h`,
  seconds: (seconds: number) => `${seconds} s`,
  minutes: (minutes: number) => `${minutes} min`,
  hours: (hours: number) => `${hours} h`,
  /** An amount that is not zero, yet rounds to it. */
  lessThan: (amount: string) => `menos de ${amount}`,
  lessThanBelowZero: (amount: string) => `menos de ${amount} bajo cero`,
  days: (days: number) => (days === 1 ? '1 día' : `${days} días`),
}
