import type { FailureKind, Keeping } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

type Check = { readonly name: string; readonly explained: string }
type Ending = {
  readonly title: string
  readonly explained: string
  readonly checks: readonly Check[]
}

const storing: Record<Keeping, string> = {
  encrypted: 'Criptografada, com a chave no chaveiro do sistema',
  plain: 'Neste disco, sem criptografia, como você escolheu',
  memory: 'Na memória até encerrar o app, como você escolheu',
}

const networkChecks: readonly Check[] = [
  {
    name: 'Este computador está conectado à internet?',
    explained: 'Abra qualquer página no navegador para descobrir.',
  },
  {
    name: 'Está em um Wi-Fi com página de login?',
    explained: 'Antes, entre na rede pelo navegador.',
  },
  {
    name: 'Há um proxy da empresa?',
    explained: 'O Parallel Tray usa o proxy e os certificados definidos no sistema.',
  },
]

const waitChecks: readonly Check[] = [
  { name: 'Aguarde um pouco', explained: 'Problemas no servidor costumam passar logo.' },
  { name: 'O site da Parallel funciona?', explained: 'Se não, o problema está no lado deles.' },
]

const diskChecks: readonly Check[] = [
  { name: 'O disco está cheio?', explained: 'Alguns kilobytes bastam.' },
  {
    name: 'O chaveiro está desbloqueado?',
    explained: 'Desbloqueie-o e obtenha um novo código.',
  },
]

/** The ways an attempt ends that have words of their own; the others are put together from `failures`. */
const endings: Partial<Record<FailureKind, Ending>> = {
  expired: {
    title: 'Este código expirou',
    explained: 'Feche a página antiga no navegador: o código dela não funciona mais.',
    checks: [
      {
        name: 'O navegador não abriu?',
        explained: 'Copie o link e abra-o em qualquer navegador, aqui ou em outro lugar.',
      },
      {
        name: 'Há outra conta conectada nele?',
        explained: 'Copie o link e abra-o no perfil certo ou em uma janela privada.',
      },
      { name: 'Sem navegador por perto?', explained: 'Escaneie o código QR com o celular.' },
    ],
  },
  denied: {
    title: 'A solicitação foi recusada',
    explained: 'Alguém recusou a solicitação no navegador.',
    checks: [
      {
        name: 'Não foi você quem iniciou este login?',
        explained: 'Então recusar foi o certo. Não há mais nada a fazer.',
      },
      {
        name: 'Foram pedidas permissões demais?',
        explained: 'Obtenha um novo código e permita menos. Ver o saldo é suficiente.',
      },
      { name: 'Recusado por engano?', explained: 'Obtenha um novo código e aprove-o.' },
    ],
  },
  'unknown-client': {
    title: 'Este login não pode continuar',
    explained:
      'A Parallel não reconhece mais esta instalação, então o código não pode ser aprovado. Um novo código a registra de novo.',
    checks: [
      {
        name: 'Continua acontecendo?',
        explained: 'Fale com o suporte da Parallel e informe a referência, se houver.',
      },
    ],
  },
  storage: {
    title: 'Não foi possível salvar a sessão',
    explained:
      'Você aprovou, mas não foi possível gravar neste disco. Libere espaço ou corrija o disco e obtenha um novo código.',
    checks: diskChecks,
  },
  keyring: {
    title: 'Não foi possível salvar a sessão',
    explained: 'O chaveiro do sistema não a aceitou. Desbloqueie-o e obtenha um novo código.',
    checks: diskChecks,
  },
}

