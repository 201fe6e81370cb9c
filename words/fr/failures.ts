import type { CommandName, FailureKind, TlsCause } from '../../preload/contract/index.ts'

type FailureWords = {
  /** A few words that can stand before « , les essais continuent » and « depuis 14:08 ». */
  readonly short: string
  readonly what: string
  readonly next: string
}

const kinds: Record<FailureKind, FailureWords> = {
  offline: {
    short: 'Pas de réseau',
    what: 'Parallel est injoignable.',
    next: 'Vérifiez le réseau, puis réessayez.',
  },
  timeout: {
    short: 'Pas de réponse',
    what: 'Parallel n’a pas répondu à temps.',
    next: 'Réessayez dans un instant.',
  },
  tls: {
    short: 'Serveur non fiable',
    what: 'Cet ordinateur ne fait pas confiance au certificat du serveur : rien n’a été envoyé.',
    next: 'Vérifiez la date et l’heure. Sur un réseau d’entreprise, son certificat doit être installé dans le système.',
  },
  proxy: {
    short: 'Proxy sans issue',
    what: 'Le proxy de ce réseau n’a pas établi la connexion à Parallel.',
    next: 'Vérifiez le proxy dans les réglages réseau du système, ou demandez à qui le gère.',
  },
  'proxy-auth': {
    short: 'Mot de passe du proxy',
    what: 'Le proxy de ce réseau demande un mot de passe avant de laisser passer quoi que ce soit.',
    next: 'Saisissez son nom d’utilisateur et son mot de passe.',
  },
  server: {
    short: 'Panne chez Parallel',
    what: 'Parallel a répondu par une erreur interne.',
    next: 'Réessayez dans quelques minutes.',
  },
  'not-json': {
    short: 'Réponse d’une autre page',
    what: 'Autre chose a répondu à la place de Parallel : souvent la page de connexion d’un réseau d’hôtel ou de train, ou un proxy.',
    next: 'Connectez-vous au réseau dans votre navigateur, puis réessayez.',
  },
  redirected: {
    short: 'Redirection refusée',
    what: 'La réponse renvoyait à une autre adresse. Elle n’a pas été suivie, pour que votre connexion n’y soit pas divulguée.',
    next: 'Connectez-vous au réseau dans votre navigateur, ou vérifiez son proxy. Puis réessayez.',
  },
  'rate-limited': {
    short: 'Trop de demandes',
    what: 'Parallel demande d’attendre avant la prochaine demande.',
    next: 'Réessayez dans une minute.',
  },
  denied: {
    short: 'Demande refusée',
    what: 'Quelqu’un a refusé dans le navigateur.',
    next: 'Recommencez si c’était une erreur.',
  },
  expired: {
    short: 'Code expiré',
    what: 'Le code n’a pas été approuvé à temps.',
    next: 'Demandez un nouveau code.',
  },
  'unknown-client': {
    short: 'Installation inconnue',
    what: 'Parallel ne connaît plus cette installation.',
    next: 'Recommencez : elle sera enregistrée à nouveau.',
  },
  'signed-out': {
    short: 'Autorisation terminée',
    what: 'Parallel a mis fin à cette autorisation.',
    next: 'Reconnectez-vous.',
  },
  unauthorized: {
    short: 'Connexion non acceptée',
    what: 'Parallel n’a pas accepté cette connexion.',
    next: 'Réessayez. Si rien ne change, reconnectez-vous.',
  },
  forbidden: {
    short: 'Non autorisé',
    what: 'Cette connexion n’y est pas autorisée.',
    next: 'Reconnectez-vous en l’autorisant, ou adressez-vous à qui gère l’organisation.',
  },
  'not-found': {
    short: 'Introuvable',
    what: 'Cela n’existe plus chez Parallel.',
    next: 'Actualisez pour voir ce qui s’y trouve.',
  },
  conflict: {
    short: 'Modifié entre-temps',
    what: 'Une modification a été faite ailleurs entre-temps.',
    next: 'Actualisez, puis réessayez.',
  },
  declined: {
    short: 'Carte refusée',
    what: 'La carte de l’organisation a été refusée. Rien n’a été débité.',
    next: 'Vérifiez la carte dans la facturation.',
  },
  invalid: {
    short: 'Demande non acceptée',
    what: 'Parallel n’a pas accepté la demande.',
    next: 'Cherchez une version plus récente de Parallel Tray.',
  },
  'over-ceiling': {
    short: 'Trop pour un jour',
    what: 'Parallel Tray ne débite pas davantage en 24 heures. Rien n’a été débité.',
    next: 'Rechargez depuis la facturation de la console, ou demain.',
  },
  'bad-file': {
    short: 'Fichier illisible',
    what: 'Ce fichier n’a pas été créé par Parallel Tray, ou il a été modifié depuis.',
    next: 'Choisissez un fichier créé avec Exporter.',
  },
  'file-in-use': {
    short: 'Fichier ouvert',
    what: 'Un autre programme garde le fichier ouvert.',
    next: 'Fermez-le ou enregistrez sous un autre nom.',
  },
  storage: {
    short: 'Non enregistré',
    what: 'Un fichier n’a pas pu être lu ou écrit sur cet ordinateur.',
    next: 'Vérifiez l’espace libre et les droits d’écriture dans votre dossier personnel.',
  },
  keyring: {
    short: 'Trousseau fermé',
    what: 'Le trousseau du système n’a pas répondu.',
    next: 'Déverrouillez-le, puis réessayez.',
  },
  'shortcut-taken': {
    short: 'Raccourci déjà pris',
    what: 'Un autre programme a ce raccourci.',
    next: 'Choisissez-en un autre.',
  },
  'no-shortcuts': {
    short: 'Pas de raccourcis',
    what: 'Ce bureau n’offre pas de raccourcis aux applications.',
    next: 'Dans les réglages du bureau, créez un raccourci qui lance Parallel Tray : il ouvre la fenêtre.',
  },
  clipboard: {
    short: 'Non copié',
    what: 'Le presse-papiers n’a rien reçu.',
    next: 'Sélectionnez le texte et copiez-le vous-même.',
  },
  browser: {
    short: 'Pas de navigateur',
    what: 'Le système n’a ouvert aucun navigateur.',
    next: 'Copiez le lien et ouvrez-le vous-même.',
  },
  busy: {
    short: 'En cours',
    what: 'La même opération est encore en cours.',
    next: 'Attendez qu’elle soit terminée.',
  },
  cancelled: {
    short: 'Annulé',
    what: 'L’opération a été annulée.',
    next: 'Recommencez quand vous voulez.',
  },
  bug: {
    short: 'Erreur de Parallel Tray',
    what: 'Parallel Tray a commis une erreur.',
    next: 'Réessayez. Si rien ne change, quittez-le et relancez-le ; le journal en dit plus.',
  },
}

