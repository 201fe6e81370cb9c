import type { Toast } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'
import { plural } from '../plural.ts'

type Failed = Extract<Toast['content'], { kind: 'failed' }>['operation']

/** What didn't happen, by what was asked for. */
const notDone: Record<Failed, <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['O app ', name, ' não foi criado'],
  'delete-app': (name) => ['O app ', name, ' não foi excluído. Ele continua na lista.'],
  'new-key': (name) => ['A chave ', name, ' não foi criada'],
  'delete-key': (name) => ['A chave ', name, ' não foi excluída. Ela continua na lista.'],
  'rotate-key': (name) => ['A chave ', name, ' não foi rotacionada. A antiga ainda funciona.'],
  export: (name) => [name, ' não foi salvo'],
  import: (name) => ['Nada foi importado de ', name],
  'sign-out': (name) => ['A sessão em ', name, ' não foi encerrada'],
}

/** The outcome of what was asked for, said in passing. */
export const toasts = {
  appCreated: <T>(name: T): Phrase<T> => ['App ', name, ' criado'],
  appDeleted: <T>(name: T): Phrase<T> => ['App ', name, ' excluído'],
  keyDeleted: <T>(name: T): Phrase<T> => ['Chave ', name, ' excluída'],
  keyRotated: <T>(name: T): Phrase<T> => ['Chave ', name, ' rotacionada'],
  keyForgotten: <T>(name: T): Phrase<T> => [name, ' foi removida da lista'],
  added: (amount: string, spendable: string) => `Recarga de ${amount} feita. Disponível agora: ${spendable}.`,
  quiet: <T>(organisation: T): Phrase<T> => ['Avisos de ', organisation, ' silenciados hoje'],
  undo: 'Desfazer',
  exported: <T>(file: T): Phrase<T> => ['Salvo como ', file],
  imported: (keys: number, readings: number) => {
    const keysSaid = plural('pt-BR', keys, { one: `${keys} chave`, other: `${keys} chaves` })
    const readingsSaid = plural('pt-BR', readings, {
      one: `${readings} saldo`,
      other: `${readings} saldos`,
    })
    return `Importado: ${keysSaid}, ${readingsSaid}`
  },
  signedOut: (organisations: number) =>
    organisations === 1 ? 'Sessão encerrada' : `Sessão encerrada em ${organisations} organizações`,
  notDone,
}
