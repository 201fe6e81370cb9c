import type { FailureKind, Keeping } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

type Check = { readonly name: string; readonly explained: string }
type Ending = {
  readonly title: string
  readonly explained: string
  readonly checks: readonly Check[]
}

const storing: Record<Keeping, string> = {
  encrypted: 'Chiffrée avec la clé du trousseau du système',
  plain: 'Sur ce disque, non chiffrée, comme vous l’avez choisi',
  memory: 'En mémoire jusqu’à ce que vous quittiez, comme vous l’avez choisi',
}

const networkChecks: readonly Check[] = [
  {
    name: 'Cet ordinateur est-il en ligne ?',
    explained: 'Ouvrez une page quelconque dans votre navigateur pour le savoir.',
  },
  {
    name: 'Un Wi-Fi avec page de connexion ?',
    explained: 'Connectez-vous d’abord au réseau dans votre navigateur.',
  },
  {
    name: 'Derrière un proxy d’entreprise ?',
    explained: 'Parallel Tray utilise le proxy et les certificats définis dans votre système.',
  },
]

const waitChecks: readonly Check[] = [
  { name: 'Attendez un moment', explained: 'Les pannes de serveur sont souvent brèves.' },
  { name: 'Le site de Parallel fonctionne-t-il ?', explained: 'Sinon, le problème vient de chez eux.' },
]

const diskChecks: readonly Check[] = [
  { name: 'Le disque est-il plein ?', explained: 'Quelques kilo-octets suffisent.' },
  {
    name: 'Le trousseau est-il déverrouillé ?',
    explained: 'Déverrouillez-le, puis obtenez un nouveau code.',
  },
]

/** The ways an attempt ends that have words of their own; the others are put together from `failures`. */
const endings: Partial<Record<FailureKind, Ending>> = {
  expired: {
    title: 'Ce code a expiré',
    explained: 'Fermez l’ancienne page dans votre navigateur : son code ne fonctionne plus.',
    checks: [
      {
        name: 'Le navigateur ne s’est pas ouvert ?',
        explained: 'Copiez le lien dans n’importe quel navigateur, ici ou ailleurs.',
      },
      {
        name: 'Le navigateur utilise un autre compte ?',
        explained: 'Copiez le lien dans le bon profil, ou dans une fenêtre privée.',
      },
      { name: 'Pas de navigateur à portée de main ?', explained: 'Scannez le code QR avec votre téléphone.' },
    ],
  },
  denied: {
    title: 'La demande a été refusée',
    explained: 'Quelqu’un a choisi « Deny » (Refuser) dans le navigateur.',
    checks: [
      {
        name: 'Cette connexion ne vient pas de vous ?',
        explained: 'Alors il fallait refuser. Vous n’avez rien d’autre à faire.',
      },
      {
        name: 'Elle en demandait trop ?',
        explained: 'Obtenez un nouveau code et autorisez moins. Voir le solde suffit.',
      },
      { name: 'Refusé par erreur ?', explained: 'Obtenez un nouveau code et approuvez celui-là.' },
    ],
  },
  'unknown-client': {
    title: 'Cette connexion ne peut pas se poursuivre',
    explained:
      'Parallel ne reconnaît plus cette installation, le code ne peut donc pas être approuvé. Un nouveau code l’inscrit à nouveau.',
    checks: [
      {
        name: 'Cela se reproduit ?',
        explained: 'Contactez l’assistance de Parallel, avec la référence s’il y en a une.',
      },
    ],
  },
  storage: {
    title: 'La connexion n’a pas pu être enregistrée',
    explained:
      'Vous l’avez approuvée, mais elle n’a pas pu être écrite sur ce disque. Libérez de l’espace ou réparez le disque, puis obtenez un nouveau code.',
    checks: diskChecks,
  },
  keyring: {
    title: 'La connexion n’a pas pu être enregistrée',
    explained: 'Le trousseau du système ne l’a pas acceptée. Déverrouillez-le, puis obtenez un nouveau code.',
    checks: diskChecks,
  },
}