export const signIn = {
  title: 'Entrar',
  nowLabel: 'Acontecendo agora',

  welcome: {
    title: 'Entre na Parallel',
    explained: 'Veja quanto cada organização ainda tem para gastar. Você nunca digita uma senha aqui.',
    addTitle: 'Adicione uma organização',
    addExplained: 'Cada login é para uma organização. Você a escolhe no navegador.',
    steps: ['Um código aparece aqui.', 'Seu navegador mostra o mesmo.', 'Você o aprova lá.'],
    may: 'O Parallel Tray pode',
    mayAside: 'você pode mudar quando quiser',
    start: 'Obter um código',
    starting: 'Obtendo um código',
    unofficial: 'Não oficial. Não é feito pela Parallel.',
  },

  consent: {
    title: 'Onde a sessão deve ser guardada?',
    explained:
      'Este sistema não tem um chaveiro, então o Parallel Tray não pode criptografar o que salva. Escolha antes de aprovar.',
    memory: {
      name: 'Na memória, até você encerrar o app',
      explained: 'Nada é salvo. Você entra de novo sempre que abrir o app.',
    },
    disk: {
      name: 'Neste disco, sem criptografia',
      risk: 'Quem puder ler seus arquivos pode usar sua conta',
      until: ' até você encerrar a sessão.',
      impossible: 'Impossível neste sistema, que não consegue criptografar nada.',
    },
    go: 'Continuar',
    help: 'Configurar um chaveiro',
    now: 'Nada foi solicitado ainda',
    nowExplained: 'O código vem em seguida',
  },

  starting: {
    title: 'Obtendo um código…',
    now: (host: string) => `Conectando a ${host}`,
    nowExplained: 'O código aparece aqui',
    explained: 'Seu navegador mostrará o mesmo.',
  },

  code: {
    title: 'Seu navegador mostra este código?',
    copy: 'Copiar código',
    copyShort: 'Copiar',
    copied: 'Copiado',
    codeCopied: 'Código copiado',
    validFor: 'Válido por',
    nearlyOver: 'Resta menos de um minuto',
    caution: 'Aprove-o lá só se foi você quem iniciou este login.',
    inBrowser: 'No navegador',
    open: 'Abrir navegador',
    /** Asks first. */
    openForeign: 'Abrir navegador…',
    openAgain: 'Abrir de novo',
    copyLink: 'Copiar link',
    linkCopied: 'Link copiado',
    foreign: 'Esta página não está no domínio da Parallel.',
    byPhone: 'Ou com seu celular',
    qrLabel: 'Código QR do link',
    asksTo: 'Permissões',
    change: 'Alterar',
    changeLabel: 'Alterar permissões',
    openToApprove: 'Abra o navegador para aprovar',
    waiting: 'Aguardando sua aprovação',
    notOpened: 'O navegador não abriu',
    notOpenedExplained: 'Copie o link e abra-o em um navegador',
    wrongProfile: 'Perfil errado? Abra o link no certo',
    checking: 'Verificando agora',
    firstCheck: (seconds: number) => `Primeira verificação em ${seconds} s`,
    nextCheck: (checked: number, next: number) => `Verificado há ${checked} s, próxima vez em ${next} s`,
    checkingNow: (checked: number) => `Verificado há ${checked} s, verificando agora`,
    stillTrying: (why: string) => `${why}, ainda tentando`,
    nextTry: (seconds: number) => `Código ainda válido, próxima tentativa em ${seconds} s`,
    tryingNow: 'Código ainda válido, tentando agora',
  },

  foreign: {
    title: 'Abrir este endereço?',
    explained: 'A página de login não está no domínio da Parallel. Abra só se você já esperava por isso.',
    dont: 'Não abrir',
    open: 'Abrir mesmo assim',
    opening: 'Abrindo',
    now: 'Aguardando sua decisão',
    nowExplained: (left: string) => `O código é válido por ${left}`,
  },

  storing: {
    title: 'Aprovado',
    explained: <T>(organisation: T): Phrase<T> => [
      'A sessão em ',
      organisation,
      ' será iniciada assim que os tokens forem salvos. O saldo vem em seguida.',
    ],
    now: 'Salvando a sessão',
    how: storing,
  },

  ended: {
    endings,
    notApprovedWithin: (lifetime: string) => `Não foi aprovado em ${lifetime}.`,
    again: 'Obter um novo código',
    starting: 'Iniciando',
    change: 'Alterar permissões',
    checksTitle: 'O que pode ajudar',
    networkChecks,
    waitChecks,
    now: 'Nenhuma sessão foi iniciada',
    nowExplained: 'Nada desta tentativa foi salvo',
    nowExpired: 'Obtenha um novo código quando quiser',
  },
}
