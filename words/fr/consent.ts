import type { DesktopWords } from '../types.ts'

/** What main asks in dialogs of its own, which the window can neither draw nor answer. */
export const consent: DesktopWords['consent'] = {
  cancel: 'Annuler',
  charge: {
    title: (amount: string, organisation: string) => `Débiter ${amount} de la carte de ${organisation} ?`,
    explained: 'Le débit est immédiat. Vous ne pourrez pas l’annuler ici.',
    act: (amount: string) => `Débiter ${amount}`,
  },
  again: {
    title: (amount: string, organisation: string) =>
      `Relancer la recharge de ${amount} pour ${organisation} ?`,
    explained: 'Si la carte n’a pas encore été débitée, elle l’est maintenant.',
    act: (amount: string) => `Relancer le débit de ${amount}`,
  },
  overLimit: {
    title: (amount: string, organisation: string) =>
      `Débiter ${amount} de la carte de ${organisation}, au-delà de votre limite quotidienne ?`,
    explained: (limit: string) =>
      `Votre limite est de ${limit} par jour. Vous ne pourrez pas annuler le débit ici.`,
  },
  raiseLimit: {
    title: (organisation: string, to: string) =>
      `Augmenter à ${to} la limite quotidienne de ${organisation} ?`,
    explained: (from: string) => `Elle est actuellement de ${from}.`,
    act: 'Augmenter la limite',
  },
  removeLimit: {
    title: (organisation: string) => `Supprimer la limite quotidienne de ${organisation} ?`,
    explained: (from: string, most: string) =>
      `Elle est actuellement de ${from}. Sans elle, jusqu’à ${most} peuvent être débités en 24 heures.`,
    act: 'Supprimer la limite',
  },
  reset: {
    title: 'Tout effacer ici ?',
    explained:
      'Toutes les organisations sont déconnectées, et les jetons, les réglages, l’historique et le registre des clés sont supprimés de cet ordinateur.',
    act: 'Tout effacer',
  },
}
