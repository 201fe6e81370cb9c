import { plural } from '../plural.ts'

export const time = {
  betweenSentences: ' ',
  fullStop: '.',
  unitsAreSpelledOut: true,
  dateAndTime: (date: string, time: string) => `${date}, ${time}`,
  weekdayAndDate: (weekday: string, date: string) => `${weekday}, ${date}`,
  justNow: 'agora mesmo',
  minutesAgo: (minutes: number) => `há ${minutes} min`,
  hoursAgo: (hours: number) => `há ${hours} h`,
  seconds: (seconds: number) => `${seconds} s`,
  minutes: (minutes: number) => `${minutes} min`,
  hours: (hours: number) => `${hours} h`,
  /** An amount that is not zero, yet rounds to it. */
  lessThan: (amount: string) => `menos de ${amount}`,
  lessThanBelowZero: (amount: string) => `menos de ${amount} abaixo de zero`,
  days: (days: number) => plural('pt-BR', days, { one: `${days} dia`, other: `${days} dias` }),
}
