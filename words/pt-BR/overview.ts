import type { Phrase } from '../phrase.ts'
import { plural } from '../plural.ts'
import { livesInTray } from './lives-in-tray.ts'

const daysSaid = (days: number) => plural('pt-BR', days, { one: `${days} dia`, other: `${days} dias` })
const aboutLeft = (days: number) =>
  plural('pt-BR', days, { one: `Resta cerca de ${days} dia`, other: `Restam cerca de ${days} dias` })

export const overview = {
  organisations: 'Organizações',
  allOrganisations: 'Todas as organizações',
  addOrganisation: 'Adicionar uma organização…',
  signOutOf: <T>(organisation: T): Phrase<T> => ['Sair de ', organisation, '…'],
  signOut: 'Sair…',
  signingOut: 'Saindo',
  refresh: 'Atualizar agora',
  refreshAll: 'Atualizar todas',
  reading: 'Lendo…',
  notRead: 'Ainda não lido',
  openBilling: 'Abrir faturamento',

  spendable: 'Disponível',
  explained: 'Crédito menos o que as tarefas em execução reservam',
  asOf: (when: string, age: string) => `leitura de ${when}, ${age}`,
  lessThanADayAgo: (amount: string) => `${amount} a menos que há 24 horas`,
  moreThanADayAgo: (amount: string) => `${amount} a mais que há 24 horas`,
  asADayAgo: 'Igual a 24 horas atrás',
  nothingLeft: 'Não resta nada para gastar.',
  heldOverCredit: 'Abaixo de zero: o valor reservado é maior que o crédito',
  creditBelowZero: 'O próprio crédito está abaixo de zero.',
  credit: 'Crédito',
  held: 'Reservado para tarefas em execução',
  /** Read out for the bar. */
  split: (spendable: string, held: string) => `Disponível: ${spendable}; reservado: ${held}`,

  balance: 'Saldo',
  invoice: 'Paga por fatura',
  invoiceShort: 'Fatura',
  invoiceExplained: <T>(organisation: T): Phrase<T> => [
    'A Parallel envia a ',
    organisation,
    ' uma fatura pelo que foi usado. Não há saldo pré-pago para acompanhar nem o que recarregar, por isso a previsão e os avisos de saldo baixo estão desativados.',
  ],

  topUp: 'Recarregar…',
  /** Why the button is off. */
  topUpOff: {
    unknown: 'Desativado até se saber se a última recarga foi cobrada.',
    stale: 'Desativado até que o saldo possa ser lido de novo.',
    reading: 'Desativado até que o saldo seja lido.',
  },
  /** A top-up that isn't over, or whose end hasn't been seen. */
  topUpLine: {
    charging: (amount: string) => `Cobrando ${amount}`,
    unknown: (amount: string, when: string) =>
      `Recarga de ${amount} (${when}): ainda não se sabe se foi cobrada.`,
    asking: 'Perguntando de novo agora.',
    next: (wait: string) => `Nova pergunta em ${wait}.`,
    findOut: 'Você pode descobrir agora.',
    tooOld: 'O faturamento no console mostra.',
    off: 'Até lá, não é possível recarregar.',
    added: (amount: string, when: string) => `Recarga de ${amount} feita (${when}).`,
    notCharged: (amount: string, when: string) => `Recarga de ${amount} (${when}): não cobrada.`,
    more: 'Detalhes',
  },

  forecast: {
    lessThanADay: 'Resta menos de um dia',
    moreThanTwoMonths: 'Restam mais de dois meses',
    about: aboutLeft,
    nothingLeft: 'Não resta nada para gastar',
    nothingLeftExplained: 'Nada pode ser gasto até adicionar dinheiro.',
    thisWeek: (perDay: string) => `no ritmo desta semana, ${perDay} por dia`,
    lastDays: (basis: string, perDay: string) => `no ritmo medido em ${basis}, ${perDay} por dia`,
    days: daysSaid,
    knownAt: (when: string, perDay: string) => `no ritmo da leitura de ${when}, ${perDay} por dia`,
    runsOutAbout: (when: string, perDay: string) =>
      `Neste ritmo, ${perDay} por dia, acaba por volta de ${when}.`,
    notEnough: 'Ainda não há dados suficientes',
    notEnoughExplained: (since: string | null) =>
      since === null
        ? 'Uma previsão precisa de um dia de leituras. O Parallel Tray lê o saldo enquanto está aberto.'
        : `Uma previsão precisa de um dia de leituras. A primeira é de ${since}; o Parallel Tray continua lendo enquanto está aberto.`,
    noSpending: 'Nada está sendo gasto',
    noSpendingExplained: (basis: string) => `Nada foi gasto em ${basis}, então o saldo não está acabando.`,
    today: 'Hoje',
    /** Read out for the chart. */
    chart: (from: string, first: string, last: string) => `Disponível desde ${from}: de ${first} a ${last}.`,
    /** The date has a period of its own ("24 de nov."), so it doesn't stand at the end. */
    chartEnd: (when: string) => `Nesse ritmo, por volta de ${when} chega a zero.`,
  },

  lastDays: 'Últimos dias',
  allActivity: 'Toda a atividade',
  meanwhile: 'Enquanto isso',
  warnBelow: 'Avisar abaixo de',
  shortcutToOpen: 'Atalho para abrir',
  notSet: 'Não definido',
  keysMade: (keys: number) =>
    keys === 0
      ? 'Nenhuma chave criada aqui ainda'
      : plural('pt-BR', keys, { one: `${keys} chave criada aqui`, other: `${keys} chaves criadas aqui` }),
  keysDue: (keys: string) => `${keys} a rotacionar`,
  keysMadeHere: 'Chaves criadas aqui',
  allKeys: 'Apps e chaves',
  authorizationEnded: (when: string) => `Autorização encerrada desde ${when}`,

  thisSignIn: 'Este login',
  authorizedUntil: (date: string) => `Autorizado até ${date}`,
  authorizedExplained: 'Renovado automaticamente até lá.',
  signedInUntil: (date: string) => `Login válido pelo menos até ${date}`,
  signedInExplained: 'Renovado automaticamente enquanto o Parallel Tray está aberto.',
  authorized: 'Autorizado, sem prazo conhecido',

  pendingNow: (count: number) => (count === 1 ? 'Um logout em andamento' : `${count} logouts em andamento`),
  pendingNowExplained: 'A Parallel será avisada assim que responder',
  pendingTitle: 'Logouts em andamento',
  pending: <T>(organisation: T): Phrase<T> => [organisation, ': logout feito aqui'],
  pendingUntil: (when: string) =>
    `A Parallel ainda não sabe e será avisada assim que responder. Sem isso, o login vale lá até ${when}.`,
  pendingOpen: 'A Parallel ainda não sabe e será avisada assim que responder.',
  pendingNext: (when: string) => `Próxima tentativa: ${when}.`,
  pendingTrying: 'Tentando',

  /** Under an organisation's name in the list. */
  why: {
    unreadable: 'O chaveiro estava bloqueado no início',
    signingOut: 'Saindo',
    unsaved: 'Tokens mais recentes ainda não salvos',
    topUpUnknown: 'Uma recarga em aberto',
  },

  strips: {
    signInAgain: {
      title: <T>(organisation: T): Phrase<T> => ['Entre de novo em ', organisation],
      explained: (when: string) => `A autorização terminou (visto: ${when}).`,
      act: 'Entrar de novo',
    },
    unreadable: {
      title: 'O chaveiro estava bloqueado no início',
      explained: 'Desbloqueie-o e reinicie. O login continua guardado.',
      act: 'Reiniciar',
    },
    unsaved: {
      title: 'Os tokens mais recentes não foram salvos',
      explained:
        'Eles estão na memória, e o app tenta salvá-los de novo. Se você encerrar antes disso, terá de entrar de novo.',
    },
    alerts: {
      spendable: {
        title: 'Saldo baixo',
        explained: (limit: string) => `Abaixo do limite de ${limit} que você definiu.`,
        short: 'Saldo baixo',
      },
      daysLeft: {
        title: (days: number) => (days < 1 ? 'Resta menos de um dia' : aboutLeft(days)),
        explained: (days: number) => `Abaixo do limite de ${daysSaid(days)} que você definiu.`,
        unknown: 'Restam poucos dias',
        short: 'Acaba em breve',
      },
      spending: {
        title: 'Muito gasto em uma hora',
        explained: (limit: string) => `Acima do limite de ${limit} que você definiu.`,
        short: 'Gasto acelerado',
      },
      /** When the limit was taken away meanwhile. */
      noLimit: 'Você pediu este aviso.',
      notToday: 'Silenciar hoje',
      topUp: 'Recarregar…',
    },
    justArrived: {
      title: <T>(organisation: T): Phrase<T> => ['Você entrou em ', organisation],
      explained: 'Não é sua? Outra pessoa aprovou.',
      insteadOf: (organisation: string) =>
        `Você escolheu esta no navegador. ${organisation} ainda espera um novo login.`,
      act: 'Sair',
    },
    trouble: {
      since: (what: string, when: string) => `${what} desde ${when}`,
      known: 'Você vê o que se sabia até então.',
      byItself: 'O app tenta de novo sozinho.',
    },
    endsSoon: {
      title: (when: string) => `Autorização só até ${when}`,
      explained: 'Entre de novo para continuar.',
      act: 'Entrar de novo',
    },
    signIn: {
      consent: {
        title: 'Um login espera sua resposta',
        explained: 'Onde ele deve ser guardado?',
        act: 'Responder',
      },
      waiting: {
        title: 'Um login está em andamento',
        explained: 'Ele espera sua aprovação no navegador.',
        act: 'Mostrar código',
      },
      ended: {
        title: 'O login terminou sem efeito',
        explained: 'Você não entrou em nenhuma organização.',
        act: 'Ver o motivo',
      },
    },
    livesInTray,
    noTray: {
      title: 'Este ambiente não mostra bandeja',
      minimises: 'Fechar minimiza a janela.',
      quits: 'Fechar a janela encerra o app.',
      act: 'Por quê?',
    },
    fileSetAside: {
      title: (file: string) => `Não foi possível ler ${file}`,
      explained: 'O arquivo fica guardado como está. O Parallel Tray continua sem ele.',
    },
    storage: { title: 'Não salvo neste computador' },
    windowRebuilt: {
      title: 'A janela precisou ser recriada',
      explained: 'Só se perdeu o que não foi enviado.',
    },
  },

  signOutDialog: {
    title: <T>(organisation: T): Phrase<T> => ['Sair de ', organisation, '?'],
    explained:
      'O app pede à Parallel que encerre esta autorização e apaga os tokens dela deste computador. Para voltar, você aprova um novo código.',
    unreachable:
      'Se a Parallel não responder agora, será avisada depois; até lá, isso aparece na visão geral.',
    cancel: 'Cancelar',
    act: 'Sair',
    busy: 'Saindo',
  },
}
