/** The session: what lasts how long, and what this sign-in may do. */
export const session = {
  clocks: 'How long each lasts',
  access: {
    name: 'Access',
    renews: (when: string) => `Lasts until ${when}, then renews automatically.`,
    over: 'Renews automatically with the next refresh.',
  },
  signIn: {
    name: 'Sign-in',
    startsOver: (when: string) => `Restarts with each renewal; without one it ends ${when}.`,
    bounded: 'Ends with the authorization at the latest.',
    unknown: 'Restarts with each renewal. Parallel doesn’t say how long it lasts without one.',
  },
  authorization: {
    name: 'Authorization',
    fixed: (when: string) => `Fixed. Sign in again by ${when}; you’ll get a notice 3 days before.`,
    soon: (when: string) => `Ends ${when}. Sign in again before then.`,
    unknown: 'Parallel doesn’t say when it ends. Sign in again after it ends.',
  },
  /** In place of the time that is left. */
  notKnown: 'Unknown',
  over: 'Expired',

  ended: 'History, keys, and settings are kept for the next sign-in.',
  unreadable: 'Its end date can be read once the keyring is unlocked.',
  signingOut: 'Signing out. Parallel Tray asks Parallel to revoke this authorization.',
  renewing: 'Access and sign-in renew automatically',

  allowed: 'Allowed',
  wasAllowed: 'Was allowed',
  allowedOnceOpen: 'Allowed once the sign-in can be opened',
  notAllowed: 'not allowed',
  allow: 'Allow…',
  /** Read out on the button. */
  allowLabel: (permission: string) => `Allow: ${permission}…`,

  kept: {
    encrypted: (host: string) =>
      `Tokens are encrypted with the key in the system’s keyring. They’re sent only to ${host}.`,
    plain: (host: string) =>
      `Tokens are on this disk, not encrypted: anyone who can read your files can use this sign-in. They’re sent only to ${host}.`,
    memory: (host: string) =>
      `Tokens are in memory until you quit. They’re sent only to ${host}. You sign in again each time you open the app.`,
  },

  again: 'Sign in again',
  starting: 'Starting',
  signOut: 'Sign out…',
  signingOutNow: 'Signing out',
  signOutEverywhere: 'Sign out everywhere…',
}
