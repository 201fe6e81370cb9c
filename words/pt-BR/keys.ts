import type { KeysOperation } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'
import { plural } from '../plural.ts'
import { at, ended } from './when.ts'

const notDone: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['O app ', name, ' não foi criado'],
  'delete-app': (name) => ['O app ', name, ' não foi excluído'],
  'new-key': (name) => ['A chave ', name, ' não foi criada'],
  'delete-key': (name) => ['A chave ', name, ' não foi excluída'],
  'rotate-key': (name) => ['A chave ', name, ' não foi rotacionada'],
}

/** The answer was lost, so it may have happened. */
const notKnown: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['O app ', name, ' pode ter sido criado'],
  'delete-app': (name) => ['O app ', name, ' pode ter sido excluído'],
  'new-key': (name) => ['A chave ', name, ' pode ter sido criada'],
  'delete-key': (name) => ['A chave ', name, ' pode ter sido excluída'],
  'rotate-key': (name) => ['A chave ', name, ' pode ter sido rotacionada'],
}

/** Apps, the keys made in them here, and the secret of a new one. */
export const keys = {
  title: 'Apps e chaves',
  newApp: 'Novo app',
  newKey: 'Nova chave',
  newKeyIn: (app: string) => `Nova chave em ${app}`,
  moreFor: (name: string) => `Mais opções para ${name}`,
  find: 'Buscar app ou chave',
  found: (rows: number) => plural('pt-BR', rows, { one: `${rows} resultado`, other: `${rows} resultados` }),
  nothingFound: <T>(what: T): Phrase<T> => ['Nenhum resultado para “', what, '”.'],
  nothingFoundExplained: 'Só aparecem as chaves criadas aqui.',
  inApp: (keys: number) =>
    keys === 0
      ? 'nenhuma chave criada aqui'
      : plural('pt-BR', keys, { one: `${keys} chave`, other: `${keys} chaves` }),
  appGone: 'Excluído em outro lugar',

  made: (parts: readonly string[]) => parts.join(' · '),
  old: (days: number, said: string) =>
    days === 0
      ? 'criada hoje'
      : plural('pt-BR', days, { one: `criada há ${said} dia`, other: `criada há ${said} dias` }),
  rotateDueExplained: 'Mais antiga do que o seu lembrete permite.',
  deletedElsewhere: 'Excluída em outro lugar',
  unknown: 'Não confirmada',
  unknownExplained: 'Pode existir: a resposta se perdeu, e o segredo junto com ela.',
  look: 'Ver no console',
  replaced: 'Em rotação: a nova chave já existe e a antiga ainda funciona.',
  deleteOld: 'Excluir antiga…',
  busy: {
    'new-app': 'Criando',
    'delete-app': 'Excluindo',
    'new-key': 'Criando',
    'delete-key': 'Excluindo',
    'rotate-key': 'Rotacionando',
  } satisfies Record<KeysOperation['kind'], string>,

  menu: {
    rotate: 'Rotacionar…',
    copyId: 'Copiar ID da chave',
    console: 'Abrir no console',
    forget: 'Remover desta lista',
    delete: 'Excluir…',
    deleteApp: 'Excluir app…',
  },

  onlyHere: 'Só aparecem as chaves criadas aqui; a API da Parallel não lista as outras.',
  seeAll: 'Ver todas no console',
  trouble: (what: string, when: string | null) =>
    when === null
      ? `${what}: não foi possível carregar os apps.`
      : ended(`${what}: lista consultada ${at(when)}`),
  tryNow: 'Tentar agora',
  trying: 'Tentando',
  notManaging: 'Esta sessão pode ver apps, mas não alterá-los.',
  allow: 'Permitir…',
  off: {
    permission: 'Esta sessão não pode gerenciar apps e chaves.',
    session: 'Entre de novo primeiro.',
    doing: 'Aguarde a alteração em andamento.',
    noApp: 'Crie um app primeiro.',
  },
  loading: 'Carregando apps e chaves',

  empty: {
    noKeys: 'Nenhuma chave criada aqui ainda',
    noKeysExplained:
      'Uma chave permite que seu código chame a Parallel. Crie uma em um app: o segredo é mostrado uma única vez, e você pode copiá-lo ou salvá-lo direto em um arquivo .env.',
    noApps: 'Nenhum app ainda',
    noAppsExplained:
      'Um app reúne as chaves de um programa ou serviço. Crie um e, depois, uma chave dentro dele.',
  },

  cancel: 'Cancelar',
  close: 'Fechar',
  notDone,
  notKnown,
  lookFirst: 'Veja a lista e o console antes de tentar de novo.',
  newAppDialog: {
    title: 'Novo app',
    name: 'Nome',
    note: 'O programa ou serviço cujas chaves ele vai reunir.',
    act: 'Criar app',
  },
  newKeyDialog: {
    title: 'Nova chave',
    name: 'Nome',
    note: 'Indique onde ela será usada, para saber depois o que deixa de funcionar sem ela.',
    app: 'App',
    act: 'Criar chave',
  },
  nameMissing: 'Digite um nome com até 100 caracteres.',
  nameTooLong: (most: number) => `O nome pode ter no máximo ${most} caracteres.`,
  deleteAppDialog: {
    title: <T>(app: T): Phrase<T> => ['Excluir ', app, '?'],
    explained: (keys: number) =>
      keys === 0
        ? 'Chaves criadas nele em outros lugares podem parar de funcionar na hora. Não é possível desfazer.'
        : `As chaves dele (${plural('pt-BR', keys, {
            one: `${keys} criada aqui`,
            other: `${keys} criadas aqui`,
          })} e as criadas em outros lugares) podem parar de funcionar na hora. Não é possível desfazer.`,
    type: <T>(app: T): Phrase<T> => ['Digite ', app, ' para confirmar'],
    act: 'Excluir app',
  },
  /** Of a row that came from a file. */
  imported: 'de um arquivo',

  deleteKeyDialog: {
    id: 'ID da chave',
    imported:
      'Esta linha veio de um arquivo, então o nome pode estar errado. Confira se o ID é o da chave que você quer excluir.',
    title: <T>(key: T): Phrase<T> => ['Excluir ', key, '?'],
    titleOld: <T>(key: T): Phrase<T> => ['Excluir a chave antiga ', key, '?'],
    explained: <T>(app: T): Phrase<T> => [
      'Tudo o que usa esta chave de ',
      app,
      ' pode parar de funcionar na hora. Não é possível desfazer.',
    ],
    explainedOld:
      'Tudo o que ainda usa a chave antiga pode parar de funcionar na hora; a nova continua. Não é possível desfazer.',
    key: 'Chave',
    made: 'Criada',
    act: 'Excluir chave',
    actOld: 'Excluir chave antiga',
  },
  rotateDialog: {
    title: <T>(key: T): Phrase<T> => ['Rotacionar ', key, '?'],
    steps: [
      {
        name: 'Agora: criar uma nova chave com o mesmo nome',
        explained: 'O segredo dela é mostrado uma única vez. Coloque-o onde a antiga é usada.',
      },
      {
        name: 'Depois: excluir a chave antiga',
        explained: 'Ela continua funcionando até você escolher “Excluir antiga…” na lista.',
      },
    ],
    act: 'Criar nova chave',
  },

  secret: {
    title: <T>(key: T): Phrase<T> => ['A chave ', key, ' está pronta'],
    explained: 'O segredo só é mostrado desta vez. Copie ou salve agora.',
    where: <T>(app: T, organisation: T): Phrase<T> => ['Uma chave de ', app, ' em ', organisation, '.'],
    label: 'Segredo',
    show: 'Mostrar o segredo',
    hide: 'Ocultar o segredo',
    copy: 'Copiar segredo',
    copyAgain: 'Copiar de novo',
    copying: 'Copiando',
    save: 'Salvar em .env…',
    saving: 'Salvando',
    notKept: 'O Parallel Tray não o guarda. A área de transferência é limpa um minuto depois da cópia.',
    clearsIn: (seconds: number) => `Copiado. A área de transferência será limpa em ${seconds} s.`,
    cleared: 'Copiado e removido da área de transferência.',
    left: 'Copiado. Aqui não é possível verificar a área de transferência; limpe-a depois de colar.',
    saved: <T>(file: T): Phrase<T> => ['Salvo em ', file, '.'],
    done: 'Concluir',
    doneOff: 'Antes, copie ou salve o segredo, ou descarte a chave.',
    discard: 'Descartar e excluir chave',
    discarding: 'Excluindo',
    notShown: 'Não foi possível mostrar o segredo.',
  },
}
