import type { KeysOperation } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const notDone: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => [name, ' was not created'],
  'delete-app': (name) => [name, ' was not deleted'],
  'new-key': (name) => [name, ' was not created'],
  'delete-key': (name) => [name, ' was not deleted'],
  'rotate-key': (name) => [name, ' was not rotated'],
}

/** The answer was lost, so it may have happened. */
const notKnown: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['Not known whether ', name, ' was created'],
  'delete-app': (name) => ['Not known whether ', name, ' was deleted'],
  'new-key': (name) => ['Not known whether ', name, ' was created'],
  'delete-key': (name) => ['Not known whether ', name, ' was deleted'],
  'rotate-key': (name) => ['Not known whether ', name, ' has a new key'],
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
  nothingFound: <T>(what: T): Phrase<T> => ['Nothing here is called “', what, '”.'],
  nothingFoundExplained: 'Only keys made here are listed.',
  inApp: (keys: number) => (keys === 0 ? 'no keys made here' : keys === 1 ? '1 key' : `${keys} keys`),
  appGone: 'Deleted elsewhere',

  made: (parts: readonly string[]) => parts.join(' · '),
  old: (days: number, said: string) =>
    days === 0 ? 'made today' : days === 1 ? '1 day old' : `${said} days old`,
  rotateDueExplained: 'Older than you want keys to be.',
  deletedElsewhere: 'Deleted elsewhere',
  unknown: 'Unknown',
  unknownExplained: 'May exist: the answer was lost, and its secret with it.',
  look: 'Look in the console',
  replaced: 'Rotating: the new key is made, the old one still works.',
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
    forget: 'Take off this list',
    delete: 'Delete…',
    deleteApp: 'Delete app…',
  },

  onlyHere: 'Only keys made here are listed; Parallel’s API can’t list the others.',
  seeAll: 'See all in the console',
  trouble: (what: string, when: string | null) =>
    when === null ? `${what}: the apps could not be listed.` : `${what}: listed as of ${when}.`,
  tryNow: 'Try now',
  trying: 'Trying',
  notManaging: 'This sign-in may look at apps, not change them.',
  allow: 'Allow…',
  off: {
    permission: 'Off: this sign-in may not manage apps and keys.',
    session: 'Off until you sign in again.',
    doing: 'Off until the change under way is done.',
    noApp: 'Make an app first.',
  },
  loading: 'Reading apps and keys',

  empty: {
    noKeys: 'No keys made here yet',
    noKeysExplained:
      'A key lets your code call Parallel. Make one in an app: its secret is shown once, and you can copy it or save it straight to a .env file.',
    noApps: 'No apps yet',
    noAppsExplained: 'An app holds the keys of one program or service. Make one, then a key in it.',
  },

  cancel: 'Cancel',
  close: 'Close',
  notDone,
  notKnown,
  lookFirst: 'Look at the list and in the console before you try again.',
  newAppDialog: {
    title: 'New app',
    name: 'Name',
    note: 'The program or service whose keys it will hold.',
    act: 'Create app',
  },
  newKeyDialog: {
    title: 'New key',
    name: 'Name',
    note: 'Say where it will live, so that you know later what breaks without it.',
    app: 'App',
    act: 'Create key',
  },
  nameMissing: 'A name is needed, up to 100 characters.',
  nameTooLong: (most: number) => `A name has at most ${most} characters.`,
  deleteAppDialog: {
    title: <T>(app: T): Phrase<T> => ['Delete ', app, '?'],
    explained: (keys: number) =>
      keys === 0
        ? 'Keys made in it elsewhere may stop working at once. This can’t be undone.'
        : `Its keys, ${keys} made here and any made elsewhere, may stop working at once. This can’t be undone.`,
    type: <T>(app: T): Phrase<T> => ['Type ', app, ' to confirm'],
    act: 'Delete app',
  },
  /** Of a row that came from a file. */
  imported: 'from a file',

  deleteKeyDialog: {
    id: 'Key ID',
    imported:
      'This row came from a file, and its name may be anything. Check that the ID is that of the key you mean.',
    title: <T>(key: T): Phrase<T> => ['Delete ', key, '?'],
    titleOld: <T>(key: T): Phrase<T> => ['Delete the old ', key, '?'],
    explained: <T>(app: T): Phrase<T> => [
      'Whatever uses this key of ',
      app,
      ' may stop working at once. This can’t be undone.',
    ],
    explainedOld:
      'Whatever still uses the old key may stop working at once; the new key stays. This can’t be undone.',
    key: 'Key',
    made: 'Made',
    act: 'Delete key',
    actOld: 'Delete old key',
  },
  rotateDialog: {
    title: <T>(key: T): Phrase<T> => ['Rotate ', key, '?'],
    steps: [
      {
        name: 'Now: a new key of the same name',
        explained: 'Its secret is shown once. Put it where the old one is used.',
      },
      {
        name: 'Then: delete the old key',
        explained: 'It goes on working until you choose “Delete old…” in the list.',
      },
    ],
    act: 'Make new key',
  },

  secret: {
    title: <T>(key: T): Phrase<T> => [key, ' is ready'],
    explained: 'This is the only time its secret can be had. Copy or save it now.',
    where: <T>(app: T, organisation: T): Phrase<T> => ['A key of ', app, ' in ', organisation, '.'],
    label: 'Secret',
    show: 'Show the secret',
    hide: 'Hide the secret',
    copy: 'Copy secret',
    copyAgain: 'Copy again',
    copying: 'Copying',
    save: 'Save to .env…',
    saving: 'Saving',
    notKept: 'Not kept by the app. The clipboard clears a while after copying.',
    clearsIn: (seconds: number) => `Copied. The clipboard clears in ${seconds} s.`,
    cleared: 'Copied. It is no longer on the clipboard.',
    left: 'Copied. The clipboard can’t be checked here, so clear it yourself once you have pasted.',
    saved: <T>(file: T): Phrase<T> => ['Saved in ', file, '.'],
    done: 'Done',
    doneOff: 'Copy or save the secret first, or discard the key.',
    discard: 'Discard and delete key',
    discarding: 'Deleting',
    notShown: 'The secret could not be shown.',
  },
}
