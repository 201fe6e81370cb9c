import type { Phrase } from '../phrase.ts'
import { plural } from '../plural.ts'
import { livesInTray } from './lives-in-tray.ts'
import { at, ended, inTheLast, of, ofTheLast, the } from './when.ts'

const daysSaid = (days: number) => plural('pt-BR', days, { one: `${days} dia`, other: `${days} dias` })
const aboutLeft = (days: number) =>
  plural('pt-BR', days, { one: `Resta cerca de ${days} dia`, other: `Restam cerca de ${days} dias` })

export const overview = {
  organisations: 'Organizações',
  allOrganisations: 'Todas as organizações',
  addOrganisation: 'Adicionar uma organização…',
  signOutOf: <T>(organisation: T): Phrase<T> => ['Encerrar a sessão em ', organisation, '…'],
  signOut: 'Encerrar a sessão…',
  signingOut: 'Encerrando a sessão',
  refresh: 'Atualizar agora',
  refreshAll: 'Atualizar todas',
  reading: 'Carregando…',
  notRead: 'Ainda não consultado',
  openBilling: 'Abrir faturamento',

  spendable: 'Disponível',
  explained: 'Crédito menos o que as tarefas em execução retêm',
  asOf: (when: string, age: string) => `consultado ${at(when)}, ${age}`,
  lessThanADayAgo: (amount: string) => `${amount} a menos que há 24 horas`,
  moreThanADayAgo: (amount: string) => `${amount} a mais que há 24 horas`,
  asADayAgo: 'Igual a 24 horas atrás',
  nothingLeft: 'Não resta nada para gastar.',
  heldOverCredit: 'Abaixo de zero: o valor retido é maior que o crédito',
  creditBelowZero: 'Seu crédito está abaixo de zero.',
  credit: 'Crédito',
  held: 'Retido para tarefas em execução',
  /** Read out for the bar. */
  split: (spendable: string, held: string) => `${spendable} disponíveis, ${held} retidos`,

  balance: 'Saldo',
  invoice: 'Paga por fatura',
  invoiceShort: 'Fatura',
  invoiceExplained: <T>(organisation: T): Phrase<T> => [
    'A Parallel envia a ',
    organisation,
    ' uma fatura pelo que foi usado. Não há saldo pré-pago para acompanhar nem recarregar, por isso a previsão e os avisos de saldo baixo estão desativados.',
  ],

  topUp: 'Recarregar…',
  /** Why the button is off. */
  topUpOff: {
    unknown: 'Em pausa até a confirmação do último pagamento.',
    stale: 'Em pausa até que o saldo possa ser atualizado.',
    reading: 'Disponível assim que o saldo carregar.',
  },
  /** A top-up that isn't over, or whose end hasn't been seen. */
  topUpLine: {
    charging: (amount: string) => `Processando o pagamento de ${amount}`,
    unknown: (amount: string, when: string) =>
      `Recarga de ${amount} solicitada ${at(when)}, pagamento não confirmado.`,
    asking: 'Verificando de novo agora.',
    next: (wait: string) => `Nova verificação em ${wait}.`,
    findOut: 'Você já pode tentar de novo.',
    tooOld: 'Confira no faturamento do console.',
    off: 'Até lá, as recargas ficam em pausa.',
    added: (amount: string, when: string) => ended(`Recarga de ${amount} feita ${at(when)}`),
    notCharged: (amount: string, when: string) =>
      `Recarga de ${amount} ${at(when)}: nenhum valor foi debitado.`,
    more: 'Detalhes',
  },

  forecast: {
    lessThanADay: 'Resta menos de um dia',
    moreThanTwoMonths: 'Restam mais de dois meses',
    about: aboutLeft,
    nothingLeft: 'Não resta nada para gastar',
    nothingLeftExplained: 'Solicitações que custam dinheiro falham até você recarregar.',
    thisWeek: (perDay: string) => `no ritmo dos últimos 7 dias, ${perDay} por dia`,
    lastDays: (basis: string, perDay: string) => `no ritmo ${ofTheLast(basis)}, ${perDay} por dia`,
    days: daysSaid,
    knownAt: (when: string, perDay: string) => `no último ritmo conhecido (${when}), ${perDay} por dia`,
    runsOutAbout: (when: string, perDay: string) =>
      ended(`Neste ritmo (${perDay} por dia), acaba por volta ${of(when)}`),
    notEnough: 'Ainda não há dados suficientes',
    notEnoughExplained: (since: string | null) =>
      since === null
        ? 'A previsão precisa de um dia de saldos. Deixe o Parallel Tray aberto.'
        : `A previsão precisa de um dia de saldos. O primeiro foi consultado ${at(since)}; deixe o Parallel Tray aberto.`,
    noSpending: 'Nada está sendo gasto',
    noSpendingExplained: (basis: string) => `Nada foi gasto ${inTheLast(basis)}.`,
    today: 'Hoje',
    /** Read out for the chart. */
    chart: (from: string, first: string, last: string) =>
      `Disponível desde ${the(from)}: de ${first} a ${last}.`,
    chartEnd: (when: string) => ended(`Neste ritmo, chega a zero por volta ${of(when)}`),
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
  authorizationEnded: (when: string) => `A autorização terminou ${at(when)}`,

  thisSignIn: 'Esta sessão',
  authorizedUntil: (date: string) => `Autorizada até ${the(date)}`,
  authorizedExplained: 'Renovada automaticamente até lá.',
  signedInUntil: (date: string) => `Sessão válida pelo menos até ${the(date)}`,
  signedInExplained: 'Renovada automaticamente enquanto o Parallel Tray está aberto.',
  authorized: 'Autorizada, data de término desconhecida',

  pendingNow: (count: number) =>
    count === 1 ? 'Há um encerramento de sessão pendente' : `Há ${count} encerramentos de sessão pendentes`,
  pendingNowExplained: 'Novas tentativas até a Parallel responder',
  pendingTitle: 'Encerramentos de sessão pendentes',
  pending: <T>(organisation: T): Phrase<T> => [organisation, ': sessão encerrada aqui'],
  pendingUntil: (when: string) =>
    ended(
      `A Parallel ainda não confirmou isso. O Parallel Tray tenta até ela responder; a autorização expira, o mais tardar, ${at(when)}`,
    ),
  pendingOpen: 'A Parallel ainda não confirmou isso. O Parallel Tray tenta até ela responder.',
  pendingNext: (when: string) => ended(`Próxima tentativa ${at(when)}`),
  pendingTrying: 'Tentando',

  /** Under an organisation's name in the list. */
  why: {
    unreadable: 'A sessão salva não pode ser aberta',
    signingOut: 'Encerrando a sessão',
    unsaved: 'Tokens mais recentes ainda não salvos',
    topUpUnknown: 'Pagamento ainda não confirmado',
  },

  strips: {
    signInAgain: {
      title: <T>(organisation: T): Phrase<T> => ['Entre de novo em ', organisation],
      explained: (when: string) => `A autorização terminou (detectado ${at(when)}).`,
      act: 'Entrar de novo',
    },
    unreadable: {
      title: 'O chaveiro estava bloqueado',
      explained: 'Desbloqueie-o e reinicie o app. Sua sessão continua salva.',
      act: 'Reiniciar',
    },
    unreadableOnWindows: {
      title: 'O Windows não consegue abrir a sessão salva',
      explained: 'Entre de novo. O histórico, as chaves e os ajustes são mantidos.',
    },
    unsaved: {
      title: 'Os tokens mais recentes não foram salvos',
      explained:
        'Eles estão na memória, e o Parallel Tray continua tentando salvá-los. Se você o encerrar antes, terá de entrar de novo.',
    },
    alerts: {
      spendable: {
        title: 'Saldo baixo',
        explained: (limit: string) => `Abaixo de ${limit}, o valor que você definiu.`,
        short: 'Saldo baixo',
      },
      daysLeft: {
        title: (days: number) => (days < 1 ? 'Resta menos de um dia' : aboutLeft(days)),
        explained: (days: number) => `Menos de ${daysSaid(days)}, o mínimo que você definiu.`,
        unknown: 'Restam poucos dias',
        short: 'Acaba em breve',
      },
      spending: {
        title: 'Gasto alto na última hora',
        explained: (limit: string) => `Acima de ${limit}, o valor que você definiu.`,
        short: 'Gasto acelerado',
      },
      /** When the limit was taken away meanwhile. */
      noLimit: 'Você pediu este aviso.',
      notToday: 'Silenciar hoje',
      topUp: 'Recarregar…',
    },
    justArrived: {
      title: <T>(organisation: T): Phrase<T> => ['Sessão iniciada em ', organisation],
      explained: 'Não foi você? Talvez outra pessoa tenha aprovado seu código.',
      insteadOf: (organisation: string) =>
        `Você escolheu esta no navegador. ${organisation} ainda precisa de um novo login.`,
      act: 'Encerrar a sessão',
    },
    trouble: {
      since: (what: string, when: string) => `${what} desde ${the(when)}`,
      known: 'Mostrando o último saldo conhecido.',
      byItself: 'Novas tentativas automáticas.',
    },
    endsSoon: {
      title: (when: string) => `A autorização termina ${at(when)}`,
      explained: 'Entre de novo para manter o acesso.',
      act: 'Entrar de novo',
    },
    signIn: {
      consent: {
        title: 'Conclua o login',
        explained: 'Escolha onde guardar a sessão.',
        act: 'Escolher',
      },
      waiting: {
        title: 'Login em andamento',
        explained: 'Aprove no navegador.',
        act: 'Mostrar código',
      },
      ended: {
        title: 'O login não foi concluído',
        explained: 'Nenhuma sessão foi iniciada.',
        act: 'Ver o motivo',
      },
    },
    livesInTray,
    noTray: {
      title: 'Este ambiente não mostra a bandeja',
      minimises: 'Fechar minimiza a janela.',
      quits: 'Fechar a janela encerra o app.',
      act: 'Por quê?',
    },
    fileSetAside: {
      title: (file: string) => `Não foi possível ler ${file}`,
      explained: 'O arquivo foi mantido. O Parallel Tray continua sem ele.',
    },
    storage: { title: 'Não salvo neste computador' },
    keyringWaits: {
      title: 'Aguardando o chaveiro',
      explained: 'Os saldos serão atualizados quando ele for desbloqueado. Se ele pedir uma senha, digite-a.',
    },
    windowRebuilt: {
      title: 'A janela foi reaberta após uma falha',
      explained: 'Só se perdeu o texto não enviado.',
    },
  },

  signOutDialog: {
    title: <T>(organisation: T): Phrase<T> => ['Encerrar a sessão em ', organisation, '?'],
    explained:
      'O Parallel Tray pede à Parallel que revogue esta autorização e exclui os tokens dela deste computador. Para entrar de novo, aprove um novo código.',
    unreachable:
      'Se não for possível acessar a Parallel, o Parallel Tray continua tentando e mostra isso na visão geral.',
    cancel: 'Cancelar',
    act: 'Encerrar a sessão',
    busy: 'Encerrando a sessão',
  },
}
