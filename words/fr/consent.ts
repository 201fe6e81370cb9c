import type { DesktopWords } from '../types.ts'

/** What main asks in dialogs of its own, which the window can neither draw nor answer. */
export const consent: DesktopWords['consent'] = {
  cancel: 'Annuler',
  charge: {
    title: (amount: string, organisation: string) => `Débiter ${amount} de la carte de ${organisation} ?`,
    explained: 'La carte est débitée aussitôt. Cela ne peut pas être annulé ici.',
    act: (amount: string) => `Débiter ${amount}`,
  },
  again: {
    title: (amount: string, organisation: string) =>
      `Renvoyer la recharge de ${amount} pour ${organisation} ?`,
    explained: 'Si rien n’a encore été débité, la carte l’est maintenant.',
    act: (amount: string) => `Relancer le débit de ${amount}`,
  },
  overLimit: {
    title: (amount: string, organisation: string) =>
      `Débiter ${amount} de la carte de ${organisation}, au-delà de votre limite par jour ?`,
    explained: (limit: string) => `Votre limite est de ${limit} par jour. Cela ne peut pas être annulé ici.`,
  },
  raiseLimit: {
    title: (organisation: string, to: string) => `Relever à ${to} la limite par jour de ${organisation} ?`,
    explained: (from: string) => `Elle est de ${from} actuellement.`,
    act: 'Relever la limite',
  },
  removeLimit: {
    title: (organisation: string) => `Supprimer la limite par jour de ${organisation} ?`,
    explained: (from: string, most: string) =>
      `Elle est de ${from} actuellement. Sans elle, jusqu’à ${most} peuvent être débités en 24 heures.`,
    act: 'Supprimer la limite',
  },
  reset: {
    title: 'Tout effacer sur cet ordinateur ?',
    explained:
      'Déconnecte toutes les organisations et supprime de cet ordinateur les jetons, les réglages, l’historique et le registre des clés.',
    act: 'Tout effacer',
  },
}
