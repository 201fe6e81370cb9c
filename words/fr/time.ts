import { plural } from '../plural.ts'

export const time = {
  betweenSentences: ' ',
  fullStop: '.',
  unitsAreSpelledOut: true,
  dateAndTime: (date: string, time: string) => `${date} à ${time}`,
  weekdayAndDate: (weekday: string, date: string) => `${weekday} ${date}`,
  justNow: 'à l’instant',
  minutesAgo: (minutes: number) => `il y a ${minutes} min`,
  hoursAgo: (hours: number) => `il y a ${hours} h`,
  seconds: (seconds: number) => `${seconds} s`,
  minutes: (minutes: number) => `${minutes} min`,
  hours: (hours: number) => `${hours} h`,
  /** An amount that is not zero, yet rounds to it. */
  lessThan: (amount: string) => `moins de ${amount}`,
  lessThanBelowZero: (amount: string) => `moins de ${amount} sous zéro`,
  days: (days: number) => plural('fr', days, { one: `${days} jour`, other: `${days} jours` }),
}
