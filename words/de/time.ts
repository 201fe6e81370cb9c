export const time = {
  betweenSentences: ' ',
  dateAndTime: (date: string, time: string) => `${date}, ${time}`,
  weekdayAndDate: (weekday: string, date: string) => `${weekday}, ${date}`,
  justNow: 'gerade eben',
  minutesAgo: (minutes: number) => `vor ${minutes} Min.`,
  hoursAgo: (hours: number) => `vor ${hours} Std.`,
  seconds: (seconds: number) => `${seconds} Sek.`,
  minutes: (minutes: number) => `${minutes} Min.`,
  hours: (hours: number) => `${hours} Std.`,
  lessThan: (amount: string) => `weniger als ${amount}`,
  lessThanBelowZero: (amount: string) => `weniger als ${amount} unter null`,
  days: (days: number) => (days === 1 ? '1 Tag' : `${days} Tage`),
}
