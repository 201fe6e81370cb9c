import type { KeysOperation } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const notDone: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => [name, ' was not created'],
  'delete-app': (name) => [name, ' was not deleted'],
  'new-key': (name) => [name, ' was not created'],
  'delete-key': (name) => [name, ' was not deleted'],
  'rotate-key': (name) => [name, ' was not rotated'],
}

/** Apps, the keys made in them here, and the secret of a new one. */
export const keys = {
  title: 'Apps & keys',
  newApp: 'New app',
  newKey: 'New key',
  newKeyIn: (app: string) => `New key in ${app}`,
  moreFor: (name: string) => `More for ${name}`,
  find: 'Find an app or key',
  found: (rows: number) => (rows === 1 ? '1 found' : `${rows} found`),
  nothingFound: <T>(what: T): Phrase<T> => ['No results for “', what, '”.'],
  nothingFoundExplained: 'Only keys created here are listed.',
  inApp: (keys: number) => (keys === 0 ? 'no keys created here' : keys === 1 ? '1 key' : `${keys} keys`),
  appGone: 'Deleted elsewhere',

  made: (parts: readonly string[]) => parts.join(' · '),
  old: (days: number, said: string) =>
    days === 0 ? 'created today' : days === 1 ? '1 day old' : `${said} days old`,
  rotateDueExplained: 'Past the age you set for the reminder.',
  deletedElsewhere: 'Deleted elsewhere',
  unknown: 'Unknown',
  unknownExplained: 'May exist: Parallel’s answer was lost, and the key’s secret with it.',
  look: 'Check the console',
  replaced: 'Rotating: the new key exists, and the old one still works.',
  deleteOld: 'Delete old…',
  busy: {
    'new-app': 'Creating',
    'delete-app': 'Deleting',
    'new-key': 'Creating',
    'delete-key': 'Deleting',
    'rotate-key': 'Rotating',
  } satisfies Record<KeysOperation['kind'], string>,

  menu: {
    rotate: 'Rotate…',
    copyId: 'Copy key ID',
    console: 'Open in console',
    forget: 'Remove from this list',
    delete: 'Delete…',
    deleteApp: 'Delete app…',
  },

  onlyHere: 'Only keys created here are listed; Parallel’s API can’t list the others.',
  seeAll: 'See all in the console',
  trouble: (what: string, when: string | null) =>
    when === null ? `${what}: apps couldn’t be loaded.` : `${what}: list as of ${when}.`,
  tryNow: 'Try now',
  trying: 'Trying',
  notManaging: 'This sign-in can see apps, but not change them.',
  allow: 'Allow…',
  off: {
    permission: 'This sign-in can’t manage apps and keys.',
    session: 'Sign in again first.',
    doing: 'Wait for the current change.',
    noApp: 'Create an app first.',
  },
  loading: 'Loading apps and keys',

  empty: {
    noKeys: 'No keys created here yet',
    noKeysExplained:
      'A key lets your code call Parallel. Create one in an app: its secret is shown once, and you can copy it or save it straight to a .env file.',
    noApps: 'No apps yet',
    noAppsExplained: 'An app holds the keys of one program or service. Create one, then a key in it.',
  },

  cancel: 'Cancel',
  close: 'Close',
  notDone,
  newAppDialog: {
    title: 'New app',
    name: 'Name',
    note: 'The program or service whose keys it will hold.',
    act: 'Create app',
  },
  newKeyDialog: {
    title: 'New key',
    name: 'Name',
    note: 'Name the place that will use it, so you know later what breaks without it.',
    app: 'App',
    act: 'Create key',
  },
  nameMissing: 'Enter a name of up to 100 characters.',
  nameTooLong: (most: number) => `A name can have at most ${most} characters.`,
  deleteAppDialog: {
    title: <T>(app: T): Phrase<T> => ['Delete ', app, '?'],
    explained: (keys: number) =>
      keys === 0
        ? 'Keys created in it elsewhere may stop working right away. You can’t undo this.'
        : `Its keys, ${keys} created here and any created elsewhere, may stop working right away. You can’t undo this.`,
    type: <T>(app: T): Phrase<T> => ['Type ', app, ' to confirm'],
    act: 'Delete app',
  },
  /** Of a row that came from a file. */
  imported: 'from a file',

  deleteKeyDialog: {
    id: 'Key ID',
    imported:
      'This row came from a file, so its name could be wrong. Check that the ID belongs to the key you mean.',
    title: <T>(key: T): Phrase<T> => ['Delete ', key, '?'],
    titleOld: <T>(key: T): Phrase<T> => ['Delete the old ', key, '?'],
    explained: <T>(app: T): Phrase<T> => [
      'Whatever uses this key of ',
      app,
      ' may stop working right away. You can’t undo this.',
    ],
    explainedOld:
      'Whatever still uses the old key may stop working right away; the new key stays. You can’t undo this.',
    key: 'Key',
    made: 'Created',
    act: 'Delete key',
    actOld: 'Delete old key',
  },
  rotateDialog: {
    title: <T>(key: T): Phrase<T> => ['Rotate ', key, '?'],
    steps: [
      {
        name: 'Now: create a new key with the same name',
        explained: 'Its secret is shown once. Put it where the old one is used.',
      },
      {
        name: 'Then: delete the old key',
        explained: 'It keeps working until you choose “Delete old…” in the list.',
      },
    ],
    act: 'Create new key',
  },

  secret: {
    title: <T>(key: T): Phrase<T> => [key, ' is ready'],
    explained: 'The secret is shown only this once. Copy or save it now.',
    where: <T>(app: T, organisation: T): Phrase<T> => ['A key of ', app, ' in ', organisation, '.'],
    label: 'Secret',
    show: 'Show the secret',
    hide: 'Hide the secret',
    copy: 'Copy secret',
    copyAgain: 'Copy again',
    copying: 'Copying',
    save: 'Save to .env…',
    saving: 'Saving',
    notKept: 'Parallel Tray doesn’t keep it. The clipboard is cleared a minute after copying.',
    clearsIn: (seconds: number) => `Copied. The clipboard is cleared in ${seconds} s.`,
    cleared: 'Copied, and cleared from the clipboard.',
    left: 'Copied. The clipboard can’t be checked here, so clear it yourself after you paste.',
    saved: <T>(file: T): Phrase<T> => ['Saved in ', file, '.'],
    done: 'Done',
    doneOff: 'Copy or save the secret first, or discard the key.',
    discard: 'Discard and delete key',
    discarding: 'Deleting',
    notShown: 'The secret couldn’t be shown.',
  },
}