const tls: Record<TlsCause, Pick<FailureWords, 'what' | 'next'>> = {
  authority: {
    what: 'Aucune autorité connue de cet ordinateur ne garantit le serveur : rien n’a été envoyé. Les réseaux d’entreprise et les pages de connexion Wi-Fi se présentent ainsi.',
    next: 'Connectez-vous au Wi-Fi dans votre navigateur. Sur un réseau d’entreprise, son certificat doit être dans le magasin du système.',
  },
  name: {
    what: 'Le certificat appartient à un autre serveur : rien n’a été envoyé. La page de connexion d’un Wi-Fi a peut-être répondu.',
    next: 'Connectez-vous au réseau dans votre navigateur, puis réessayez.',
  },
  date: {
    what: 'Le certificat n’est pas valide à l’heure qu’indique cet ordinateur : rien n’a été envoyé.',
    next: 'Vérifiez la date et l’heure de cet ordinateur. Si elles sont justes, réessayez plus tard.',
  },
  revoked: {
    what: 'Le certificat du serveur a été révoqué : rien n’a été envoyé.',
    next: 'Essayez un autre réseau. Si cela persiste, contactez l’assistance de Parallel.',
  },
  protocol: {
    what: 'Le serveur, ou un intermédiaire, ne propose qu’un chiffrement dépassé : rien n’a été envoyé.',
    next: 'Essayez un autre réseau, ou demandez à qui gère le proxy de celui-ci.',
  },
}

const notDone = {
  'sign-in.start': 'Connexion non commencée',
  'sign-in.keep': 'Connexion non commencée',
  'sign-in.cancel': 'Connexion non annulée',
  'organisation.sign-out': 'Organisation non déconnectée',
  'sign-out.everywhere': 'Organisations non déconnectées',
  'settings.change': 'Réglage non modifié',
  'limits.change': 'Limite non modifiée',
  'keys.forget': 'Ligne non retirée',
  'keys.restore': 'Ligne non rétablie',
  'proxy.forget': 'Mot de passe non oublié',
  'app.reset': 'Rien n’a été effacé',
  'updates.restart': 'Application non relancée',
} satisfies Partial<Record<CommandName, string>>

export const failures = {
  kinds,
  tls,
  notDone,
  offline: 'Hors ligne',
  offlineByItself: 'L’actualisation se fera automatiquement au retour du réseau.',
  tryAgainIn: (duration: string) => `Réessayez dans ${duration}.`,
}
