import { restartToUpdate } from './updates.ts'

/** The tray icon's tooltip and menu, and what is said before there is a window. */
export const tray = {
  notSignedIn: 'Parallel Tray: not signed in',
  restoring: 'Parallel Tray: opening what was kept',
  waiting: 'Parallel Tray: waiting for your approval',

  paysByInvoice: 'pays by invoice',
  notRead: 'not read yet',
  signInAgain: 'sign in again',
  keyringLocked: 'the keyring was locked at start',
  signingOut: 'signing out',
  unsaved: 'newest tokens not saved yet',
  low: 'low',
  lessThanADay: 'less than a day',
  nothingLeft: 'nothing left',
  spendsFast: 'spends fast',
  topUpUnknown: 'not known yet whether it was charged',
  offline: 'offline',
  /** When the amounts were read: a line of its own. */
  asOf: (when: string) => `As of ${when}`,
  organisation: (name: string, what: string) => `${name}: ${what}`,
  /** Joins two reasons to look. */
  and: (one: string, other: string) => `${one}, ${other}`,
  /** An amount, and why to look at it. */
  because: (amount: string, reason: string) => `${amount} · ${reason}`,
  more: (count: number) => `and ${count} more`,

  allOrganisations: (count: number) => `All ${count} organisations`,
  refresh: 'Refresh now',
  topUp: (name: string) => `Top up ${name}…`,
  signIn: 'Sign in',
  addOrganisation: 'Add an organisation…',
  copyAndOpen: (userCode: string) => `${userCode} – copy and open browser`,
  /** When the address is a foreign one, the window asks before it is opened. */
  copyAndShow: (userCode: string) => `${userCode} – copy and show`,
  cancelSignIn: 'Cancel sign-in',
  open: 'Open Parallel Tray',
  /** In the menu of the app itself (macOS). */
  about: 'About Parallel Tray',
  quit: 'Quit Parallel Tray',
  restartToUpdate,

  /** For the terminal. */
  noDebugging:
    'Debugging is off in the packaged app. Name another folder in PARALLEL_TRAY_USER_DATA to debug there.',
  noAnswer: (folder: string) => ({
    title: 'Parallel Tray could not start',
    explained:
      `Its folder is locked, but no running Parallel Tray answered: ${folder}\n` +
      'Check that you may write there. If no Parallel Tray runs, on this or another computer, ' +
      'delete the file SingletonLock in it and start again.',
  }),

  /** Said before quitting when a sign-in that was kept in memory only could not be ended on the server. */
  notRevoked: {
    title: 'Parallel could not be told to end the sign-in',
    explained:
      'It was kept in memory only and is forgotten here, but on the server it lives on until it ends by itself:',
    organisation: (name: string, until: string | null) =>
      until === null ? `${name}: at a time the server did not name` : `${name}: ${until}`,
  },
}
