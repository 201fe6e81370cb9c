import type { FailureKind, Keeping } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

type Check = { readonly name: string; readonly explained: string }
type Ending = {
  readonly title: string
  readonly explained: string
  readonly checks: readonly Check[]
}

const storing: Record<Keeping, string> = {
  encrypted: 'Com criptografia, usando a chave do chaveiro do sistema',
  plain: 'Neste disco, sem criptografia, como você escolheu',
  memory: 'Na memória até você encerrar, como você escolheu',
}

const networkChecks: readonly Check[] = [
  {
    name: 'Este computador está conectado?',
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
  { name: 'Aguarde um pouco', explained: 'Problemas no servidor costumam passar sozinhos.' },
  { name: 'O site funciona?', explained: 'Se também não funcionar, só resta aguardar.' },
]

const diskChecks: readonly Check[] = [
  { name: 'O disco está cheio?', explained: 'Alguns kilobytes bastam.' },
  {
    name: 'O chaveiro está desbloqueado?',
    explained: 'Desbloqueie-o e comece de novo.',
  },
]

/** The ways an attempt ends that have words of their own; the others are put together from `failures`. */
const endings: Partial<Record<FailureKind, Ending>> = {
  expired: {
    title: 'Este código expirou',
    explained: 'Feche a página antiga no navegador: o código dela não pode mais ser usado.',
    checks: [
      {
        name: 'O navegador não abriu?',
        explained: 'Copie o link para qualquer navegador, aqui ou em outro lugar.',
      },
      {
        name: 'Outra pessoa está conectada nele?',
        explained: 'Copie o link para o perfil certo ou para uma janela privada.',
      },
      { name: 'Sem navegador por perto?', explained: 'Escaneie o código QR com o celular.' },
    ],
  },
  denied: {
    title: 'O pedido foi recusado',
    explained: 'Alguém recusou o pedido no navegador.',
    checks: [
      {
        name: 'Não foi você que iniciou este login?',
        explained: 'Então recusar foi o certo. Não há mais nada a fazer.',
      },
      {
        name: 'O pedido era amplo demais?',
        explained: 'Comece de novo com menos permissões. Para ver o saldo, basta a primeira.',
      },
      { name: 'Foi um engano?', explained: 'Comece de novo e aprove o novo código.' },
    ],
  },
  'unknown-client': {
    title: 'Esta tentativa terminou',
    explained:
      'A Parallel não reconhece mais esta instalação, então o código não pode ser aprovado. Ao começar de novo, ela é registrada outra vez e aparece um novo código.',
    checks: [
      {
        name: 'Acontece de novo?',
        explained: 'Fale com o suporte da Parallel e informe a referência, se houver.',
      },
    ],
  },
  storage: {
    title: 'Não foi possível guardar o login',
    explained:
      'Você aprovou, mas não foi possível gravar neste disco. Libere espaço ou corrija o problema e comece de novo.',
    checks: diskChecks,
  },
  keyring: {
    title: 'Não foi possível guardar o login',
    explained: 'O chaveiro do sistema não o aceitou. Desbloqueie-o e comece de novo.',
    checks: diskChecks,
  },
}

export const signIn = {
  title: 'Entrar',
  nowLabel: 'Acontecendo agora',

  welcome: {
    title: 'Entre na Parallel',
    explained: 'Veja quanto cada organização ainda tem para gastar. Nenhuma senha é digitada aqui.',
    addTitle: 'Adicione uma organização',
    addExplained: 'Cada login pertence a uma organização. Você escolhe qual no navegador.',
    steps: ['Um código aparece aqui.', 'O navegador mostra o mesmo.', 'Você o aprova lá.'],
    may: 'O Parallel Tray pode',
    mayAside: 'altere quando quiser',
    start: 'Obter um código',
    starting: 'Obtendo um código',
    unofficial: 'Não oficial. Não é feito pela Parallel.',
  },

  restoring: {
    title: 'Abrindo seus logins…',
    explained:
      'Eles estão criptografados com a chave do chaveiro do sistema. Se ele pedir uma senha, está esperando por você.',
    now: 'Aguardando o chaveiro',
    nowExplained: 'Nada se perde enquanto ele está bloqueado',
  },

  consent: {
    title: 'Onde o login deve ser guardado?',
    explained:
      'Este sistema não oferece um chaveiro, então o Parallel Tray não pode criptografar o que guarda. Escolha antes de aprovar.',
    memory: {
      name: 'Na memória, até você encerrar',
      explained: 'Nada é gravado. Você entra de novo a cada início.',
    },
    disk: {
      name: 'Neste disco, sem criptografia',
      risk: 'Quem puder ler seus arquivos pode usar sua conta',
      until: ' até você sair.',
      impossible: 'Impossível neste sistema: ele não oferece nenhuma criptografia.',
    },
    go: 'Continuar',
    help: 'Configurar um chaveiro',
    now: 'Nada foi pedido ainda',
    nowExplained: 'O código vem em seguida',
  },

  starting: {
    title: 'Obtendo um código…',
    now: (host: string) => `Consultando ${host}`,
    nowExplained: 'O código aparece aqui',
    explained: 'O navegador mostrará o mesmo.',
  },

  code: {
    title: 'O navegador mostra este código?',
    copy: 'Copiar código',
    copyShort: 'Copiar',
    copied: 'Copiado',
    codeCopied: 'Código copiado',
    validFor: 'Válido por',
    nearlyOver: 'Resta menos de um minuto',
    caution: 'Aprove-o lá, se foi você quem iniciou este login.',
    inBrowser: 'No navegador',
    open: 'Abrir navegador',
    /** Asks first. */
    openForeign: 'Abrir navegador…',
    openAgain: 'Abrir de novo',
    copyLink: 'Copiar link',
    linkCopied: 'Link copiado',
    foreign: 'Esta página não está no domínio da própria Parallel.',
    byPhone: 'Ou pelo celular',
    qrLabel: 'Código QR do link',
    asksTo: 'Pede para',
    change: 'Alterar',
    changeLabel: 'Alterar o que é permitido',
    openToApprove: 'Abra o navegador para aprovar',
    waiting: 'Aguardando sua aprovação',
    notOpened: 'O navegador não abriu',
    notOpenedExplained: 'Copie o link e abra-o em um navegador',
    wrongProfile: 'Perfil errado? Copie o link para o certo',
    checking: 'Verificando agora',
    firstCheck: (seconds: number) => `Primeira verificação em ${seconds} s`,
    nextCheck: (checked: number, next: number) => `Verificado há ${checked} s, próxima vez em ${next} s`,
    checkingNow: (checked: number) => `Verificado há ${checked} s, verificando agora`,
    stillTrying: (why: string) => `${why}, ainda tentando`,
    nextTry: (seconds: number) => `Código ainda válido, próxima tentativa em ${seconds} s`,
    tryingNow: 'Código ainda válido, tentando agora',
  },

  foreign: {
    title: 'Abrir este endereço?',
    explained:
      'A página de login não está no domínio da própria Parallel. Abra só se você já esperava por isso.',
    dont: 'Não abrir',
    open: 'Abrir mesmo assim',
    opening: 'Abrindo',
    now: 'Aguardando sua decisão',
    nowExplained: (left: string) => `O código continua válido por ${left}`,
  },

  storing: {
    title: 'Aprovado',
    explained: <T>(organisation: T): Phrase<T> => [
      'O login em ',
      organisation,
      ' fica pronto assim que os tokens estiverem guardados com segurança. Em seguida vem o saldo.',
    ],
    now: 'Guardando o login',
    how: storing,
  },

  ended: {
    endings,
    notApprovedWithin: (lifetime: string) => `Ele não foi aprovado no prazo de ${lifetime}.`,
    again: 'Obter um novo código',
    starting: 'Iniciando',
    change: 'Alterar o que é permitido',
    checksTitle: 'O que pode ajudar',
    networkChecks,
    waitChecks,
    now: 'Nenhum login foi feito',
    nowExplained: 'Nada desta tentativa fica guardado',
    nowExpired: 'Um novo código só começa quando você pedir',
  },
}
