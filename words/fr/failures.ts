import type { CommandName, FailureKind, TlsCause } from '../../preload/contract/index.ts'

type FailureWords = {
  /** A few words that can stand before « , les essais continuent » and « depuis 14:08 ». */
  readonly short: string
  readonly what: string
  readonly next: string
}

const kinds: Record<FailureKind, FailureWords> = {
  offline: {
    short: 'Pas de connexion',
    what: 'Parallel Tray ne parvient pas à joindre Parallel.',
    next: 'Vérifiez votre réseau, puis réessayez.',
  },
  timeout: {
    short: 'Pas de réponse',
    what: 'Parallel n’a pas répondu à temps.',
    next: 'Réessayez dans un instant.',
  },
  tls: {
    short: 'Certificat non approuvé',
    what: 'Cet ordinateur ne fait pas confiance au certificat du serveur : rien n’a été envoyé.',
    next: 'Vérifiez la date et l’heure. Sur un réseau d’entreprise, son certificat doit être installé sur cet ordinateur.',
  },
  proxy: {
    short: 'Bloqué par le proxy',
    what: 'Le proxy de ce réseau n’a pas établi la connexion à Parallel.',
    next: 'Vérifiez le proxy dans vos réglages réseau, ou contactez l’administration du réseau.',
  },
  'proxy-auth': {
    short: 'Mot de passe du proxy requis',
    what: 'Le proxy de ce réseau demande un mot de passe avant de laisser passer quoi que ce soit.',
    next: 'Saisissez le nom d’utilisateur et le mot de passe du proxy.',
  },
  server: {
    short: 'Panne chez Parallel',
    what: 'Une erreur s’est produite chez Parallel.',
    next: 'Réessayez dans quelques minutes.',
  },
  'not-json': {
    short: 'Réponse d’un autre serveur',
    what: 'Autre chose a répondu à la place de Parallel : souvent la page de connexion d’un Wi-Fi, ou un proxy.',
    next: 'Connectez-vous au réseau dans votre navigateur, puis réessayez.',
  },
  redirected: {
    short: 'Redirection refusée',
    what: 'La réponse renvoyait à une autre adresse. Parallel Tray ne l’a pas suivie, pour protéger votre connexion.',
    next: 'Connectez-vous au réseau dans votre navigateur, ou vérifiez son proxy. Puis réessayez.',
  },
  'rate-limited': {
    short: 'Trop de demandes',
    what: 'Parallel impose une pause avant la prochaine demande.',
    next: 'Réessayez dans une minute.',
  },
  denied: {
    short: 'Demande refusée',
    what: 'Quelqu’un a choisi « Deny » (Refuser) dans le navigateur.',
    next: 'Si c’était une erreur, obtenez un nouveau code.',
  },
  expired: {
    short: 'Code expiré',
    what: 'Le code n’a pas été approuvé à temps.',
    next: 'Obtenez un nouveau code.',
  },
  'unknown-client': {
    short: 'Installation non reconnue',
    what: 'Parallel ne reconnaît plus cette installation.',
    next: 'Obtenez un nouveau code pour l’inscrire.',
  },
  'signed-out': {
    short: 'Autorisation terminée',
    what: 'Parallel a mis fin à cette autorisation.',
    next: 'Reconnectez-vous.',
  },
  unauthorized: {
    short: 'Connexion non acceptée',
    what: 'Parallel n’a pas accepté cette connexion.',
    next: 'Réessayez. Si le problème persiste, reconnectez-vous.',
  },
  forbidden: {
    short: 'Non autorisé',
    what: 'Cette connexion n’en a pas l’autorisation.',
    next: 'Reconnectez-vous en l’autorisant, ou adressez-vous à un admin de l’organisation.',
  },
  'not-found': {
    short: 'Introuvable',
    what: 'Cet élément n’existe plus chez Parallel.',
    next: 'Actualisez pour voir la liste à jour.',
  },
  conflict: {
    short: 'Modifié ailleurs',
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
    next: 'Vérifiez s’il existe une version plus récente de Parallel Tray.',
  },
  'over-ceiling': {
    short: 'Maximum sur 24 heures dépassé',
    what: 'Parallel Tray ne débite pas davantage en 24 heures. Rien n’a été débité.',
    next: 'Rechargez depuis la facturation de la console, ou réessayez une fois les 24 heures passées.',
  },
  'bad-file': {
    short: 'Fichier illisible',
    what: 'Ce fichier n’a pas été exporté par Parallel Tray, ou il a été modifié depuis.',
    next: 'Choisissez un fichier que vous avez exporté ici.',
  },
  'file-in-use': {
    short: 'Fichier ouvert ailleurs',
    what: 'Un autre programme garde le fichier ouvert.',
    next: 'Fermez-le dans ce programme, ou enregistrez sous un autre nom.',
  },
  storage: {
    short: 'Non enregistré',
    what: 'Un fichier n’a pas pu être lu ou écrit sur cet ordinateur.',
    next: 'Vérifiez l’espace libre et les droits d’accès de votre dossier personnel.',
  },
  keyring: {
    short: 'Trousseau verrouillé',
    what: 'Le trousseau du système est verrouillé ou n’a pas répondu.',
    next: 'Déverrouillez-le, puis réessayez.',
  },
  'shortcut-taken': {
    short: 'Raccourci déjà pris',
    what: 'Un autre programme utilise ce raccourci.',
    next: 'Choisissez-en un autre.',
  },
  'no-shortcuts': {
    short: 'Pas de raccourcis',
    what: 'Ce bureau n’offre pas de raccourcis aux applications.',
    next: 'Dans les réglages du bureau, créez un raccourci qui lance Parallel Tray : il ouvre la fenêtre.',
  },
  clipboard: {
    short: 'Non copié',
    what: 'Parallel Tray n’a pas pu écrire dans le presse-papiers.',
    next: 'Sélectionnez le texte et copiez-le vous-même.',
  },
  browser: {
    short: 'Pas de navigateur',
    what: 'Aucun navigateur ne s’est ouvert.',
    next: 'Copiez le lien et ouvrez-le vous-même.',
  },
  busy: {
    short: 'En cours',
    what: 'Cette opération est déjà en cours.',
    next: 'Attendez qu’elle soit terminée.',
  },
  cancelled: {
    short: 'Annulé',
    what: 'L’opération a été annulée.',
    next: 'Réessayez quand vous voulez.',
  },
  bug: {
    short: 'Erreur de Parallel Tray',
    what: 'Une erreur s’est produite dans Parallel Tray.',
    next: 'Réessayez. Si elle se reproduit, quittez Parallel Tray et rouvrez-le. Le journal donne des détails.',
  },
}

