/** The session: what lasts how long, and what this sign-in may do. */
export const session = {
  clocks: 'What lasts how long',
  access: {
    name: 'Access',
    renews: (when: string) => `Lasts until ${when}, then renews by itself. Nothing to do.`,
    over: 'Renews by itself with the next refresh. Nothing to do.',
  },
  signIn: {
    name: 'Sign-in',
    startsOver: (when: string) => `Starts over with each renewal. Left alone, it ends ${when}.`,
    bounded: 'Can’t outlive the authorization.',
    unknown: 'Starts over with each renewal. Parallel doesn’t say how long it lasts when left alone.',
  },
  authorization: {
    name: 'Authorization',
    fixed: (when: string) => `Fixed. On ${when} you sign in once more; a notice comes 3 days before.`,
    soon: (when: string) => `Ends ${when}. Then you sign in once more.`,
    unknown: 'Parallel doesn’t say when it ends. Once it has, you sign in once more.',
  },
  /** In place of the time that is left. */
  notKnown: 'Not known',
  over: 'Over',

  ended: 'History, keys and settings are kept for the next sign-in.',
  unreadable: 'Its end can be read once the keyring is open.',
  signingOut: 'Signing out. Parallel is told to end this authorization.',
  renewing: 'Access and sign-in renew by themselves',

  allowed: 'Allowed',
  wasAllowed: 'Was allowed',
  allowedOnceOpen: 'Allowed once the keyring is open',
  notAllowed: 'not allowed',
  allow: 'Allow…',
  /** Read out on the button. */
  allowLabel: (permission: string) => `Allow: ${permission}…`,

  kept: {
    encrypted: (host: string) =>
      `Tokens are encrypted with the key in the system’s keyring and never leave this computer, except to ${host}.`,
    plain: (host: string) =>
      `Tokens are on this disk, not encrypted: anyone who can read your files can use this sign-in. They are sent only to ${host}.`,
    memory: (host: string) =>
      `Tokens are in memory until you quit, and sent only to ${host}. You sign in again after each start.`,
  },

  again: 'Sign in again',
  starting: 'Starting',
  signOut: 'Sign out…',
  signingOutNow: 'Signing out',
  signOutEverywhere: 'Sign out everywhere…',
}
