import type { Phrase } from '../phrase.ts'
import { at } from './when.ts'

/** Adding money: every step says what was charged, and what wasn't. */
export const topUp = {
  cancel: 'Cancel',
  close: 'Close',
  done: 'Done',
  tryAgain: 'Try again',
  amount: 'Amount',
  askedAt: 'Requested',
  asked: (when: string, age: string) => `${when}, ${age}`,
  reference: 'Reference',
  billing: 'Billing',
  openBilling: 'Open billing',

  choose: {
    title: <T>(organisation: T): Phrase<T> => ['Top up ', organisation],
    spendable: (amount: string) => `Now spendable: ${amount}`,
    other: 'Or another amount',
    between: (least: string, most: string) => `${least} to ${most}`,
    worth: {
      lessThanADay: 'Less than a day’s worth.',
      moreThanTwoMonths: 'More than two months’ worth.',
      about: (days: string, one: boolean) => (one ? 'About a day’s worth.' : `About ${days} days’ worth.`),
    },
    limit: (amount: string) => `${amount} left of today’s limit.`,
    next: 'Continue',
    wrong: {
      'not-an-amount': (least: string, most: string) =>
        `Type an amount from ${least} to ${most}, such as 25 or 12.50.`,
      'too-little': (least: string) => `The minimum is ${least}.`,
      'too-much': (most: string) => `The maximum is ${most} at a time. For more, use billing in the console.`,
      'over-limit': (left: string) =>
        `Your daily limit leaves ${left} for today. You can change it in Settings.`,
      'limit-reached': 'You’ve reached your daily limit. You can change it in Settings.',
    },
  },

  confirm: {
    title: (amount: string) => `Charge ${amount} now?`,
    explained: 'You can’t undo this here.',
    organisation: 'Organization',
    paidWith: 'Paid with',
    card: 'the organization’s default card',
    after: 'Spendable after',
    about: (amount: string) => `about ${amount}`,
    charge: 'Amount',
    act: (amount: string) => `Charge ${amount}`,
    busy: 'Charging',
  },

  charging: {
    title: (amount: string) => `Charging ${amount}…`,
    explained: 'You can hide Parallel Tray; the result is kept.',
  },

  unknown: {
    title: (amount: string) => `${amount}: charge not confirmed yet`,
    lost: 'Parallel’s answer didn’t arrive. Parallel Tray keeps checking with the same reference: if the charge didn’t go through, it goes through then, and ',
    notTwice: 'you can’t be charged twice.',
    nextTry: 'Next check',
    in: (wait: string) => `in ${wait}`,
    now: 'now',
    byItself: (until: string) =>
      `Parallel Tray keeps checking until ${until}, even with this window closed. You can top up again once it’s confirmed.`,
    act: 'Check again',
    asking: 'Checking',
  },

  /** Sent again only when the user wants it: that may charge the card. */
  later: {
    title: (amount: string) => `${amount}: charge not confirmed`,
    restarted: (amount: string) =>
      `Parallel Tray quit, or you signed out, before the answer arrived. Retrying sends the same request: if ${amount} was already charged, nothing happens; if not, it’s charged now.`,
    stopped: (amount: string) =>
      `No answer arrived. Retrying sends the same request: if ${amount} was already charged, nothing happens; if not, it’s charged now.`,
    act: (amount: string) => `Retry ${amount}`,
    asking: 'Retrying',
  },

  tooOld: {
    title: (amount: string) => `${amount}: charge not confirmed`,
    explained: 'This was too long ago to retry safely. Billing in the console shows whether it went through.',
    putAway: 'I’ve checked, dismiss',
    puttingAway: 'Dismissing',
  },

  added: {
    title: (amount: string) => `${amount} added`,
    explained: (when: string) => `Charged to the default card ${at(when)}.`,
    now: 'Now spendable',
    charged: 'Charged',
    /** After "About 12 days left". */
    pace: (left: string) => `${left} at the pace of the last 7 days.`,
  },

  declined: {
    title: 'The card was declined',
    explained: 'Nothing was charged. Check with your bank, or check the card in billing.',
    act: 'Open billing',
  },

  notCharged: {
    title: (amount: string) => `${amount} was not charged`,
    tried: 'Tried',
    at: (amount: string, when: string) => `${amount} ${at(when)}`,
    says: 'Parallel says',
  },

  notAllowed: {
    title: 'Adding money isn’t allowed yet',
    explained: <T>(organisation: T): Phrase<T> => [
      'This sign-in to ',
      organisation,
      ' can’t add money yet. Sign in again in the browser to allow it; nothing else changes.',
    ],
    notNow: 'Not now',
    act: 'Allow…',
  },

  invoice: {
    title: 'There’s nothing to top up',
  },

  signedOut: {
    title: 'Sign in again to top up',
    explained: 'Nothing can be charged without a sign-in.',
  },
}
