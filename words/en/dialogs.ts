import type { Permission } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const allow: Record<Permission, { title: <T>(organisation: T) => Phrase<T>; explained: string }> = {
  see: {
    title: (organisation) => ['Let Parallel Tray see the balance of ', organisation, '?'],
    explained: 'It reads the balance, apps, and keys, and changes nothing.',
  },
  manage: {
    title: (organisation) => ['Let Parallel Tray manage apps and keys in ', organisation, '?'],
    explained: 'It creates and deletes apps and keys, only when you ask.',
  },
  'add-money': {
    title: (organisation) => ['Let Parallel Tray add money to ', organisation, '?'],
    explained: 'It charges the organization’s card, at most $100 at a time, only when you ask.',
  },
}

const forget = {
  name: 'Also delete history and key ledger',
  explained: 'Otherwise they stay on this computer for your next sign-in.',
}

/** The dialogs that belong to no screen. */
export const dialogs = {
  forget,
  /** Why nobody may leave now. */
  keyIsMade: 'A key is being created. Wait for its secret first.',
  signOutEverywhere: {
    title: (organisations: number) =>
      organisations === 1
        ? 'Sign out of your organization?'
        : `Sign out of all ${organisations} organizations?`,
    explained:
      'Parallel Tray asks Parallel to revoke these authorizations and deletes their tokens from this computer. To sign in again, approve a new code for each.',
    unreachable: 'If Parallel can’t be reached, Parallel Tray keeps trying.',
    act: 'Sign out everywhere',
    busy: 'Signing out',
  },
  reset: {
    title: 'Erase everything here?',
    explained:
      'This signs out everywhere and deletes tokens, settings, history, and the key ledger from this computer. Then Parallel Tray restarts.',
    keysGoOn: 'API keys keep working. Parallel manages them.',
    alive:
      'If Parallel can’t be reached now, Parallel Tray retries after the restart. Until then these authorizations stay active at Parallel, at most until they expire:',
    charging: 'A card is being charged. Wait for the result first.',
    endsAt: <T>(organisation: T, when: string): Phrase<T> => [organisation, `: ${when}`],
    endsUnknown: <T>(organisation: T): Phrase<T> => [organisation, ': date unknown'],
    confirm: (word: string) => `Type ${word} to confirm`,
    /** What has to be typed. */
    word: 'erase',
    act: 'Erase everything',
    busy: 'Erasing',
  },
  allow: {
    permissions: allow,
    how: 'To allow it, sign in again by approving a new code in the browser. Nothing changes until then.',
    act: 'Sign in again',
    busy: 'Starting',
  },
  quit: {
    title: 'Quit now?',
    secret: <T>(key: T): Phrase<T> => [
      'The secret of ',
      key,
      ' was neither copied nor saved. After you quit, it can’t be shown again.',
    ],
    secretCopied: <T>(key: T): Phrase<T> => [
      'The secret of ',
      key,
      ' is still open. After you quit, it can’t be shown again.',
    ],
    charging: (amount: string) =>
      `The ${amount} charge isn’t confirmed yet. You can retry it when you reopen Parallel Tray.`,
    key: <T>(key: T): Phrase<T> => [
      'Parallel is creating the key ',
      key,
      '. Its secret arrives only once, with the answer.',
    ],
    otherwise: 'Something is still in progress.',
    back: 'Go back',
    act: 'Quit anyway',
  },
  import: {
    kept: (here: string, inFile: string) => `stays ${here} (in the file: ${inFile})`,
    deletedThere: 'deleted elsewhere:',
    title: <T>(file: T): Phrase<T> => ['Import ', file, '?'],
    madeAt: 'Exported',
    settings: 'Settings',
    withSettings: 'replace those here',
    withoutSettings: 'none',
    organisations: 'Organizations',
    keys: 'Keys in the ledger',
    readings: 'Balances',
    explained: 'Keys and balances are added to those here. This doesn’t sign you in.',
    act: 'Import',
    busy: 'Importing',
  },
}
