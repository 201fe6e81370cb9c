import type { Phrase } from '../phrase.ts'
import { plural } from '../plural.ts'
import { agree } from './agree.ts'
import { livesInTray } from './lives-in-tray.ts'
import { at, ended, since as sinceThen } from './when.ts'

const daysOf = (days: number) => plural('fr', days, { one: `${days} jour`, other: `${days} jours` })

export const overview = {
  organisations: 'Organisations',
  allOrganisations: 'Toutes les organisations',
  addOrganisation: 'Ajouter une organisation…',
  signOutOf: <T>(organisation: T): Phrase<T> => ['Déconnecter ', organisation, '…'],
  signOut: 'Se déconnecter…',
  signingOut: 'Déconnexion',
  refresh: 'Actualiser maintenant',
  refreshAll: 'Tout actualiser',
  reading: 'Relevé en cours…',
  notRead: 'Pas encore relevé',
  openBilling: 'Ouvrir la facturation',

  spendable: 'Disponible',
  explained: 'Crédit moins le montant réservé aux tâches en cours',
  asOf: (when: string, age: string) => `relevé ${at(when)}, ${age}`,
  lessThanADayAgo: (amount: string) => `${amount} de moins qu’il y a 24 heures`,
  moreThanADayAgo: (amount: string) => `${amount} de plus qu’il y a 24 heures`,
  asADayAgo: 'Autant qu’il y a 24 heures',
  nothingLeft: 'Il ne reste rien à dépenser.',
  heldOverCredit: 'Sous zéro : le montant réservé dépasse le crédit',
  creditBelowZero: 'Votre crédit est sous zéro.',
  credit: 'Crédit',
  held: 'Réservé aux tâches en cours',
  /** Read out for the bar. */
  split: (spendable: string, held: string) => `${agree(spendable, 'disponible')}, ${agree(held, 'réservé')}`,

  balance: 'Solde',
  invoice: 'Paie sur facture',
  invoiceShort: 'Facture',
  invoiceExplained: <T>(organisation: T): Phrase<T> => [
    'Parallel facture à ',
    organisation,
    ' ce qu’elle a utilisé. Il n’y a pas de solde prépayé à surveiller ou à recharger : la prévision et les alertes de solde bas sont donc désactivées.',
  ],

  topUp: 'Recharger…',
  /** Why the button is off. */
  topUpOff: {
    unknown: 'En pause jusqu’à la confirmation du dernier débit.',
    stale: 'En pause jusqu’à ce que le solde puisse être actualisé.',
    reading: 'Possible dès que le solde est relevé.',
  },
  topUpLine: {
    charging: (amount: string) => `Débit de ${amount} en cours`,
    unknown: (amount: string, when: string) => `${agree(amount, 'demandé')} ${at(when)}, débit non confirmé.`,
    asking: 'Nouvelle vérification en cours.',
    next: (wait: string) => `Nouvelle vérification dans ${wait}.`,
    findOut: 'Vous pouvez maintenant relancer le débit.',
    tooOld: 'Consultez la facturation dans la console.',
    off: 'D’ici là, les recharges sont en pause.',
    added: (amount: string, when: string) => ended(`${agree(amount, 'ajouté')} ${at(when)}`),
    notCharged: (amount: string, when: string) =>
      `${agree(amount, 'demandé')} ${at(when)} : débit non effectué.`,
    more: 'Détails',
  },

  forecast: {
    lessThanADay: 'Il reste moins d’un jour',
    moreThanTwoMonths: 'Il reste plus de deux mois',
    about: (days: number) => `Il reste environ ${daysOf(days)}`,
    nothingLeft: 'Il ne reste rien à dépenser',
    nothingLeftExplained: 'Les requêtes payantes échouent tant que vous n’avez pas rechargé.',
    thisWeek: (perDay: string) => `au rythme des 7 derniers jours, ${perDay} par jour`,
    lastDays: (basis: string, perDay: string) => `au rythme observé sur ${basis}, ${perDay} par jour`,
    days: daysOf,
    knownAt: (when: string, perDay: string) => `au rythme relevé ${at(when)}, ${perDay} par jour`,
    runsOutAbout: (when: string, perDay: string) =>
      ended(`À ce rythme, ${perDay} par jour, épuisé vers ${when}`),
    notEnough: 'Pas encore assez de données',
    notEnoughExplained: (since: string | null) =>
      since === null
        ? 'Une prévision demande un jour de relevés. Laissez Parallel Tray ouvert.'
        : `Une prévision demande un jour de relevés. Le premier a été fait ${at(since)} ; laissez Parallel Tray ouvert.`,
    noSpending: 'Aucune dépense en ce moment',
    noSpendingExplained: (basis: string) => `Rien n’a été dépensé depuis ${basis}.`,
    today: 'Aujourd’hui',
    /** Read out for the chart. */
    chart: (from: string, first: string, last: string) =>
      `Disponible depuis le ${from} : de ${first} à ${last}.`,
    chartEnd: (when: string) => `Zéro atteint vers le ${when} à ce rythme.`,
  },

  lastDays: 'Derniers jours',
  allActivity: 'Toute l’activité',
  meanwhile: 'En attendant',
  warnBelow: 'M’alerter en dessous de',
  shortcutToOpen: 'Raccourci pour ouvrir',
  notSet: 'Non défini',
  keysMade: (keys: number) =>
    keys === 0
      ? 'Aucune clé créée ici pour l’instant'
      : plural('fr', keys, { one: `${keys} clé créée ici`, other: `${keys} clés créées ici` }),
  keysDue: (keys: string) => `${keys} à renouveler`,
  keysMadeHere: 'Clés créées ici',
  allKeys: 'Apps et clés',
  authorizationEnded: (when: string) => `Autorisation terminée ${at(when)}`,

  thisSignIn: 'Cette connexion',
  authorizedUntil: (date: string) => `Autorisation jusqu’au ${date}`,
  authorizedExplained: 'Prolongée automatiquement jusque-là.',
  signedInUntil: (date: string) => `Connexion jusqu’au ${date} au moins`,
  signedInExplained: 'Prolongée automatiquement tant que Parallel Tray est ouvert.',
  authorized: 'Autorisation, date de fin inconnue',

  pendingNow: (count: number) =>
    plural('fr', count, {
      one: 'Une déconnexion est en attente',
      other: `${count} déconnexions sont en attente`,
    }),
  pendingNowExplained: 'Nouveaux essais jusqu’à la réponse de Parallel',
  pendingTitle: 'Déconnexions en attente',
  pending: <T>(organisation: T): Phrase<T> => [organisation, ' : déconnexion faite ici'],
  pendingUntil: (when: string) =>
    ended(
      `Parallel ne l’a pas encore confirmée. Les essais continuent jusqu’à sa réponse ; l’autorisation expire au plus tard ${at(when)}`,
    ),
  pendingOpen: 'Parallel ne l’a pas encore confirmée. Les essais continuent jusqu’à sa réponse.',
  pendingNext: (when: string) => ended(`Prochain essai ${at(when)}`),
  pendingTrying: 'Essai en cours',

  /** Under an organisation's name in the list. */
  why: {
    unreadable: 'Connexion enregistrée impossible à ouvrir',
    signingOut: 'Déconnexion en cours',
    unsaved: 'Derniers jetons pas encore enregistrés',
    topUpUnknown: 'Débit pas encore confirmé',
  },

  strips: {
    signInAgain: {
      title: <T>(organisation: T): Phrase<T> => ['Reconnectez-vous à ', organisation],
      explained: (when: string) => `Son autorisation a pris fin (constaté ${at(when)}).`,
      act: 'Se reconnecter',
    },
    unreadable: {
      title: 'Le trousseau était verrouillé',
      explained: 'Déverrouillez-le, puis redémarrez Parallel Tray. Votre connexion est toujours enregistrée.',
      act: 'Redémarrer',
    },
    unreadableOnWindows: {
      title: 'Windows ne peut pas ouvrir la connexion enregistrée',
      explained: 'Reconnectez-vous. L’historique, les clés et les réglages sont conservés.',
    },
    unsaved: {
      title: 'Les derniers jetons ne sont pas enregistrés',
      explained: 'Parallel Tray continue d’essayer. Si vous quittez avant, il faudra vous reconnecter.',
    },
    alerts: {
      spendable: {
        title: 'Solde bas',
        explained: (limit: string) => `Sous votre seuil de ${limit}.`,
        short: 'Solde bas',
      },
      daysLeft: {
        title: (days: number) => (days < 1 ? 'Il reste moins d’un jour' : `Il reste environ ${daysOf(days)}`),
        explained: (days: number) => `Sous votre seuil de ${daysOf(days)}.`,
        unknown: 'Il reste peu de jours',
        short: 'Bientôt épuisé',
      },
      spending: {
        title: 'Dépenses élevées dans la dernière heure',
        explained: (limit: string) => `Au-dessus de votre seuil de ${limit}.`,
        short: 'Dépenses élevées',
      },
      /** When the limit was taken away meanwhile. */
      noLimit: 'Vous avez demandé cette alerte.',
      notToday: 'Ignorer aujourd’hui',
      topUp: 'Recharger…',
    },
    justArrived: {
      title: <T>(organisation: T): Phrase<T> => ['Connexion à ', organisation, ' établie'],
      explained: 'Pas la vôtre ? Quelqu’un d’autre a peut-être approuvé votre code.',
      insteadOf: (organisation: string) =>
        `Vous avez choisi celle-ci dans le navigateur. ${organisation} reste à reconnecter.`,
      act: 'Se déconnecter',
    },
    trouble: {
      since: (what: string, when: string) => `${what} ${sinceThen(when)}`,
      known: 'Vous voyez le dernier solde connu.',
      byItself: 'Les essais continuent automatiquement.',
    },
    endsSoon: {
      title: (when: string) => `L’autorisation prend fin ${at(when)}`,
      explained: 'Reconnectez-vous pour continuer sans interruption.',
      act: 'Se reconnecter',
    },
    signIn: {
      consent: {
        title: 'Terminez la connexion',
        explained: 'Choisissez où l’enregistrer.',
        act: 'Choisir',
      },
      waiting: {
        title: 'Connexion en cours',
        explained: 'Approuvez-la dans votre navigateur.',
        act: 'Voir le code',
      },
      ended: {
        title: 'La connexion n’a pas abouti',
        explained: 'Aucune organisation n’a été connectée.',
        act: 'Voir pourquoi',
      },
    },
    livesInTray,
    noTray: {
      title: 'Ce bureau n’a pas de zone de notification',
      minimises: 'Fermer la fenêtre la réduit.',
      quits: 'Fermer la fenêtre quitte l’application.',
      act: 'Pourquoi ?',
    },
    fileSetAside: {
      title: (file: string) => `Impossible de lire ${file}`,
      explained: 'Le fichier a été conservé. Parallel Tray continue sans lui.',
    },
    storage: { title: 'Non enregistré sur cet ordinateur' },
    keyringWaits: {
      title: 'En attente du trousseau',
      explained:
        'Les soldes seront mis à jour dès qu’il sera déverrouillé. S’il demande un mot de passe, saisissez-le.',
    },
    windowRebuilt: {
      title: 'La fenêtre a été rouverte après un plantage',
      explained: 'Seule la saisie non envoyée est perdue.',
    },
  },

  signOutDialog: {
    title: <T>(organisation: T): Phrase<T> => ['Déconnecter ', organisation, ' ?'],
    explained:
      'Parallel Tray demande à Parallel de révoquer cette autorisation et supprime ses jetons de cet ordinateur. Pour vous reconnecter, vous approuvez un nouveau code.',
    unreachable: 'Si Parallel est injoignable, Parallel Tray continue d’essayer et l’indique dans l’aperçu.',
    cancel: 'Annuler',
    act: 'Se déconnecter',
    busy: 'Déconnexion',
  },
}
