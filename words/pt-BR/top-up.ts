import type { Phrase } from '../phrase.ts'

/** Adding money: every step says what was charged, and what wasn't. */
export const topUp = {
  cancel: 'Cancelar',
  close: 'Fechar',
  done: 'Concluir',
  tryAgain: 'Tentar novamente',
  amount: 'Valor',
  askedAt: 'Pedido',
  asked: (when: string, age: string) => `${when}, ${age}`,
  reference: 'Referência',
  billing: 'Faturamento',
  openBilling: 'Abrir faturamento',

  choose: {
    title: <T>(organisation: T): Phrase<T> => ['Recarregar ', organisation],
    spendable: (amount: string) => `Disponível agora: ${amount}`,
    other: 'Ou outro valor',
    between: (least: string, most: string) => `${least} a ${most}`,
    worth: {
      lessThanADay: 'Dá para menos de um dia.',
      moreThanTwoMonths: 'Dá para mais de dois meses.',
      about: (days: string, one: boolean) =>
        one ? 'Dá para cerca de um dia.' : `Dá para cerca de ${days} dias.`,
    },
    limit: (amount: string) => `Seu limite hoje: ${amount}.`,
    next: 'Continuar',
    wrong: {
      'not-an-amount': (least: string, most: string) =>
        `Digite um valor de ${least} a ${most}, como 25 ou 12,50.`,
      'too-little': (least: string) => `O mínimo é ${least}.`,
      'too-much': (most: string) =>
        `A Parallel aceita no máximo ${most} por vez. Para mais, use o faturamento no console.`,
      'over-limit': (left: string) =>
        `Seu próprio limite deixa ${left} para hoje. Ele é definido em Ajustes.`,
      'limit-reached': 'Seu próprio limite de hoje já foi usado. Ele é definido em Ajustes.',
    },
  },

  confirm: {
    title: (amount: string) => `Cobrar ${amount} agora?`,
    explained: 'Não é possível desfazer aqui.',
    organisation: 'Organização',
    paidWith: 'Pago com',
    card: 'o cartão padrão dela, na hora',
    after: 'Disponível depois',
    about: (amount: string) => `cerca de ${amount}`,
    charge: 'Cobrar',
    act: (amount: string) => `Cobrar ${amount}`,
    busy: 'Cobrando',
  },

  charging: {
    title: (amount: string) => `Cobrando ${amount}…`,
    explained: 'Você pode ocultar o Parallel Tray; o resultado fica guardado.',
  },

  unknown: {
    title: (amount: string) => `Ainda não se sabe se a recarga de ${amount} foi cobrada`,
    lost: 'A resposta não chegou. O Parallel Tray pergunta de novo com a mesma referência, então ',
    notTwice: 'não há risco de cobrança dupla.',
    nextTry: 'Próxima tentativa',
    in: (wait: string) => `em ${wait}`,
    now: 'agora',
    byItself: (until: string) =>
      `Isso continua sozinho até ${until}, mesmo com esta janela fechada. Até se saber o resultado, nenhuma outra recarga é oferecida.`,
    act: 'Perguntar de novo agora',
    asking: 'Perguntando',
  },

  /** Asked again only when the user wants it. */
  later: {
    title: (amount: string) => `Não se sabe se a recarga de ${amount} foi cobrada`,
    restarted:
      'O Parallel Tray ou a sessão terminou antes de a resposta chegar. “Descobrir agora” envia o mesmo pedido de novo: se já foi cobrado, nada acontece; se não, é cobrado agora.',
    stopped:
      'Nenhuma resposta chegou. “Descobrir agora” envia o mesmo pedido de novo: se já foi cobrado, nada acontece; se não, é cobrado agora.',
    act: 'Descobrir agora',
    asking: 'Descobrindo',
  },

  tooOld: {
    title: (amount: string) => `Não se sabe se a recarga de ${amount} foi cobrada`,
    explained:
      'O pedido é antigo demais para perguntar de novo com segurança. O faturamento no console mostra se ele foi concluído.',
    putAway: 'Já conferi, arquivar',
    puttingAway: 'Arquivando',
  },

  added: {
    title: (amount: string) => `Recarga de ${amount} feita`,
    explained: (when: string) => `Cobrança no cartão padrão: ${when}.`,
    now: 'Disponível agora',
    charged: 'Cobrado',
    /** After "Restam cerca de 12 dias". */
    pace: (left: string) => `${left} no ritmo desta semana.`,
  },

  declined: {
    title: 'O cartão foi recusado',
    explained:
      'Nada foi cobrado. Seu banco ou as configurações do cartão na Parallel podem informar o motivo.',
    act: 'Configurações do cartão',
  },

  notCharged: {
    title: (amount: string) => `A recarga de ${amount} não foi cobrada`,
    tried: 'Tentativa',
    at: (amount: string, when: string) => `${amount}, ${when}`,
    says: 'Resposta da Parallel',
  },

  notAllowed: {
    title: 'Recarregar ainda não é permitido',
    explained: <T>(organisation: T): Phrase<T> => [
      'Este login em ',
      organisation,
      ' não pode recarregar o saldo. Um breve login no navegador pode permitir isso; nada mais muda.',
    ],
    notNow: 'Agora não',
    act: 'Permitir…',
  },

  invoice: {
    title: 'Não há o que recarregar',
  },

  signedOut: {
    title: 'Entre de novo para recarregar',
    explained: 'Sem login, nada pode ser cobrado.',
  },
}
