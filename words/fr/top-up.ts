import type { Phrase } from '../phrase.ts'
import { agree } from './agree.ts'
import { at, ended, until as untilThen } from './when.ts'

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
    limit: (amount: string) => `Il vous reste ${amount} sur votre limite d’aujourd’hui.`,
    next: 'Continuer',
    wrong: {
      'not-an-amount': (least: string, most: string) =>
        `Saisissez un montant de ${least} à ${most}, comme 25 ou 12,50.`,
      'too-little': (least: string) => `Le minimum est de ${least}.`,
      'too-much': (most: string) =>
        `Le maximum est de ${most} à la fois. Au-delà, passez par la facturation dans la console.`,
      'over-limit': (left: string) =>
        `Votre limite quotidienne laisse ${left} pour aujourd’hui. Vous pouvez la modifier dans les réglages.`,
      'limit-reached': 'Votre limite quotidienne est atteinte. Vous pouvez la modifier dans les réglages.',
    },
  },

  confirm: {
    title: (amount: string) => `Débiter ${amount} maintenant ?`,
    explained: 'Vous ne pourrez pas annuler le débit ici.',
    organisation: 'Organisation',
    paidWith: 'Payé avec',
    card: 'carte par défaut de l’organisation',
    after: 'Disponible ensuite',
    about: (amount: string) => `environ ${amount}`,
    charge: 'Débit',
    act: (amount: string) => `Débiter ${amount}`,
    busy: 'Débit en cours',
  },

  charging: {
    title: (amount: string) => `Débit de ${amount} en cours…`,
    explained: 'Vous pouvez masquer Parallel Tray ; le résultat est conservé.',
  },

  unknown: {
    title: (amount: string) => `Débit de ${amount} pas encore confirmé`,
    lost: 'La réponse de Parallel n’est pas arrivée. Parallel Tray continue de vérifier avec la même référence : si le débit n’a pas encore eu lieu, il a lieu à ce moment-là, et ',
    notTwice: 'la carte ne peut pas être débitée deux fois.',
    nextTry: 'Prochaine vérification',
    in: (wait: string) => `dans ${wait}`,
    now: 'maintenant',
    byItself: (until: string) =>
      `Parallel Tray continue de vérifier ${untilThen(until)}, même si cette fenêtre est fermée. Vous pourrez à nouveau recharger une fois le débit confirmé.`,
    act: 'Vérifier à nouveau',
    asking: 'Vérification',
  },

  later: {
    title: (amount: string) => `Débit de ${amount} non confirmé`,
    restarted: (amount: string) =>
      `Parallel Tray s’est fermé, ou l’organisation a été déconnectée, avant l’arrivée de la réponse. Relancer envoie la même demande : si le débit de ${amount} a déjà eu lieu, rien ne se passe ; sinon, il a lieu maintenant.`,
    stopped: (amount: string) =>
      `Aucune réponse n’est arrivée. Relancer envoie la même demande : si le débit de ${amount} a déjà eu lieu, rien ne se passe ; sinon, il a lieu maintenant.`,
    act: (amount: string) => `Relancer le débit de ${amount}`,
    asking: 'Envoi en cours',
  },

  tooOld: {
    title: (amount: string) => `Débit de ${amount} non confirmé`,
    explained:
      'La demande est trop ancienne pour être relancée sans risque. La facturation, dans la console, indique si le débit a eu lieu.',
    putAway: 'J’ai vérifié, masquer',
    puttingAway: 'Masquage',
  },

  added: {
    title: (amount: string) => agree(amount, 'ajouté'),
    explained: (when: string) => ended(`Carte par défaut débitée ${at(when)}`),
    now: 'Disponible maintenant',
    charged: 'Débité',
    /** After « Il reste environ 12 jours ». */
    pace: (left: string) => `${left} au rythme des 7 derniers jours.`,
  },

  declined: {
    title: 'La carte a été refusée',
    explained: 'Rien n’a été débité. Contactez votre banque, ou vérifiez la carte dans la facturation.',
    act: 'Ouvrir la facturation',
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
      ' ne peut pas encore recharger le solde. Reconnectez-vous dans le navigateur pour l’autoriser ; rien d’autre ne change.',
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
