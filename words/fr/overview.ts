import type { Phrase } from '../phrase.ts'
import { plural } from '../plural.ts'
import { agree } from './agree.ts'
import { livesInTray } from './lives-in-tray.ts'
import { at, since as sinceThen } from './when.ts'

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
  reading: 'Lecture…',
  notRead: 'Pas encore lu',
  openBilling: 'Ouvrir la facturation',

  spendable: 'Disponible',
  explained: 'Crédit moins ce que réservent les tâches en cours',
  asOf: (when: string, age: string) => `relevé ${at(when)}, ${age}`,
  lessThanADayAgo: (amount: string) => `${amount} de moins qu’il y a 24 heures`,
  moreThanADayAgo: (amount: string) => `${amount} de plus qu’il y a 24 heures`,
  asADayAgo: 'Autant qu’il y a 24 heures',
  nothingLeft: 'Il ne reste rien à dépenser.',
  heldOverCredit: 'Sous zéro : le montant réservé dépasse le crédit',
  creditBelowZero: 'Le crédit lui-même est sous zéro.',
  credit: 'Crédit',
  held: 'Réservé aux tâches en cours',
  /** Read out for the bar. */
  split: (spendable: string, held: string) => `${agree(spendable, 'disponible')}, ${agree(held, 'réservé')}`,

  balance: 'Solde',
  invoice: 'Paie sur facture',
  invoiceShort: 'Facture',
  invoiceExplained: <T>(organisation: T): Phrase<T> => [
    'Parallel envoie à ',
    organisation,
    ' une facture pour ce qui a été utilisé. Il n’y a ni solde prépayé à surveiller ni rien à recharger : la prévision et les alertes de solde bas sont donc désactivées.',
  ],

  topUp: 'Recharger…',
  /** Why the button is off. */
  topUpOff: {
    unknown: 'Désactivé tant qu’on ignore si la dernière recharge a été débitée.',
    stale: 'Désactivé jusqu’à ce que le solde puisse être relu.',
    reading: 'Désactivé jusqu’à ce que le solde soit lu.',
  },
  topUpLine: {
    charging: (amount: string) => `Débit de ${amount} en cours`,
    unknown: (amount: string, when: string) =>
      `${agree(amount, 'demandé')} ${at(when)} : on ne sait pas encore si le débit a eu lieu.`,
    asking: 'Nouvelle demande en cours.',
    next: (wait: string) => `Nouvelle demande dans ${wait}.`,
    findOut: 'Vous pouvez vérifier maintenant.',
    tooOld: 'La facturation, dans la console, l’indique.',
    off: 'D’ici là, la recharge est désactivée.',
    added: (amount: string, when: string) => `${agree(amount, 'ajouté')} ${at(when)}.`,
    notCharged: (amount: string, when: string) =>
      `${agree(amount, 'demandé')} ${at(when)} : débit non effectué.`,
    more: 'Détails',
  },

  forecast: {
    lessThanADay: 'Il reste moins d’un jour',
    moreThanTwoMonths: 'Il reste plus de deux mois',
    about: (days: number) => `Il reste environ ${daysOf(days)}`,
    nothingLeft: 'Il ne reste rien à dépenser',
    nothingLeftExplained: 'Rien ne peut être dépensé tant que de l’argent n’est pas ajouté.',
    thisWeek: (perDay: string) => `au rythme de cette semaine, ${perDay} par jour`,
    lastDays: (basis: string, perDay: string) => `au rythme observé sur ${basis}, ${perDay} par jour`,
    days: daysOf,
    knownAt: (when: string, perDay: string) => `au rythme connu ${at(when)}, ${perDay} par jour`,
    runsOutAbout: (when: string, perDay: string) => `À ce rythme, ${perDay} par jour, épuisé vers ${when}.`,
    notEnough: 'Pas encore assez de données',
    notEnoughExplained: (since: string | null) =>
      since === null
        ? 'Une prévision demande un jour de relevés. Parallel Tray relève le solde tant qu’il est ouvert.'
        : `Une prévision demande un jour de relevés. Le premier a été fait ${at(since)} ; Parallel Tray continue tant qu’il est ouvert.`,
    noSpending: 'Aucune dépense en ce moment',
    noSpendingExplained: (basis: string) =>
      `Rien n’a été dépensé depuis ${basis} : le solde ne s’épuise pas.`,
    today: 'Aujourd’hui',
    /** Read out for the chart. */
    chart: (from: string, first: string, last: string) =>
      `Disponible depuis le ${from} : de ${first} à ${last}.`,
    chartEnd: (when: string) => `À ce rythme, il atteint zéro vers le ${when}.`,
  },

  lastDays: 'Derniers jours',
  allActivity: 'Toute l’activité',
  meanwhile: 'À régler entre-temps',
  warnBelow: 'Me prévenir en dessous de',
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
  authorized: 'Autorisation, fin inconnue',

  pendingNow: (count: number) =>
    plural('fr', count, {
      one: 'Une déconnexion est en cours',
      other: `${count} déconnexions sont en cours`,
    }),
  pendingNowExplained: 'Parallel en est informé dès qu’il répond',
  pendingTitle: 'Déconnexions en cours',
  pending: <T>(organisation: T): Phrase<T> => [organisation, ' : déconnexion faite ici'],
  pendingUntil: (when: string) =>
    `Parallel l’ignore encore et en est informé dès qu’il répond. Fin automatique ${at(when)}.`,
  pendingOpen: 'Parallel l’ignore encore et en est informé dès qu’il répond.',
  pendingNext: (when: string) => `Nouvel essai ${at(when)}.`,
  pendingTrying: 'Nouvel essai',

  /** Under an organisation's name in the list. */
  why: {
    unreadable: 'La connexion conservée ne peut pas être ouverte',
    signingOut: 'Déconnexion en cours',
    unsaved: 'Derniers jetons pas encore enregistrés',
    topUpUnknown: 'Une recharge en suspens',
  },

  strips: {
    signInAgain: {
      title: <T>(organisation: T): Phrase<T> => ['Reconnectez-vous à ', organisation],
      explained: (when: string) => `Autorisation terminée (vu : ${when}).`,
      act: 'Se reconnecter',
    },
    unreadable: {
      title: 'Le trousseau était verrouillé au démarrage',
      explained: 'Déverrouillez-le, puis redémarrez. La connexion est conservée.',
      act: 'Redémarrer',
    },
    unreadableOnWindows: {
      title: 'Windows ne peut pas ouvrir la connexion conservée',
      explained: 'Reconnectez-vous. L’historique, les clés et les réglages sont conservés.',
    },
    unsaved: {
      title: 'Les derniers jetons ne sont pas enregistrés',
      explained:
        'Ils sont en mémoire, et l’enregistrement est retenté. Si vous quittez avant qu’il aboutisse, vous devrez vous reconnecter.',
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
        title: 'Fortes dépenses en une heure',
        explained: (limit: string) => `Au-dessus de votre seuil de ${limit}.`,
        short: 'Dépenses rapides',
      },
      noLimit: 'Selon l’alerte que vous aviez demandée.',
      notToday: 'Couper pour aujourd’hui',
      topUp: 'Recharger…',
    },
    justArrived: {
      title: <T>(organisation: T): Phrase<T> => ['Connexion à ', organisation, ' établie'],
      explained: 'Pas la vôtre ? Quelqu’un d’autre a approuvé.',
      insteadOf: (organisation: string) =>
        `Vous avez choisi celle-ci dans le navigateur. ${organisation} attend toujours d’être reconnectée.`,
      act: 'Se déconnecter',
    },
    trouble: {
      since: (what: string, when: string) => `${what} ${sinceThen(when)}`,
      known: 'Vous voyez ce qui était connu alors.',
      byItself: 'Un nouvel essai se fait automatiquement.',
    },
    endsSoon: {
      title: (when: string) => `L’autorisation prend fin ${at(when)}`,
      explained: 'Reconnectez-vous pour rester connecté.',
      act: 'Se reconnecter',
    },
    signIn: {
      consent: {
        title: 'Une connexion attend votre réponse',
        explained: 'Où faut-il la conserver ?',
        act: 'Répondre',
      },
      waiting: {
        title: 'Une connexion est en cours',
        explained: 'Elle attend votre approbation dans le navigateur.',
        act: 'Voir le code',
      },
      ended: {
        title: 'La tentative de connexion a pris fin',
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
      explained: 'Le fichier est gardé tel quel. Parallel Tray continue sans lui.',
    },
    storage: { title: 'Non enregistré sur cet ordinateur' },
    windowRebuilt: {
      title: 'La fenêtre a dû être recréée',
      explained: 'Seule la saisie non envoyée est perdue.',
    },
  },

  signOutDialog: {
    title: <T>(organisation: T): Phrase<T> => ['Déconnecter ', organisation, ' ?'],
    explained:
      'La fin de cette autorisation est demandée à Parallel, et ses jetons sont supprimés de cet ordinateur. Pour revenir, vous approuvez un nouveau code.',
    unreachable:
      'Si Parallel est injoignable maintenant, il en est informé plus tard, et l’aperçu le signale d’ici là.',
    cancel: 'Annuler',
    act: 'Se déconnecter',
    busy: 'Déconnexion',
  },
}
