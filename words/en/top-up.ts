import type { Phrase } from '../phrase.ts'

/** Adding money: every step says what was charged, and what wasn't. */
export const topUp = {
  cancel: 'Cancel',
  close: 'Close',
  done: 'Done',
  tryAgain: 'Try again',
  amount: 'Amount',
  askedAt: 'Asked',
  asked: (when: string, age: string) => `${when}, ${age}`,
  reference: 'Reference',
  billing: 'Billing',
  openBilling: 'Open billing',

  choose: {
    title: <T>(organisation: T): Phrase<T> => ['Top up ', organisation],
    spendable: (amount: string) => `Spendable now: ${amount}`,
    other: 'Or another amount',
    between: (least: string, most: string) => `${least} to ${most}`,
    worth: {
      lessThanADay: 'Less than a day’s worth.',
      moreThanTwoMonths: 'More than two months’ worth.',
      about: (days: string, one: boolean) => (one ? 'About a day’s worth.' : `About ${days} days’ worth.`),
    },
    limit: (amount: string) => `Your limit today: ${amount}.`,
    next: 'Continue',
    wrong: {
      'not-an-amount': (least: string, most: string) =>
        `Type an amount from ${least} to ${most}, such as 25 or 12.50.`,
      'too-little': (least: string) => `The least is ${least}.`,
      'too-much': (most: string) =>
        `Parallel takes at most ${most} at a time. For more, use billing in the console.`,
      'over-limit': (left: string) => `Your own limit leaves ${left} for today. It is set under Settings.`,
      'limit-reached': 'Your own limit for today is used up. It is set under Settings.',
    },
  },

  confirm: {
    title: (amount: string) => `Charge ${amount} now?`,
    explained: 'This can’t be undone here.',
    organisation: 'Organisation',
    paidWith: 'Paid with',
    card: 'its default card, at once',
    after: 'Spendable after',
    about: (amount: string) => `about ${amount}`,
    charge: 'Charge',
    act: (amount: string) => `Charge ${amount}`,
    busy: 'Charging',
  },

  charging: {
    title: (amount: string) => `Charging ${amount}…`,
    explained: 'You can hide Parallel Tray; the result is kept.',
  },

  unknown: {
    title: (amount: string) => `Not known yet whether ${amount} was charged`,
    lost: 'The answer didn’t arrive. Parallel Tray asks again with the same reference, so ',
    notTwice: 'you can’t be charged twice.',
    nextTry: 'Next try',
    in: (wait: string) => `in ${wait}`,
    now: 'now',
    byItself: (until: string) =>
      `It goes on by itself until ${until}, with this window closed too. Until it is known, no other top-up is offered.`,
    act: 'Ask again now',
    asking: 'Asking',
  },

  /** Asked again only when the user wants it. */
  later: {
    title: (amount: string) => `Not known whether ${amount} was charged`,
    restarted:
      'Parallel Tray ended, or you signed out, before the answer came. “Find out now” sends the same request again: if it was charged, nothing happens; if not, it is charged now.',
    stopped:
      'No answer came. “Find out now” sends the same request again: if it was charged, nothing happens; if not, it is charged now.',
    act: 'Find out now',
    asking: 'Finding out',
  },

  tooOld: {
    title: (amount: string) => `Not known whether ${amount} was charged`,
    explained:
      'It was asked too long ago to ask again safely. Billing in the console shows whether it went through.',
    putAway: 'I have looked, put it away',
    puttingAway: 'Putting it away',
  },

  added: {
    title: (amount: string) => `${amount} added`,
    explained: (when: string) => `Charged to the default card at ${when}.`,
    now: 'Spendable now',
    charged: 'Charged',
    /** After "About 12 days left". */
    pace: (left: string) => `${left} at this week’s pace.`,
  },

  declined: {
    title: 'The card was declined',
    explained: 'Nothing was charged. Your bank or Parallel’s card settings can say why.',
    act: 'Card settings',
  },

  notCharged: {
    title: (amount: string) => `${amount} was not charged`,
    tried: 'Tried',
    at: (amount: string, when: string) => `${amount} at ${when}`,
    says: 'Parallel says',
  },

  notAllowed: {
    title: 'Adding money isn’t allowed yet',
    explained: <T>(organisation: T): Phrase<T> => [
      'This sign-in to ',
      organisation,
      ' may not add money. A short sign-in in the browser can allow it; nothing else changes.',
    ],
    notNow: 'Not now',
    act: 'Allow…',
  },

  invoice: {
    title: 'There is nothing to top up',
  },

  signedOut: {
    title: 'Sign in again to top up',
    explained: 'Without a sign-in nothing can be charged.',
  },
}
