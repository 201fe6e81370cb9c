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
    notToday: 'Couper pour aujourd’hui',
  },

  signInAgain: (organisation: string): Said => ({
    title: `Reconnectez-vous à ${organisation}`,
    body: 'Parallel a mis fin à cette autorisation. L’historique, les clés et les réglages sont conservés.',
  }),
  endsSoon: (organisation: string, when: string): Said => ({
    title: `${organisation} : l’autorisation prend fin le ${when}`,
    body: 'Reconnectez-vous avant cette date pour continuer sans interruption.',
  }),
  low: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title:
      spendable === null
        ? `${organisation} : le solde est bas`
        : `${organisation} : ${agree(spendable, 'disponible')}`,
    body: limit === null ? 'Le solde est bas.' : `C’est moins que ${limit}, votre seuil d’alerte.`,
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
        ? 'le solde est bientôt épuisé'
        : days < 1
          ? 'il reste moins d’un jour'
          : `il reste environ ${plural('fr', days, { one: `${days} jour`, other: `${days} jours` })}`
    }`,
    body: sentences(
      spendable === null ? null : `Disponible : ${spendable}.`,
      perDay === null ? null : `Dépense par jour : environ ${perDay}.`,
    ),
  }),
  spending: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: `${organisation} : dépenses rapides`,
    body: sentences(
      limit === null
        ? 'Plus que d’habitude a été dépensé en une heure.'
        : `Plus de ${limit} de dépenses en une heure.`,
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
    title: `${organisation} : on ne sait pas encore si le débit de ${amount} a eu lieu`,
    body: byItself
      ? 'Parallel Tray repose la question avec la même référence : la carte ne peut pas être débitée deux fois.'
      : 'Ouvrez Parallel Tray pour vérifier. La carte ne peut pas être débitée deux fois pour autant.',
  }),
  tooOld: (organisation: string, amount: string): Said => ({
    title: `${organisation} : on ne sait pas si le débit de ${amount} a eu lieu`,
    body: 'La demande est trop ancienne pour être répétée sans risque. Consultez la facturation.',
  }),
  signOutPending: (organisation: string): Said => ({
    title: `${organisation} : Parallel ignore encore la déconnexion`,
    body: 'Il est injoignable depuis plus d’une heure. Il en sera informé dès qu’il répondra.',
  }),
  storage: {
    title: 'Non enregistré sur cet ordinateur',
    body: 'Parallel Tray continue avec ce qui est en mémoire et réessaie. Ouvrez-le pour savoir pourquoi.',
  } satisfies Said,
}
