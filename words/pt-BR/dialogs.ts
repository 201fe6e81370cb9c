import type { Permission } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const allow: Record<Permission, { title: <T>(organisation: T) => Phrase<T>; explained: string }> = {
  see: {
    title: (organisation) => ['Permitir que o Parallel Tray veja o saldo de ', organisation, '?'],
    explained: 'Ele lê saldo, apps e chaves, e não altera nada.',
  },
  manage: {
    title: (organisation) => ['Permitir que o Parallel Tray gerencie apps e chaves de ', organisation, '?'],
    explained: 'Ele cria e exclui apps e chaves, só quando você pede.',
  },
  'add-money': {
    title: (organisation) => ['Permitir que o Parallel Tray recarregue o saldo de ', organisation, '?'],
    explained: 'Ele debita no cartão da organização, no máximo US$ 100 por vez, só quando você pede.',
  },
}

const forget = {
  name: 'Excluir também o histórico e o registro de chaves',
  explained: 'Caso contrário, eles ficam neste computador para o próximo login.',
}

/** The dialogs that belong to no screen. */
export const dialogs = {
  keyIsMade: 'Uma chave está sendo criada. Antes, aguarde o segredo dela.',
  forget,
  signOutEverywhere: {
    title: (organisations: number) =>
      organisations === 1
        ? 'Encerrar a sessão na sua organização?'
        : `Encerrar a sessão em todas as ${organisations} organizações?`,
    explained:
      'O Parallel Tray pede à Parallel que revogue estas autorizações e exclui os tokens delas deste computador. Para entrar de novo, aprove um novo código para cada uma.',
    unreachable: 'Se não for possível acessar a Parallel, o Parallel Tray continua tentando.',
    act: 'Encerrar todas as sessões',
    busy: 'Encerrando as sessões',
  },
  reset: {
    title: 'Apagar tudo aqui?',
    explained:
      'Isso encerra todas as sessões e apaga deste computador os tokens, os ajustes, o histórico e o registro de chaves. Depois, o Parallel Tray reinicia.',
    keysGoOn: 'As chaves de API continuam funcionando: quem as gerencia é a Parallel.',
    alive:
      'Se agora não for possível acessar a Parallel, o Parallel Tray tenta de novo depois de reiniciar. Até lá, estas autorizações continuam ativas na Parallel, no máximo até expirarem:',
    charging: 'Há um pagamento em andamento. Antes, aguarde o resultado.',
    endsAt: <T>(organisation: T, when: string): Phrase<T> => [organisation, `: ${when}`],
    endsUnknown: <T>(organisation: T): Phrase<T> => [organisation, ': data desconhecida'],
    confirm: (word: string) => `Digite ${word} para confirmar`,
    /** What has to be typed, in lower case. */
    word: 'apagar',
    act: 'Apagar tudo',
    busy: 'Apagando',
  },
  allow: {
    permissions: allow,
    how: 'Para permitir, entre de novo e aprove um novo código no navegador. Nada muda até lá.',
    act: 'Entrar de novo',
    busy: 'Iniciando',
  },
  quit: {
    title: 'Encerrar o Parallel Tray agora?',
    secret: <T>(key: T): Phrase<T> => [
      'O segredo de ',
      key,
      ' não foi copiado nem salvo. Se você encerrar, ele não poderá ser mostrado de novo.',
    ],
    secretCopied: <T>(key: T): Phrase<T> => [
      'O segredo de ',
      key,
      ' ainda está aberto. Se você encerrar, ele não poderá ser mostrado de novo.',
    ],
    charging: (amount: string) =>
      `O pagamento de ${amount} ainda não foi confirmado. Você pode tentar de novo quando reabrir o Parallel Tray.`,
    key: <T>(key: T): Phrase<T> => [
      'A Parallel está criando a chave ',
      key,
      '. O segredo vem com a resposta, uma única vez.',
    ],
    otherwise: 'Ainda há algo em andamento.',
    back: 'Voltar',
    act: 'Encerrar mesmo assim',
  },
  import: {
    kept: (here: string, inFile: string) => `continua em ${here} (no arquivo: ${inFile})`,
    deletedThere: 'excluída em outro lugar:',
    title: <T>(file: T): Phrase<T> => ['Importar ', file, '?'],
    madeAt: 'Exportado',
    settings: 'Ajustes',
    withSettings: 'substituem os daqui',
    withoutSettings: 'nenhum',
    organisations: 'Organizações',
    keys: 'Chaves no registro',
    readings: 'Saldos',
    explained: 'Chaves e saldos são adicionados aos daqui. Isso não inicia nenhuma sessão.',
    act: 'Importar',
    busy: 'Importando',
  },
}
