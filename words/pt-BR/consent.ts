import type { DesktopWords } from '../types.ts'

/** What main asks in dialogs of its own, which the window can neither draw nor answer. */
export const consent: DesktopWords['consent'] = {
  cancel: 'Cancelar',
  charge: {
    title: (amount: string, organisation: string) => `Cobrar ${amount} no cartão de ${organisation}?`,
    explained: 'A cobrança é feita na hora. Aqui não dá para desfazer.',
    act: (amount: string) => `Cobrar ${amount}`,
  },
  again: {
    title: (amount: string, organisation: string) =>
      `Enviar de novo a recarga de ${amount} para ${organisation}?`,
    explained: 'Se ainda não foi cobrada, será cobrada agora.',
    act: 'Enviar de novo',
  },
  overLimit: {
    title: (amount: string, organisation: string) =>
      `Cobrar ${amount} no cartão de ${organisation}, acima do seu limite diário?`,
    explained: (limit: string) => `Seu limite é de ${limit} por dia. Aqui não dá para desfazer.`,
  },
  raiseLimit: {
    title: (organisation: string, to: string) => `Aumentar o limite diário de ${organisation} para ${to}?`,
    explained: (from: string) => `Agora é de ${from}.`,
    act: 'Aumentar limite',
  },
  removeLimit: {
    title: (organisation: string) => `Remover o limite diário de ${organisation}?`,
    explained: (from: string, most: string) =>
      `Agora é de ${from}. Sem ele, até ${most} podem ser cobrados em 24 horas.`,
    act: 'Remover limite',
  },
  reset: {
    title: 'Começar do zero neste computador?',
    explained:
      'Sai de todas as organizações e apaga deste computador os tokens, os ajustes, o histórico e o registro de chaves.',
    act: 'Começar do zero',
  },
}
