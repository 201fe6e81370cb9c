import type { Toast } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

type Failed = Extract<Toast['content'], { kind: 'failed' }>['operation']

const notDone: Record<Failed, <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['App ', name, ' nicht erstellt'],
  'delete-app': (name) => ['App ', name, ' nicht gelöscht. Sie steht noch in der Liste.'],
  'new-key': (name) => ['Schlüssel ', name, ' nicht erstellt'],
  'delete-key': (name) => ['Schlüssel ', name, ' nicht gelöscht. Er steht noch in der Liste.'],
  'rotate-key': (name) => ['Schlüssel ', name, ' nicht rotiert. Der alte funktioniert noch.'],
  export: (name) => [name, ' nicht gespeichert'],
  import: (name) => ['Nichts aus ', name, ' importiert'],
  'sign-out': (name) => ['Nicht von ', name, ' abgemeldet'],
}

export const toasts = {
  appCreated: <T>(name: T): Phrase<T> => ['App ', name, ' erstellt'],
  appDeleted: <T>(name: T): Phrase<T> => ['App ', name, ' gelöscht'],
  keyDeleted: <T>(name: T): Phrase<T> => ['Schlüssel ', name, ' gelöscht'],
  keyRotated: <T>(name: T): Phrase<T> => ['Schlüssel ', name, ' rotiert'],
  keyForgotten: <T>(name: T): Phrase<T> => [name, ' aus der Liste entfernt'],
  added: (amount: string, spendable: string) => `${amount} aufgeladen. Jetzt verfügbar: ${spendable}.`,
  quiet: <T>(organisation: T): Phrase<T> => ['Hinweise zu ', organisation, ' für heute stummgeschaltet'],
  undo: 'Rückgängig',
  exported: <T>(file: T): Phrase<T> => ['Gespeichert als ', file],
  imported: (keys: number, readings: number) =>
    `Importiert: ${keys === 1 ? 'ein' : keys} Schlüssel, ${readings === 1 ? 'ein Kontostand' : `${readings} Kontostände`}`,
  signedOut: (organisations: number) =>
    organisations === 1 ? 'Abgemeldet' : `Von ${organisations} Organisationen abgemeldet`,
  notDone,
}
