import type { Phrase } from '../phrase.ts'
import { agree } from './agree.ts'
import { at } from './when.ts'

export const topUp = {
  cancel: 'Annuler',
  close: 'Fermer',
  done: 'Terminé',
  tryAgain: 'Réessayer',
  amount: 'Montant',
  askedAt: 'Demandé',
  asked: (when: string, age: string) => `${when}, ${age}`,
  reference: 'Référence',
  billing: 'Facturation',
  openBilling: 'Ouvrir la facturation',

  choose: {
    title: <T>(organisation: T): Phrase<T> => ['Recharger ', organisation],
    spendable: (amount: string) => `Disponible maintenant : ${amount}`,
    other: 'Ou un autre montant',
    between: (least: string, most: string) => `de ${least} à ${most}`,
    worth: {
      lessThanADay: 'De quoi tenir moins d’un jour.',
      moreThanTwoMonths: 'De quoi tenir plus de deux mois.',
      about: (days: string, one: boolean) =>
        one
          ? 'De quoi tenir environ un jour.'
          : `De quoi tenir environ ${days} ${days === '1,5' ? 'jour' : 'jours'}.`,
    },
    limit: (amount: string) => `Votre limite aujourd’hui : ${amount}.`,
    next: 'Continuer',
    wrong: {
      'not-an-amount': (least: string, most: string) =>
        `Saisissez un montant de ${least} à ${most}, comme 25 ou 12,50.`,
      'too-little': (least: string) => `Le minimum est de ${least}.`,
      'too-much': (most: string) =>
        `Parallel accepte ${most} au plus à la fois. Au-delà, passez par la facturation dans la console.`,
      'over-limit': (left: string) =>
        `Votre propre limite laisse ${left} pour aujourd’hui. Elle se définit dans les réglages.`,
      'limit-reached':
        'Votre propre limite est atteinte pour aujourd’hui. Elle se définit dans les réglages.',
    },
  },

  confirm: {
    title: (amount: string) => `Débiter ${amount} maintenant ?`,
    explained: 'Impossible d’annuler ensuite depuis ici.',
    organisation: 'Organisation',
    paidWith: 'Payé avec',
    card: 'sa carte par défaut, aussitôt',
    after: 'Disponible après',
    about: (amount: string) => `environ ${amount}`,
    charge: 'Débit',
    act: (amount: string) => `Débiter ${amount}`,
    busy: 'Débit en cours',
  },

  charging: {
    title: (amount: string) => `Débit de ${amount}…`,
    explained: 'Vous pouvez masquer Parallel Tray ; le résultat est conservé.',
  },

  unknown: {
    title: (amount: string) => `On ne sait pas encore si le débit de ${amount} a eu lieu`,
    lost: 'La réponse n’est pas arrivée. Parallel Tray repose la question avec la même référence : ',
    notTwice: 'la carte ne peut pas être débitée deux fois.',
    nextTry: 'Prochain essai',
    in: (wait: string) => `dans ${wait}`,
    now: 'maintenant',
    byItself: (until: string) =>
      `Les essais continuent automatiquement jusqu’à ${until}, même si cette fenêtre est fermée. Tant qu’on ne sait pas, aucune autre recharge n’est proposée.`,
    act: 'Redemander maintenant',
    asking: 'Demande en cours',
  },

  later: {
    title: (amount: string) => `On ne sait pas si le débit de ${amount} a eu lieu`,
    restarted:
      'Parallel Tray a été quitté, ou la session fermée, avant l’arrivée de la réponse. « Vérifier maintenant » renvoie la même demande : si le débit a eu lieu, rien ne se passe ; sinon, il a lieu maintenant.',
    stopped:
      'Aucune réponse n’est arrivée. « Vérifier maintenant » renvoie la même demande : si le débit a eu lieu, rien ne se passe ; sinon, il a lieu maintenant.',
    act: 'Vérifier maintenant',
    asking: 'Vérification',
  },

  tooOld: {
    title: (amount: string) => `On ne sait pas si le débit de ${amount} a eu lieu`,
    explained:
      'La demande est trop ancienne pour être répétée sans risque. La facturation, dans la console, indique si le débit a eu lieu.',
    putAway: 'J’ai vérifié, classer',
    puttingAway: 'Classement',
  },

  added: {
    title: (amount: string) => agree(amount, 'ajouté'),
    explained: (when: string) => `Carte par défaut débitée ${at(when)}.`,
    now: 'Disponible maintenant',
    charged: 'Débité',
    /** After « Il reste environ 12 jours ». */
    pace: (left: string) => `${left} au rythme de cette semaine.`,
  },

  declined: {
    title: 'La carte a été refusée',
    explained:
      'Rien n’a été débité. Votre banque ou les réglages de carte chez Parallel peuvent dire pourquoi.',
    act: 'Réglages de la carte',
  },

  notCharged: {
    title: (amount: string) => `Le débit de ${amount} n’a pas eu lieu`,
    tried: 'Essai',
    at: (amount: string, when: string) => `${amount} ${at(when)}`,
    says: 'Réponse de Parallel',
  },

  notAllowed: {
    title: 'Recharger n’est pas encore autorisé',
    explained: <T>(organisation: T): Phrase<T> => [
      'Cette connexion à ',
      organisation,
      ' ne peut pas recharger le solde. Une brève connexion dans le navigateur peut l’autoriser ; rien d’autre ne change.',
    ],
    notNow: 'Pas maintenant',
    act: 'Autoriser…',
  },

  invoice: {
    title: 'Il n’y a rien à recharger',
  },

  signedOut: {
    title: 'Reconnectez-vous pour recharger',
    explained: 'Sans connexion, rien ne peut être débité.',
  },
}