const tls: Record<TlsCause, Pick<FailureWords, 'what' | 'next'>> = {
  authority: {
    what: 'Cet ordinateur ne fait pas confiance à l’émetteur du certificat du serveur : rien n’a été envoyé. C’est fréquent sur les réseaux d’entreprise et avec les pages de connexion Wi-Fi.',
    next: 'Connectez-vous au Wi-Fi dans votre navigateur. Sur un réseau d’entreprise, son certificat doit être installé sur cet ordinateur.',
  },
  name: {
    what: 'Le certificat appartient à un autre serveur : rien n’a été envoyé. La page de connexion d’un Wi-Fi a peut-être répondu.',
    next: 'Connectez-vous au réseau dans votre navigateur, puis réessayez.',
  },
  date: {
    what: 'Le certificat du serveur n’est pas valide à la date et à l’heure de cet ordinateur : rien n’a été envoyé.',
    next: 'Vérifiez la date et l’heure de cet ordinateur. Si elles sont justes, réessayez plus tard.',
  },
  revoked: {
    what: 'Le certificat du serveur a été révoqué : rien n’a été envoyé.',
    next: 'Essayez un autre réseau. Si le problème persiste, contactez l’assistance de Parallel.',
  },
  protocol: {
    what: 'Le serveur, ou un intermédiaire, ne propose qu’un chiffrement obsolète : rien n’a été envoyé.',
    next: 'Essayez un autre réseau, ou contactez l’administration du réseau.',
  },
}

const notDone = {
  'sign-in.start': 'Connexion non commencée',
  'sign-in.keep': 'Connexion non commencée',
  'sign-in.cancel': 'Connexion non annulée',
  'organisation.sign-out': 'Déconnexion non effectuée',
  'sign-out.everywhere': 'Certaines déconnexions n’ont pas abouti',
  'settings.change': 'Réglage non modifié',
  'limits.change': 'Limite non modifiée',
  'keys.forget': 'Ligne non retirée',
  'keys.restore': 'Ligne non rétablie',
  'proxy.forget': 'Mot de passe non supprimé',
  'app.reset': 'Rien n’a été effacé',
  'updates.restart': 'Redémarrage non effectué',
} satisfies Partial<Record<CommandName, string>>

export const failures = {
  kinds,
  tls,
  notDone,
  offline: 'Hors ligne',
  offlineByItself: 'Actualisation automatique dès le retour de la connexion.',
  tryAgainIn: (duration: string) => `Réessayez dans ${duration}.`,
}