export const signIn = {
  title: 'Connexion',
  nowLabel: 'En ce moment',

  welcome: {
    title: 'Se connecter à Parallel',
    explained:
      'Voyez ce qu’il reste à dépenser à chaque organisation. Vous ne saisissez jamais de mot de passe ici.',
    addTitle: 'Ajouter une organisation',
    addExplained: 'Chaque connexion concerne une seule organisation. Vous la choisissez dans le navigateur.',
    steps: [
      'Un code apparaît ici.',
      'Votre navigateur affiche le même.',
      'Vous l’approuvez dans le navigateur.',
    ],
    may: 'Parallel Tray peut',
    mayAside: 'modifiable à tout moment',
    start: 'Obtenir un code',
    starting: 'Obtention d’un code',
    unofficial: 'Non officiel. Ne vient pas de Parallel.',
  },

  consent: {
    title: 'Où enregistrer vos données de connexion ?',
    explained:
      'Ce système n’a pas de trousseau, Parallel Tray ne peut donc pas chiffrer ce qu’il enregistre. Choisissez avant d’approuver.',
    memory: {
      name: 'En mémoire, jusqu’à ce que vous quittiez',
      explained: 'Rien n’est enregistré. Vous vous reconnectez à chaque démarrage.',
    },
    disk: {
      name: 'Sur ce disque, sans chiffrement',
      risk: 'Toute personne qui peut lire vos fichiers peut utiliser votre compte',
      until: ' jusqu’à ce que vous vous déconnectiez.',
      impossible: 'Impossible sur ce système, qui ne peut rien chiffrer.',
    },
    go: 'Continuer',
    help: 'Configurer un trousseau',
    now: 'Rien n’a encore été demandé',
    nowExplained: 'Le code vient ensuite',
  },

  starting: {
    title: 'Obtention d’un code…',
    now: (host: string) => `Connexion à ${host}`,
    nowExplained: 'Le code apparaîtra ici',
    explained: 'Votre navigateur affichera le même.',
  },

  code: {
    title: 'Votre navigateur affiche-t-il ce code ?',
    copy: 'Copier le code',
    copyShort: 'Copier',
    copied: 'Copié',
    codeCopied: 'Code copié',
    validFor: 'Valable encore',
    nearlyOver: 'Moins d’une minute restante',
    caution: 'Approuvez-le seulement si cette connexion vient de vous.',
    inBrowser: 'Dans votre navigateur',
    open: 'Ouvrir le navigateur',
    /** Asks first. */
    openForeign: 'Ouvrir le navigateur…',
    openAgain: 'Ouvrir à nouveau',
    copyLink: 'Copier le lien',
    linkCopied: 'Lien copié',
    foreign: 'Cette page n’est pas sur le domaine de Parallel.',
    byPhone: 'Ou avec votre téléphone',
    qrLabel: 'Code QR du lien',
    asksTo: 'Autorisations',
    change: 'Modifier',
    changeLabel: 'Modifier les autorisations',
    openToApprove: 'Ouvrez le navigateur pour approuver',
    waiting: 'En attente de votre approbation',
    notOpened: 'Le navigateur ne s’est pas ouvert',
    notOpenedExplained: 'Copiez vous-même le lien dans un navigateur',
    wrongProfile: 'Mauvais profil ? Copiez le lien dans le bon',
    checking: 'Vérification en cours',
    firstCheck: (seconds: number) => `Première vérification dans ${seconds} s`,
    nextCheck: (checked: number, next: number) => `Vérifié il y a ${checked} s, à nouveau dans ${next} s`,
    checkingNow: (checked: number) => `Vérifié il y a ${checked} s, vérification en cours`,
    stillTrying: (why: string) => `${why}, les essais continuent`,
    nextTry: (seconds: number) => `Code toujours valable, prochain essai dans ${seconds} s`,
    tryingNow: 'Code toujours valable, essai en cours',
  },

  foreign: {
    title: 'Ouvrir cette adresse ?',
    explained:
      'La page de connexion n’est pas sur le domaine de Parallel. Ouvrez-la seulement si vous vous y attendez.',
    dont: 'Ne pas ouvrir',
    open: 'Ouvrir quand même',
    opening: 'Ouverture',
    now: 'En attente de votre décision',
    nowExplained: (left: string) => `Le code est encore valable ${left}`,
  },

  storing: {
    title: 'Code approuvé',
    explained: <T>(organisation: T): Phrase<T> => [
      organisation,
      ' sera connectée une fois les jetons enregistrés. Son solde vient ensuite.',
    ],
    now: 'Enregistrement des données de connexion',
    how: storing,
  },

  ended: {
    endings,
    notApprovedWithin: (lifetime: string) => `Il n’a pas été approuvé en ${lifetime}.`,
    again: 'Obtenir un nouveau code',
    starting: 'Démarrage',
    change: 'Modifier les autorisations',
    checksTitle: 'Ce qui peut aider',
    networkChecks,
    waitChecks,
    now: 'Aucune organisation n’a été connectée',
    nowExplained: 'Rien de cette tentative n’a été enregistré',
    nowExpired: 'Obtenez un nouveau code quand vous voulez',
  },
}
