import type { KeysOperation, Toast } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

type Failed = Extract<Toast['content'], { kind: 'failed' }>['operation']

/** What didn't happen, by what was asked for. */
const notDone: Record<Failed, <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['App ', name, ' not created'],
  'delete-app': (name) => ['App ', name, ' not deleted. It’s still in the list.'],
  'new-key': (name) => ['Key ', name, ' not created'],
  'delete-key': (name) => ['Key ', name, ' not deleted. It’s still in the list.'],
  'rotate-key': (name) => ['Key ', name, ' not rotated. The old one still works.'],
  export: (name) => [name, ' not saved'],
  import: (name) => ['Nothing imported from ', name],
  'sign-out': (name) => ['Not signed out of ', name],
}

/** The answer was lost, so it may have happened. */
const notKnown: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => [name, ' may have been created'],
  'delete-app': (name) => [name, ' may have been deleted'],
  'new-key': (name) => [name, ' may have been created'],
  'delete-key': (name) => [name, ' may have been deleted'],
  'rotate-key': (name) => [name, ' may have been rotated'],
}

/** The outcome of what was asked for, said in passing. */
export const toasts = {
  appCreated: <T>(name: T): Phrase<T> => ['App ', name, ' created'],
  appDeleted: <T>(name: T): Phrase<T> => ['App ', name, ' deleted'],
  keyDeleted: <T>(name: T): Phrase<T> => ['Key ', name, ' deleted'],
  keyRotated: <T>(name: T): Phrase<T> => ['Key ', name, ' rotated'],
  keyForgotten: <T>(name: T): Phrase<T> => [name, ' removed from the list'],
  added: (amount: string, spendable: string) => `${amount} added. Now spendable: ${spendable}.`,
  quiet: <T>(organisation: T): Phrase<T> => ['Notices for ', organisation, ' muted for today'],
  undo: 'Undo',
  exported: <T>(file: T): Phrase<T> => ['Saved as ', file],
  imported: (keys: number, readings: number) =>
    `Imported: ${keys === 1 ? 'one key' : `${keys} keys`}, ${readings === 1 ? 'one balance' : `${readings} balances`}`,
  signedOut: (organisations: number) =>
    organisations === 1 ? 'Signed out' : `Signed out of ${organisations} organizations`,
  notDone,
  notKnown,
  lookFirst: 'Check the list and the console before you try again.',
}
