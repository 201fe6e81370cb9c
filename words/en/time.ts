export const time = {
  justNow: 'just now',
  minutesAgo: (minutes: number) => `${minutes} min ago`,
  hoursAgo: (hours: number) => `${hours} h ago`,
  /** An amount that is not zero, yet rounds to it. */
  lessThan: (amount: string) => `less than ${amount}`,
  lessThanBelowZero: (amount: string) => `less than ${amount} below zero`,
}
