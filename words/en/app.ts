import type { Keeping, Permission } from '../../preload/contract/index.ts'

const permissions: Record<Permission, { name: string; explained: string; short: string }> = {
  see: {
    name: 'See balance and apps',
    explained: 'Always needed.',
    short: 'see balance and apps',
  },
  manage: {
    name: 'Manage apps and keys',
    explained: 'Create and delete them.',
    short: 'manage apps and keys',
  },
  'add-money': {
    name: 'Add money',
    explained: 'Charge the organization’s card, at most $100 at a time.',
    short: 'add money',
  },
}

const keeping: Record<Keeping, { name: string; explained: string }> = {
  encrypted: {
    name: 'Stored encrypted on this computer',
    explained: 'The key is in the system’s keyring.',
  },
  plain: {
    name: 'Stored on this disk, not encrypted',
    explained: 'Anyone who can read your files can use this sign-in.',
  },
  memory: {
    name: 'Kept in memory until you quit',
    explained: 'Nothing is saved. You sign in again each time you open the app.',
  },
}

/** What more than one screen says. */
export const app = {
  name: 'Parallel Tray',
  unofficial: 'Parallel Tray, unofficial',
  cancel: 'Cancel',
  back: 'Back',
  close: 'Close',
  dismiss: 'Dismiss',
  tryNow: 'Try now',
  /** Before the host's name, in the banner that can't be closed. */
  otherServer: 'Not Parallel’s own server:',
  otherServerLabel: 'Server',
  noticeLabel: 'Notice',
  howTokensAreKept: 'How tokens are kept',
  keepingDialog: {
    title: 'How tokens are kept',
    facts: [
      {
        name: 'Encrypted',
        explained:
          'The key is in your system’s keyring. If there is no keyring, you’re asked first, and nothing is saved unless you agree.',
      },
      {
        name: 'Out of sight',
        explained: 'This window never gets a token, and none is written to the log.',
      },
      {
        name: 'To Parallel only',
        explained: 'They are sent to the servers that issued them, and nowhere else.',
      },
      {
        name: 'Deleted when you sign out',
        explained: 'Parallel Tray asks Parallel to revoke the authorization, and deletes the file.',
      },
    ],
    limit: 'Programs that run as you on this computer may be able to read the keyring too.',
    folder: 'App files',
    close: 'Close',
  },
  reference: 'Reference',
  permissions,
  keeping,
  /** Permissions in one line, from their short forms. */
  list: (short: readonly string[]) => {
    const line = short.join(', ')
    return line.charAt(0).toUpperCase() + line.slice(1)
  },
  mayDo: (short: readonly string[]) =>
    short.length === 0 ? 'Can’t see the balance: sign in again and allow it' : `Can ${short.join(', ')}`,
}
