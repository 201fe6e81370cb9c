import type { Toast } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

type Failed = Extract<Toast['content'], { kind: 'failed' }>['operation']

/** What didn't happen, by what was asked for. */
const notDone: Record<Failed, <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['App ', name, ' no creada'],
  'delete-app': (name) => ['App ', name, ' no eliminada. Sigue en la lista.'],
  'new-key': (name) => ['Clave ', name, ' no creada'],
  'delete-key': (name) => ['Clave ', name, ' no eliminada. Sigue en la lista.'],
  'rotate-key': (name) => ['Clave ', name, ' no rotada. La antigua sigue funcionando.'],
  export: (name) => ['No se guardó ', name],
  import: (name) => ['No se importó nada de ', name],
  'sign-out': (name) => ['No se cerró la sesión en ', name],
}

/** The outcome of what was asked for, said in passing. */
export const toasts = {
  appCreated: <T>(name: T): Phrase<T> => ['App ', name, ' creada'],
  appDeleted: <T>(name: T): Phrase<T> => ['App ', name, ' eliminada'],
  keyDeleted: <T>(name: T): Phrase<T> => ['Clave ', name, ' eliminada'],
  keyRotated: <T>(name: T): Phrase<T> => ['Clave ', name, ' rotada'],
  keyForgotten: <T>(name: T): Phrase<T> => [name, ': quitada de la lista'],
  added: (amount: string, spendable: string) => `${amount} añadidos. Disponible ahora: ${spendable}.`,
  quiet: <T>(organisation: T): Phrase<T> => ['Hoy no hay más avisos de ', organisation],
  undo: 'Deshacer',
  exported: <T>(file: T): Phrase<T> => ['Guardado como ', file],
  imported: (keys: number, readings: number) =>
    `Importado: ${keys === 1 ? 'una clave' : `${keys} claves`}, ${readings === 1 ? 'una lectura' : `${readings} lecturas`}`,
  signedOut: (organisations: number) =>
    organisations === 1 ? 'Sesión cerrada' : `Sesión cerrada en ${organisations} organizaciones`,
  notDone,
}
