import type { Toast } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'
import { plural } from '../plural.ts'
import { agree } from './agree.ts'

type Failed = Extract<Toast['content'], { kind: 'failed' }>['operation']

const notDone: Record<Failed, <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['App ', name, ' non créée'],
  'delete-app': (name) => ['App ', name, ' non supprimée. Elle est toujours dans la liste.'],
  'new-key': (name) => ['Clé ', name, ' non créée'],
  'delete-key': (name) => ['Clé ', name, ' non supprimée. Elle est toujours dans la liste.'],
  'rotate-key': (name) => ['Clé ', name, ' non renouvelée. L’ancienne fonctionne toujours.'],
  export: (name) => ['Fichier ', name, ' non enregistré'],
  import: (name) => ['Rien n’a été importé du fichier ', name],
  'sign-out': (name) => ['Organisation ', name, ' non déconnectée'],
}

export const toasts = {
  appCreated: <T>(name: T): Phrase<T> => ['App ', name, ' créée'],
  appDeleted: <T>(name: T): Phrase<T> => ['App ', name, ' supprimée'],
  keyDeleted: <T>(name: T): Phrase<T> => ['Clé ', name, ' supprimée'],
  keyRotated: <T>(name: T): Phrase<T> => ['Clé ', name, ' renouvelée'],
  keyForgotten: <T>(name: T): Phrase<T> => [name, ' : retirée de la liste'],
  added: (amount: string, spendable: string) =>
    `${agree(amount, 'ajouté')}. Disponible maintenant : ${spendable}.`,
  quiet: <T>(organisation: T): Phrase<T> => ['Alertes ignorées aujourd’hui pour ', organisation],
  undo: 'Annuler',
  exported: <T>(file: T): Phrase<T> => ['Enregistré sous ', file],
  imported: (keys: number, readings: number) => {
    const allKeys = plural('fr', keys, { one: `${keys} clé`, other: `${keys} clés` })
    const allReadings = plural('fr', readings, { one: `${readings} relevé`, other: `${readings} relevés` })
    return `Importation : ${allKeys}, ${allReadings}`
  },
  signedOut: (organisations: number) =>
    organisations === 1 ? 'Organisation déconnectée' : `${organisations} organisations déconnectées`,
  notDone,
}
