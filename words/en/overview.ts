import type { Phrase } from '../phrase.ts'
import { livesInTray } from './lives-in-tray.ts'

export const overview = {
  organisations: 'Organisations',
  allOrganisations: 'All organisations',
  addOrganisation: 'Add an organisation…',
  signOutOf: <T>(organisation: T): Phrase<T> => ['Sign out of ', organisation, '…'],
  signOut: 'Sign out…',
  signingOut: 'Signing out',
  refresh: 'Refresh now',
  refreshAll: 'Refresh all',
  reading: 'Reading…',
  notRead: 'Not read yet',
  openBilling: 'Open billing',

  spendable: 'Spendable',
  explained: 'Credit less what running tasks hold',
  asOf: (when: string, age: string) => `as of ${when}, ${age}`,
  lessThanADayAgo: (amount: string) => `${amount} less than 24 hours ago`,
  moreThanADayAgo: (amount: string) => `${amount} more than 24 hours ago`,
  asADayAgo: 'As much as 24 hours ago',
  nothingLeft: 'Nothing is left to spend.',
  heldOverCredit: 'Below zero: more is held than there is credit',
  creditBelowZero: 'The credit itself is below zero.',
  credit: 'Credit',
  held: 'Held for running tasks',
  /** Read out for the bar. */
  split: (spendable: string, held: string) => `${spendable} spendable, ${held} held`,

  balance: 'Balance',
  invoice: 'Pays by invoice',
  invoiceShort: 'Invoice',
  invoiceExplained: <T>(organisation: T): Phrase<T> => [
    'Parallel sends ',
    organisation,
    ' a bill for what it used. There is no prepaid balance to watch and nothing to top up, so forecast and low-balance notices are off.',
  ],

  topUp: 'Top up…',
  /** Why the button is off. */
  topUpOff: {
    unknown: 'Off until it is known whether the last one was charged.',
    stale: 'Off until the balance can be read again.',
    reading: 'Off until the balance is read.',
  },
  /** A top-up that isn't over, or whose end hasn't been seen. */
  topUpLine: {
    charging: (amount: string) => `Charging ${amount}`,
    unknown: (amount: string, when: string) =>
      `${amount}, asked ${when}: not known yet whether it was charged.`,
    asking: 'Asking again now.',
    next: (wait: string) => `Asked again in ${wait}.`,
    findOut: 'You can find out now.',
    tooOld: 'Billing in the console shows it.',
    off: 'Top up is off until then.',
    added: (amount: string, when: string) => `${amount} added at ${when}.`,
    notCharged: (amount: string, when: string) => `${amount} at ${when}: not charged.`,
    more: 'Details',
  },

  forecast: {
    lessThanADay: 'Less than a day left',
    moreThanTwoMonths: 'More than two months left',
    about: (days: number) => (days === 1 ? 'About 1 day left' : `About ${days} days left`),
    nothingLeft: 'Nothing left to spend',
    nothingLeftExplained: 'Nothing can be spent until money is added.',
    thisWeek: (perDay: string) => `at this week’s pace, ${perDay} a day`,
    lastDays: (basis: string, perDay: string) => `at the pace of the last ${basis}, ${perDay} a day`,
    days: (days: number) => `${days} days`,
    knownAt: (when: string, perDay: string) => `at the pace known at ${when}, ${perDay} a day`,
    runsOutAbout: (when: string, perDay: string) => `Used up about ${when} at this pace, ${perDay} a day.`,
    notEnough: 'Not enough data yet',
    notEnoughExplained: (since: string | null) =>
      since === null
        ? 'A forecast needs a day of readings. Parallel Tray reads the balance while it runs.'
        : `A forecast needs a day of readings. The first was ${since}; Parallel Tray reads on while it runs.`,
    noSpending: 'Nothing is being spent',
    noSpendingExplained: (basis: string) => `Nothing was spent in the last ${basis}, so nothing runs out.`,
    today: 'Today',
    /** Read out for the chart. */
    chart: (from: string, first: string, last: string) =>
      `Spendable since ${from}: from ${first} to ${last}.`,
    chartEnd: (when: string) => `At this pace it reaches zero about ${when}.`,
  },

  lastDays: 'Last days',
  allActivity: 'All activity',
  meanwhile: 'Set up meanwhile',
  warnBelow: 'Warn me below',
  shortcutToOpen: 'Shortcut to open',
  notSet: 'Not set',
  keysMade: (keys: number) =>
    keys === 0 ? 'No keys made here yet' : keys === 1 ? '1 key made here' : `${keys} keys made here`,
  keysDue: (keys: string) => `${keys} to rotate`,
  keysMadeHere: 'Keys made here',
  allKeys: 'Apps & keys',
  authorizationEnded: (when: string) => `Authorization ended ${when}`,

  thisSignIn: 'This sign-in',
  authorizedUntil: (date: string) => `Authorized until ${date}`,
  authorizedExplained: 'Renewed by itself until then.',
  signedInUntil: (date: string) => `Signed in until ${date} at least`,
  signedInExplained: 'Renewed by itself while Parallel Tray runs.',
  authorized: 'Authorized, end not known',

  pendingNow: (count: number) =>
    count === 1 ? 'A sign-out is under way' : `${count} sign-outs are under way`,
  pendingNowExplained: 'Parallel is told as soon as it answers',
  pendingTitle: 'Sign-outs under way',
  pending: <T>(organisation: T): Phrase<T> => [organisation, ': signed out here'],
  pendingUntil: (when: string) =>
    `Parallel doesn’t know yet and is told as soon as it answers. Ends by itself ${when}.`,
  pendingOpen: 'Parallel doesn’t know yet and is told as soon as it answers.',
  pendingNext: (when: string) => `Tried again at ${when}.`,
  pendingTrying: 'Trying',

  /** Under an organisation's name in the list. */
  why: {
    unreadable: 'The keyring was locked at start',
    signingOut: 'Signing out',
    unsaved: 'Newest tokens not saved yet',
    topUpUnknown: 'A top-up isn’t settled',
  },

  strips: {
    signInAgain: {
      title: <T>(organisation: T): Phrase<T> => ['Sign in to ', organisation, ' again'],
      explained: (when: string) => `Authorization ended, seen ${when}.`,
      act: 'Sign in again',
    },
    unreadable: {
      title: 'The keyring was locked at start',
      explained: 'Unlock it, then restart. The sign-in is still stored.',
      act: 'Restart',
    },
    unsaved: {
      title: 'The newest tokens are not saved',
      explained:
        'They are in memory and saving is tried again. If you quit before it works, you sign in again.',
    },
    alerts: {
      spendable: {
        title: 'Low balance',
        explained: (limit: string) => `Below the ${limit} you set.`,
        short: 'Low balance',
      },
      daysLeft: {
        title: (days: number) =>
          days < 1 ? 'Less than a day left' : `About ${days === 1 ? 'a day' : `${days} days`} left`,
        explained: (days: number) => `Fewer than the ${days === 1 ? 'one day' : `${days} days`} you set.`,
        unknown: 'Few days left',
        short: 'Runs out soon',
      },
      spending: {
        title: 'Much spent within an hour',
        explained: (limit: string) => `More than the ${limit} you set.`,
        short: 'Spends fast',
      },
      /** When the limit was taken away meanwhile. */
      noLimit: 'As you wanted to be told.',
      notToday: 'Mute today',
      topUp: 'Top up…',
    },
    justArrived: {
      title: <T>(organisation: T): Phrase<T> => ['Signed in to ', organisation],
      explained: 'Not yours? Someone else approved it.',
      insteadOf: (organisation: string) =>
        `You chose this one in the browser. ${organisation} still waits to be signed in again.`,
      act: 'Sign out',
    },
    trouble: {
      since: (what: string, when: string) => `${what} since ${when}`,
      known: 'You see what was known then.',
      byItself: 'It is tried again by itself.',
    },
    endsSoon: {
      title: (when: string) => `Authorization ends ${when}`,
      explained: 'Sign in again to stay signed in.',
      act: 'Sign in again',
    },
    signIn: {
      consent: {
        title: 'A sign-in waits for your answer',
        explained: 'Where should it be kept?',
        act: 'Answer',
      },
      waiting: {
        title: 'A sign-in is under way',
        explained: 'It waits for your approval in the browser.',
        act: 'Show code',
      },
      ended: {
        title: 'The sign-in has ended',
        explained: 'Nothing was signed in.',
        act: 'See why',
      },
    },
    livesInTray,
    noTray: {
      title: 'This desktop shows no tray',
      minimises: 'Closing the window minimizes it.',
      quits: 'Closing the window quits the app.',
      act: 'Why?',
    },
    fileSetAside: {
      title: (file: string) => `${file} could not be read`,
      explained: 'It is kept as it is. Parallel Tray goes on without it.',
    },
    storage: { title: 'Not saved on this computer' },
    windowRebuilt: {
      title: 'The window had to be made again',
      explained: 'Only what was typed and not sent is lost.',
    },
  },

  signOutDialog: {
    title: <T>(organisation: T): Phrase<T> => ['Sign out of ', organisation, '?'],
    explained:
      'Parallel is told to end this authorization, and its tokens are deleted from this computer. To come back you approve a new code.',
    unreachable: 'If Parallel can’t be reached now, it is told later, and the overview says so until then.',
    cancel: 'Cancel',
    act: 'Sign out',
    busy: 'Signing out',
  },
}
