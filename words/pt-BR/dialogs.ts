import type { Permission } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const allow: Record<Permission, { title: <T>(organisation: T) => Phrase<T>; explained: string }> = {
  see: {
    title: (organisation) => ['Permitir ver o saldo de ', organisation, '?'],
    explained: 'Lê saldo, apps e chaves. Não altera nada.',
  },
  manage: {
    title: (organisation) => ['Permitir gerenciar apps e chaves de ', organisation, '?'],
    explained: 'Cria e exclui apps e chaves, sempre e somente quando você mandar.',
  },
  'add-money': {
    title: (organisation) => ['Permitir recarregar o saldo de ', organisation, '?'],
    explained:
      'Cobra no cartão da organização, no máximo US$ 100 por vez, sempre e somente quando você mandar.',
  },
}

const forget = {
  name: 'Apagar também o histórico e o registro de chaves',
  explained: 'Caso contrário, ficam neste computador para o próximo login.',
}

/** The dialogs that belong to no screen. */
export const dialogs = {
  keyIsMade: 'Uma chave está sendo criada. É preciso aguardar o segredo dela.',
  forget,
  signOutEverywhere: {
    title: (organisations: number) =>
      organisations === 1 ? 'Sair da única organização?' : `Sair de todas as ${organisations} organizações?`,
    explained:
      'O app pede à Parallel que encerre estas autorizações e apaga os tokens delas deste computador. Para voltar, você aprova um novo código para cada uma.',
    unreachable: 'Se a Parallel não responder agora, será avisada depois.',
    act: 'Sair de todas',
    busy: 'Saindo',
  },
  reset: {
    title: 'Apagar tudo aqui?',
    explained:
      'Sai de todas as organizações e apaga deste computador os tokens, os ajustes, o histórico e o registro de chaves. Depois o Parallel Tray reinicia.',
    keysGoOn: 'As chaves de API continuam funcionando: elas ficam na Parallel.',
    alive:
      'Se a Parallel não puder ser avisada já, será avisada depois do reinício. Até lá, estas autorizações continuam valendo nela, no máximo até terminarem sozinhas:',
    charging: 'Há uma cobrança no cartão em andamento. É preciso aguardar a resposta.',
    endsAt: <T>(organisation: T, when: string): Phrase<T> => [organisation, `: ${when}`],
    endsUnknown: <T>(organisation: T): Phrase<T> => [organisation, ': não se sabe quando'],
    confirm: (word: string) => `Digite ${word} para confirmar`,
    /** What has to be typed, in lower case. */
    word: 'apagar',
    act: 'Apagar tudo',
    busy: 'Apagando',
  },
  allow: {
    permissions: allow,
    how: 'Para isso, você entra mais uma vez: um novo código é aprovado no navegador. Até lá, tudo fica como está.',
    act: 'Entrar de novo',
    busy: 'Iniciando',
  },
  quit: {
    title: 'Encerrar agora?',
    secret: <T>(key: T): Phrase<T> => [
      'O segredo de ',
      key,
      ' não foi copiado nem salvo. Depois que este app encerrar, ninguém poderá mostrá-lo de novo.',
    ],
    secretCopied: <T>(key: T): Phrase<T> => [
      'O segredo de ',
      key,
      ' ainda não foi guardado. Depois que este app encerrar, ninguém poderá mostrá-lo de novo.',
    ],
    charging: (amount: string) =>
      `Ainda não se sabe se a recarga de ${amount} será cobrada. Após o próximo início é possível descobrir.`,
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
    kept: (here: string, inFile: string) => `fica em ${here}: um arquivo nunca o aumenta para ${inFile}`,
    deletedThere: 'excluída lá:',
    title: <T>(file: T): Phrase<T> => ['Importar ', file, '?'],
    madeAt: 'Criado',
    settings: 'Ajustes',
    withSettings: 'substituem os daqui',
    withoutSettings: 'nenhum',
    organisations: 'Organizações',
    keys: 'Chaves no registro',
    readings: 'Leituras',
    explained: 'Chaves e leituras são somadas às daqui. Isso não faz login em nenhuma organização.',
    act: 'Importar',
    busy: 'Importando',
  },
}
