import type { Phrase } from '../phrase.ts'
import { livesInTray } from './lives-in-tray.ts'
import { at } from './when.ts'

export const overview = {
  organisations: 'Organizations',
  allOrganisations: 'All organizations',
  addOrganisation: 'Add an organization…',
  signOutOf: <T>(organisation: T): Phrase<T> => ['Sign out of ', organisation, '…'],
  signOut: 'Sign out…',
  signingOut: 'Signing out',
  refresh: 'Refresh now',
  refreshAll: 'Refresh all',
  reading: 'Loading…',
  notRead: 'Not loaded yet',
  openBilling: 'Open billing',

  spendable: 'Spendable',
  explained: 'Credit minus what running tasks hold',
  asOf: (when: string, age: string) => `as of ${when}, ${age}`,
  lessThanADayAgo: (amount: string) => `Down ${amount} in 24 hours`,
  moreThanADayAgo: (amount: string) => `Up ${amount} in 24 hours`,
  asADayAgo: 'Same as 24 hours ago',
  nothingLeft: 'There’s nothing left to spend.',
  heldOverCredit: 'Below zero: more is held than the credit covers',
  creditBelowZero: 'Your credit is below zero.',
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
    ' an invoice for what it used. There’s no prepaid balance to watch or top up, so the forecast and low-balance notices are off.',
  ],

  topUp: 'Top up…',
  /** Why the button is off. */
  topUpOff: {
    unknown: 'Paused until the last charge is confirmed.',
    stale: 'Paused until the balance can be refreshed.',
    reading: 'Available once the balance has loaded.',
  },
  /** A top-up that isn't over, or whose end hasn't been seen. */
  topUpLine: {
    charging: (amount: string) => `Charging ${amount}`,
    unknown: (amount: string, when: string) => `${amount} requested ${at(when)}, charge not confirmed.`,
    asking: 'Checking again now.',
    next: (wait: string) => `Checking again in ${wait}.`,
    findOut: 'You can retry it now.',
    tooOld: 'Check billing in the console.',
    off: 'Top-ups are paused until it’s settled.',
    added: (amount: string, when: string) => `${amount} added ${at(when)}.`,
    notCharged: (amount: string, when: string) => `${amount} ${at(when)} was not charged.`,
    more: 'Details',
  },

  forecast: {
    lessThanADay: 'Less than a day left',
    moreThanTwoMonths: 'More than two months left',
    about: (days: number) => (days === 1 ? 'About 1 day left' : `About ${days} days left`),
    nothingLeft: 'Nothing left to spend',
    nothingLeftExplained: 'Requests that cost money fail until you top up.',
    thisWeek: (perDay: string) => `at the pace of the last 7 days, ${perDay} a day`,
    lastDays: (basis: string, perDay: string) => `at the pace of the last ${basis}, ${perDay} a day`,
    days: (days: number) => `${days} days`,
    knownAt: (when: string, perDay: string) => `at the pace known ${at(when)}, ${perDay} a day`,
    runsOutAbout: (when: string, perDay: string) => `Runs out around ${when} at this pace, ${perDay} a day.`,
    notEnough: 'Not enough data yet',
    notEnoughExplained: (since: string | null) =>
      since === null
        ? 'A forecast needs a day of balances. Keep Parallel Tray running.'
        : `A forecast needs a day of balances. The first was ${at(since)}; keep Parallel Tray running.`,
    noSpending: 'Nothing is being spent',
    noSpendingExplained: (basis: string) => `Nothing was spent in the last ${basis}.`,
    today: 'Today',
    /** Read out for the chart. */
    chart: (from: string, first: string, last: string) =>
      `Spendable since ${from}: from ${first} to ${last}.`,
    chartEnd: (when: string) => `At this pace it reaches zero around ${when}.`,
  },

  lastDays: 'Recent days',
  allActivity: 'All activity',
  meanwhile: 'In the meantime',
  warnBelow: 'Warn me below',
  shortcutToOpen: 'Shortcut to open',
  notSet: 'Not set',
  keysMade: (keys: number) =>
    keys === 0 ? 'No keys created here yet' : keys === 1 ? '1 key created here' : `${keys} keys created here`,
  keysDue: (keys: string) => `${keys} to rotate`,
  keysMadeHere: 'Keys created here',
  allKeys: 'Apps & keys',
  authorizationEnded: (when: string) => `Authorization ended ${when}`,

  thisSignIn: 'This sign-in',
  authorizedUntil: (date: string) => `Authorized until ${date}`,
  authorizedExplained: 'Renewed automatically until then.',
  signedInUntil: (date: string) => `Signed in until at least ${date}`,
  signedInExplained: 'Renewed automatically while Parallel Tray runs.',
  authorized: 'Authorized, end date unknown',

  pendingNow: (count: number) => (count === 1 ? 'A sign-out is pending' : `${count} sign-outs are pending`),
  pendingNowExplained: 'Retrying until Parallel answers',
  pendingTitle: 'Pending sign-outs',
  pending: <T>(organisation: T): Phrase<T> => [organisation, ': signed out here'],
  pendingUntil: (when: string) =>
    `Parallel hasn’t confirmed this yet. Retrying until it answers; it expires ${when} at the latest.`,
  pendingOpen: 'Parallel hasn’t confirmed this yet. Retrying until it answers.',
  pendingNext: (when: string) => `Next try at ${when}.`,
  pendingTrying: 'Trying',

  /** Under an organisation's name in the list. */
  why: {
    unreadable: 'The stored sign-in can’t be opened',
    signingOut: 'Signing out',
    unsaved: 'Latest tokens not saved yet',
    topUpUnknown: 'Charge not confirmed yet',
  },

  strips: {
    signInAgain: {
      title: <T>(organisation: T): Phrase<T> => ['Sign in to ', organisation, ' again'],
      explained: (when: string) => `Its authorization ended (noticed ${when}).`,
      act: 'Sign in again',
    },
    unreadable: {
      title: 'The keyring was locked',
      explained: 'Unlock it, then restart. Your sign-in is still stored.',
      act: 'Restart',
    },
    unreadableOnWindows: {
      title: 'Windows can’t open the stored sign-in',
      explained: 'Sign in again. History, keys, and settings are kept.',
    },
    unsaved: {
      title: 'The latest tokens aren’t saved',
      explained:
        'They’re in memory, and Parallel Tray keeps trying. If you quit first, you’ll have to sign in again.',
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
        explained: (days: number) =>
          days === 1 ? 'Less than the one day you set.' : `Fewer than the ${days} days you set.`,
        unknown: 'Few days left',
        short: 'Runs out soon',
      },
      spending: {
        title: 'High spending in the last hour',
        explained: (limit: string) => `More than the ${limit} you set.`,
        short: 'Spending fast',
      },
      /** When the limit was taken away meanwhile. */
      noLimit: 'You asked for this notice.',
      notToday: 'Mute today',
      topUp: 'Top up…',
    },
    justArrived: {
      title: <T>(organisation: T): Phrase<T> => ['Signed in to ', organisation],
      explained: 'Not yours? Someone else may have approved your code.',
      insteadOf: (organisation: string) =>
        `You chose this one in the browser. ${organisation} still needs a new sign-in.`,
      act: 'Sign out',
    },
    trouble: {
      since: (what: string, when: string) => `${what} since ${when}`,
      known: 'Showing the last known balance.',
      byItself: 'Retrying automatically.',
    },
    endsSoon: {
      title: (when: string) => `Authorization ends ${when}`,
      explained: 'Sign in again to stay signed in.',
      act: 'Sign in again',
    },
    signIn: {
      consent: {
        title: 'Finish signing in',
        explained: 'Choose where to keep the sign-in.',
        act: 'Choose',
      },
      waiting: {
        title: 'Sign-in in progress',
        explained: 'Approve it in your browser.',
        act: 'Show code',
      },
      ended: {
        title: 'The sign-in didn’t finish',
        explained: 'You weren’t signed in.',
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
      title: (file: string) => `${file} couldn’t be read`,
      explained: 'The file was kept. Parallel Tray continues without it.',
    },
    storage: { title: 'Not saved on this computer' },
    keyringWaits: {
      title: 'Waiting for the keyring',
      explained: 'Balances are updated once it’s unlocked. If it asks for a password, enter it.',
    },
    windowRebuilt: {
      title: 'The window was reopened after a crash',
      explained: 'Only text you hadn’t submitted was lost.',
    },
  },

  signOutDialog: {
    title: <T>(organisation: T): Phrase<T> => ['Sign out of ', organisation, '?'],
    explained:
      'Parallel Tray asks Parallel to revoke this authorization and deletes its tokens from this computer. To sign in again, approve a new code.',
    unreachable: 'If Parallel can’t be reached, Parallel Tray keeps trying and shows it in the overview.',
    cancel: 'Cancel',
    act: 'Sign out',
    busy: 'Signing out',
  },
}
