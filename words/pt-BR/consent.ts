import type { DesktopWords } from '../types.ts'

/** What main asks in dialogs of its own, which the window can neither draw nor answer. */
export const consent: DesktopWords['consent'] = {
  cancel: 'Cancelar',
  charge: {
    title: (amount: string, organisation: string) => `Debitar ${amount} no cartão de ${organisation}?`,
    explained: 'O débito é feito na hora. Não é possível desfazer aqui.',
    act: (amount: string) => `Pagar ${amount}`,
  },
  again: {
    title: (amount: string, organisation: string) =>
      `Tentar de novo a recarga de ${amount} de ${organisation}?`,
    explained: 'Se o pagamento ainda não foi feito, ele é feito agora.',
    act: (amount: string) => `Tentar pagar ${amount} de novo`,
  },
  overLimit: {
    title: (amount: string, organisation: string) =>
      `Debitar ${amount} no cartão de ${organisation}, acima do seu limite diário?`,
    explained: (limit: string) => `Seu limite é de ${limit} por dia. Não é possível desfazer aqui.`,
  },
  raiseLimit: {
    title: (organisation: string, to: string) => `Aumentar o limite diário de ${organisation} para ${to}?`,
    explained: (from: string) => `Agora ele é de ${from}.`,
    act: 'Aumentar limite',
  },
  removeLimit: {
    title: (organisation: string) => `Remover o limite diário de ${organisation}?`,
    explained: (from: string, most: string) =>
      `Agora ele é de ${from}. Sem ele, os débitos podem somar até ${most} em 24 horas.`,
    act: 'Remover limite',
  },
  reset: {
    title: 'Apagar tudo aqui?',
    explained:
      'Isso encerra todas as sessões e apaga deste computador os tokens, os ajustes, o histórico e o registro de chaves.',
    act: 'Apagar tudo',
  },
}
