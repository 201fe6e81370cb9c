import { restartToUpdate } from './updates.ts'

/** The tray icon's tooltip and menu, and what is said before there is a window. */
export const tray = {
  notSignedIn: 'Parallel Tray: not signed in',
  restoring: 'Parallel Tray: loading your sign-ins',
  waiting: 'Parallel Tray: waiting for your approval',

  paysByInvoice: 'pays by invoice',
  notRead: 'not loaded yet',
  signInAgain: 'sign in again',
  unreadable: 'the stored sign-in can’t be opened',
  signingOut: 'signing out',
  unsaved: 'latest tokens not saved yet',
  low: 'low',
  lessThanADay: 'less than a day',
  nothingLeft: 'nothing left',
  spendsFast: 'spending fast',
  topUpUnknown: 'charge not confirmed yet',
  offline: 'offline',
  /** When the amounts were read: a line of its own. */
  asOf: (when: string) => `As of ${when}`,
  organisation: (name: string, what: string) => `${name}: ${what}`,
  /** Joins two reasons to look. */
  and: (one: string, other: string) => `${one}, ${other}`,
  /** An amount, and why to look at it. */
  because: (amount: string, reason: string) => `${amount} · ${reason}`,
  more: (count: number) => `and ${count} more`,

  allOrganisations: (count: number) => `All ${count} organizations`,
  refresh: 'Refresh now',
  topUp: (name: string) => `Top up ${name}…`,
  signIn: 'Sign in',
  addOrganisation: 'Add an organization…',
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
  noAnswer: (folder: string) => ({
    title: 'Parallel Tray couldn’t start',
    explained:
      `Its folder is locked, but no running Parallel Tray answered: ${folder}\n` +
      'Check that you can write there. If Parallel Tray isn’t running, here or on another computer, ' +
      'delete the file SingletonLock in it and try again.',
  }),

  /** Said before quitting when a sign-in that was kept in memory only could not be ended on the server. */
  notRevoked: {
    title: 'Parallel couldn’t be reached to revoke the sign-in',
    explained:
      'It was kept only in memory and is gone from this computer, but at Parallel it stays valid until it expires:',
    organisation: (name: string, until: string | null) =>
      until === null ? `${name}: date unknown` : `${name}: ${until}`,
  },
}
