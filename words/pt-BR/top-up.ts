import type { Phrase } from '../phrase.ts'
import { at, ended, the } from './when.ts'

/** Adding money: every step says what was charged, and what wasn't. */
export const topUp = {
  cancel: 'Cancelar',
  close: 'Fechar',
  done: 'Concluir',
  tryAgain: 'Tentar de novo',
  amount: 'Valor',
  askedAt: 'Solicitado',
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
    limit: (amount: string) => `Restam ${amount} do seu limite de hoje.`,
    next: 'Continuar',
    wrong: {
      'not-an-amount': (least: string, most: string) =>
        `Digite um valor de ${least} a ${most}, como 25 ou 12,50.`,
      'too-little': (least: string) => `O mínimo é ${least}.`,
      'too-much': (most: string) => `O máximo é ${most} por vez. Para mais, use o faturamento no console.`,
      'over-limit': (left: string) =>
        `Restam ${left} do seu limite de hoje. Você pode alterar o limite em Ajustes.`,
      'limit-reached': 'Você atingiu seu limite diário. Você pode alterá-lo em Ajustes.',
    },
  },

  confirm: {
    title: (amount: string) => `Pagar ${amount} agora?`,
    explained: 'Não é possível desfazer aqui.',
    organisation: 'Organização',
    paidWith: 'Forma de pagamento',
    card: 'o cartão padrão dela, na hora',
    after: 'Disponível depois',
    about: (amount: string) => `cerca de ${amount}`,
    charge: 'Valor',
    act: (amount: string) => `Pagar ${amount}`,
    busy: 'Processando o pagamento',
  },

  charging: {
    title: (amount: string) => `Processando o pagamento de ${amount}…`,
    explained: 'Você pode ocultar o Parallel Tray; o resultado fica guardado.',
  },

  unknown: {
    title: (amount: string) => `${amount}: pagamento ainda não confirmado`,
    lost: 'A resposta da Parallel não chegou. O Parallel Tray continua verificando com a mesma referência: se o pagamento não foi feito, é feito nesse momento, e ',
    notTwice: 'não há risco de pagar duas vezes.',
    nextTry: 'Próxima verificação',
    in: (wait: string) => `em ${wait}`,
    now: 'agora',
    byItself: (until: string) =>
      `O Parallel Tray continua verificando até ${the(until)}, mesmo com esta janela fechada. Você poderá recarregar de novo quando houver confirmação.`,
    act: 'Verificar de novo',
    asking: 'Verificando',
  },

  /** Sent again only when the user wants it: that may charge the card. */
  later: {
    title: (amount: string) => `${amount}: pagamento não confirmado`,
    restarted: (amount: string) =>
      `O Parallel Tray foi encerrado, ou você encerrou a sessão, antes de a resposta chegar. Tentar de novo envia a mesma solicitação: se o pagamento de ${amount} já foi feito, nada acontece; se não, ele é feito agora.`,
    stopped: (amount: string) =>
      `Nenhuma resposta chegou. Tentar de novo envia a mesma solicitação: se o pagamento de ${amount} já foi feito, nada acontece; se não, ele é feito agora.`,
    act: (amount: string) => `Tentar pagar ${amount} de novo`,
    asking: 'Tentando de novo',
  },

  tooOld: {
    title: (amount: string) => `${amount}: pagamento não confirmado`,
    explained:
      'Já passou tempo demais para tentar de novo com segurança. O faturamento no console mostra se o pagamento foi feito.',
    putAway: 'Já conferi, dispensar',
    puttingAway: 'Dispensando',
  },

  added: {
    title: (amount: string) => `Recarga de ${amount} feita`,
    explained: (when: string) => ended(`Debitado no cartão padrão ${at(when)}`),
    now: 'Disponível agora',
    charged: 'Pago',
    /** After "Restam cerca de 12 dias". */
    pace: (left: string) => `${left} no ritmo dos últimos 7 dias.`,
  },

  declined: {
    title: 'O cartão foi recusado',
    explained: 'Nenhum valor foi debitado. Fale com seu banco ou veja os ajustes do cartão na Parallel.',
    act: 'Ajustes do cartão',
  },

  notCharged: {
    title: (amount: string) => `O pagamento de ${amount} não foi feito`,
    tried: 'Tentativa',
    at: (amount: string, when: string) => `${amount} ${at(when)}`,
    says: 'Resposta da Parallel',
  },

  notAllowed: {
    title: 'Recarregar ainda não é permitido',
    explained: <T>(organisation: T): Phrase<T> => [
      'Esta sessão em ',
      organisation,
      ' ainda não pode recarregar o saldo. Entre de novo no navegador para permitir; nada mais muda.',
    ],
    notNow: 'Agora não',
    act: 'Permitir…',
  },

  invoice: {
    title: 'Não há o que recarregar',
  },

  signedOut: {
    title: 'Entre de novo para recarregar',
    explained: 'Sem uma sessão iniciada, nada pode ser debitado.',
  },
}
