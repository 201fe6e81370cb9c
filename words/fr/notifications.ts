import { plural } from '../plural.ts'
import { agree } from './agree.ts'

/** Names that others have chosen stand in titles only: some systems read markup in the text below. */
type Said = { readonly title: string; readonly body: string }

const sentences = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(' ')

export const notifications = {
  acts: {
    signInAgain: 'Se reconnecter',
    topUp: 'Recharger…',
    notToday: 'Ignorer aujourd’hui',
  },

  signInAgain: (organisation: string): Said => ({
    title: `Reconnectez-vous à ${organisation}`,
    body: 'Parallel a mis fin à cette autorisation. L’historique, les clés et les réglages sont conservés.',
  }),
  endsSoon: (organisation: string, when: string): Said => ({
    title: `${organisation} : l’autorisation prend fin le ${when}`,
    body: 'Reconnectez-vous avant cette date pour éviter une interruption.',
  }),
  low: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title:
      spendable === null
        ? `${organisation} : le solde est bas`
        : `${organisation} : ${agree(spendable, 'disponible')}`,
    body: limit === null ? 'Le solde est bas.' : `C’est moins que votre seuil d’alerte de ${limit}.`,
  }),
  /** `days`: whole ones that are left, null if that isn't known. */
  daysLeft: (
    organisation: string,
    days: number | null,
    spendable: string | null,
    perDay: string | null,
  ): Said => ({
    title: `${organisation} : ${
      days === null
        ? 'le solde sera bientôt épuisé'
        : days < 1
          ? 'il reste moins d’un jour'
          : `il reste environ ${plural('fr', days, { one: `${days} jour`, other: `${days} jours` })}`
    }`,
    body: sentences(
      spendable === null ? null : `Disponible : ${spendable}.`,
      perDay === null ? null : `Dépenses par jour : environ ${perDay}.`,
    ),
  }),
  spending: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: `${organisation} : dépenses élevées`,
    body: sentences(
      limit === null
        ? 'Les dépenses de la dernière heure sont plus élevées que d’habitude.'
        : `Plus de ${limit} de dépenses dans la dernière heure.`,
      spendable === null ? null : `Disponible : ${spendable}.`,
    ),
  }),
  added: (organisation: string, amount: string, spendable: string): Said => ({
    title: `${organisation} : ${agree(amount, 'ajouté')}`,
    body: `Disponible maintenant : ${spendable}.`,
  }),
  notCharged: (organisation: string, amount: string): Said => ({
    title: `${organisation} : recharge de ${amount} non effectuée`,
    body: 'La carte n’a pas été débitée. Ouvrez Parallel Tray pour savoir pourquoi.',
  }),
  unknown: (organisation: string, amount: string, byItself: boolean): Said => ({
    title: `${organisation} : débit de ${amount} pas encore confirmé`,
    body: byItself
      ? 'Parallel Tray continue de vérifier avec la même référence : la carte ne peut pas être débitée deux fois.'
      : 'Ouvrez Parallel Tray pour relancer le débit. S’il n’a pas encore eu lieu, la carte est alors débitée une seule fois.',
  }),
  tooOld: (organisation: string, amount: string): Said => ({
    title: `${organisation} : débit de ${amount} non confirmé`,
    body: 'La demande est trop ancienne pour être relancée sans risque. Consultez la facturation.',
  }),
  signOutPending: (organisation: string): Said => ({
    title: `${organisation} : déconnexion pas encore confirmée`,
    body: 'Parallel est injoignable depuis plus d’une heure. Les essais continuent jusqu’à sa réponse.',
  }),
  storage: {
    title: 'Non enregistré sur cet ordinateur',
    body: 'Parallel Tray garde tout en mémoire et continue d’essayer d’enregistrer. Ouvrez-le pour savoir pourquoi.',
  } satisfies Said,
}
