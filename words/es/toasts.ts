import type { Toast } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

type Failed = Extract<Toast['content'], { kind: 'failed' }>['operation']

/** What didn't happen, by what was asked for. */
const notDone: Record<Failed, <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['No se creó la app ', name],
  'delete-app': (name) => ['No se eliminó la app ', name, '. Sigue en la lista.'],
  'new-key': (name) => ['No se creó la clave ', name],
  'delete-key': (name) => ['No se eliminó la clave ', name, '. Sigue en la lista.'],
  'rotate-key': (name) => ['No se rotó la clave ', name, '. La antigua sigue funcionando.'],
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
  keyForgotten: <T>(name: T): Phrase<T> => [name, ' se eliminó de la lista'],
  added: (amount: string, spendable: string) => `Se añadieron ${amount}. Disponible ahora: ${spendable}.`,
  quiet: <T>(organisation: T): Phrase<T> => ['Avisos de ', organisation, ' silenciados hoy'],
  undo: 'Deshacer',
  exported: <T>(file: T): Phrase<T> => ['Guardado como ', file],
  imported: (keys: number, readings: number) =>
    `Importado: ${keys === 1 ? 'una clave' : `${keys} claves`}, ${readings === 1 ? 'un saldo' : `${readings} saldos`}`,
  signedOut: (organisations: number) =>
    organisations === 1 ? 'Sesión cerrada' : `Sesión cerrada en ${organisations} organizaciones`,
  notDone,
}
