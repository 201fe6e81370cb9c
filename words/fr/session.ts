import { at, ended, until } from './when.ts'

export const session = {
  clocks: 'Durées de validité',
  access: {
    name: 'Accès',
    renews: (when: string) => `Valable ${until(when)}, puis prolongé automatiquement.`,
    over: 'Prolongé automatiquement à la prochaine actualisation.',
  },
  signIn: {
    name: 'Connexion',
    startsOver: (when: string) =>
      ended(`Le délai repart à chaque prolongation ; sans prolongation, la connexion prend fin ${at(when)}`),
    bounded: 'Prend fin au plus tard avec l’autorisation.',
    unknown:
      'Le délai repart à chaque prolongation. Parallel n’indique pas combien de temps la connexion dure sans prolongation.',
  },
  authorization: {
    name: 'Autorisation',
    fixed: (when: string) =>
      `Fixe. Reconnectez-vous avant le ${when} ; une alerte vous préviendra 3 jours avant.`,
    soon: (when: string) => `${ended(`Prend fin ${at(when)}`)} Reconnectez-vous avant.`,
    unknown: 'Parallel n’indique pas quand elle prend fin. Reconnectez-vous une fois qu’elle a pris fin.',
  },
  /** In place of the time that is left. */
  notKnown: 'Durée inconnue',
  over: 'Expiré',

  ended: 'L’historique, les clés et les réglages sont conservés pour la prochaine connexion.',
  unreadable: 'Sa date de fin pourra être lue une fois le trousseau déverrouillé.',
  signingOut: 'Déconnexion en cours. Parallel Tray demande à Parallel de révoquer cette autorisation.',
  renewing: 'L’accès et la connexion sont prolongés automatiquement',

  allowed: 'Autorisé',
  wasAllowed: 'Était autorisé',
  allowedOnceOpen: 'Autorisé dès que la connexion pourra être ouverte',
  notAllowed: 'non autorisé',
  allow: 'Autoriser…',
  /** Read out on the button. */
  allowLabel: (permission: string) => `Autoriser : ${permission}…`,

  kept: {
    encrypted: (host: string) =>
      `Les jetons sont chiffrés avec la clé du trousseau du système. Ils ne sont envoyés qu’à ${host}.`,
    plain: (host: string) =>
      `Les jetons sont sur ce disque, non chiffrés : toute personne qui peut lire vos fichiers peut utiliser cette connexion. Ils ne sont envoyés qu’à ${host}.`,
    memory: (host: string) =>
      `Les jetons restent en mémoire jusqu’à ce que vous quittiez. Ils ne sont envoyés qu’à ${host}. Vous vous reconnectez à chaque démarrage.`,
  },

  again: 'Se reconnecter',
  starting: 'Démarrage',
  signOut: 'Se déconnecter…',
  signingOutNow: 'Déconnexion',
  signOutEverywhere: 'Tout déconnecter…',
}
