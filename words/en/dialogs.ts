import type { Permission } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const allow: Record<Permission, { title: <T>(organisation: T) => Phrase<T>; explained: string }> = {
  see: {
    title: (organisation) => ['Allow to see the balance of ', organisation, '?'],
    explained: 'Reads balance, apps and keys. Changes nothing.',
  },
  manage: {
    title: (organisation) => ['Allow to manage apps and keys of ', organisation, '?'],
    explained: 'Creates and deletes apps and keys, each only when you say so.',
  },
  'add-money': {
    title: (organisation) => ['Allow to add money to ', organisation, '?'],
    explained: 'Charges the organisation’s card, at most $100 a time, each time only when you say so.',
  },
}

const forget = {
  name: 'Also forget history and key ledger',
  explained: 'Otherwise they stay on this computer for the next sign-in.',
}

/** The dialogs that belong to no screen. */
export const dialogs = {
  forget,
  /** Why nobody may leave now. */
  keyIsMade: 'A key is being made. This has to wait for its secret.',
  signOutEverywhere: {
    title: (organisations: number) =>
      organisations === 1
        ? 'Sign out of the one organisation?'
        : `Sign out of all ${organisations} organisations?`,
    explained:
      'Parallel is told to end these authorizations, and their tokens are deleted from this computer. To come back you approve a new code for each.',
    unreachable: 'If Parallel can’t be reached now, it is told later.',
    act: 'Sign out everywhere',
    busy: 'Signing out',
  },
  reset: {
    title: 'Erase everything here?',
    explained:
      'Signs out everywhere, and deletes tokens, settings, history and key ledger from this computer. Then Parallel Tray starts anew.',
    keysGoOn: 'API keys go on working: they live at Parallel.',
    alive:
      'If Parallel can’t be told at once, it is told after the restart. Until then these authorizations live on there, at the longest until they end by themselves:',
    charging: 'A card is being charged. This has to wait for the answer.',
    endsAt: <T>(organisation: T, when: string): Phrase<T> => [organisation, `: ${when}`],
    endsUnknown: <T>(organisation: T): Phrase<T> => [organisation, ': not known when'],
    confirm: (word: string) => `Type ${word} to confirm`,
    /** What has to be typed. */
    word: 'erase',
    act: 'Erase everything',
    busy: 'Deleting',
  },
  allow: {
    permissions: allow,
    how: 'For that you sign in once more: a new code is approved in the browser. Until then all stays as it is.',
    act: 'Sign in again',
    busy: 'Starting',
  },
  quit: {
    title: 'Quit now?',
    secret: <T>(key: T): Phrase<T> => [
      'The secret of ',
      key,
      ' was neither copied nor saved. Once this app ends, nobody can show it again.',
    ],
    secretCopied: <T>(key: T): Phrase<T> => [
      'The secret of ',
      key,
      ' isn’t put away yet. Once this app ends, nobody can show it again.',
    ],
    charging: (amount: string) =>
      `Whether ${amount} is charged isn’t known yet. After the next start you can find out.`,
    key: <T>(key: T): Phrase<T> => [
      'Parallel is making the key ',
      key,
      '. Its secret comes with the answer, and only once.',
    ],
    otherwise: 'Something is still under way.',
    back: 'Go back',
    act: 'Quit anyway',
  },
  import: {
    kept: (here: string, inFile: string) => `stays ${here}: a file never raises it to ${inFile}`,
    deletedThere: 'deleted there:',
    title: <T>(file: T): Phrase<T> => ['Import ', file, '?'],
    madeAt: 'Made',
    settings: 'Settings',
    withSettings: 'replace those here',
    withoutSettings: 'none',
    organisations: 'Organisations',
    keys: 'Keys in the ledger',
    readings: 'Readings',
    explained: 'Keys and readings are added to those here. Nobody is signed in by it.',
    act: 'Import',
    busy: 'Importing',
  },
}
