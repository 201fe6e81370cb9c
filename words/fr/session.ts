import { at, until } from './when.ts'

export const session = {
  clocks: 'Durées de validité',
  access: {
    name: 'Accès',
    renews: (when: string) => `Valable ${until(when)}, puis prolongé automatiquement. Rien à faire.`,
    over: 'Prolongé automatiquement à la prochaine actualisation. Rien à faire.',
  },
  signIn: {
    name: 'Connexion',
    startsOver: (when: string) =>
      `Le délai repart à chaque prolongation. Sans activité, la connexion prend fin le ${when}.`,
    bounded: 'Ne peut pas durer plus que l’autorisation.',
    unknown:
      'Le délai repart à chaque prolongation. Parallel n’indique pas combien la connexion dure sans activité.',
  },
  authorization: {
    name: 'Autorisation',
    fixed: (when: string) =>
      `Fixe. Le ${when}, vous devrez vous reconnecter ; une alerte vous prévient 3 jours avant.`,
    soon: (when: string) => `Prend fin ${at(when)}. Vous devrez ensuite vous reconnecter.`,
    unknown: 'Parallel n’indique pas quand elle prend fin. Vous devrez alors vous reconnecter.',
  },
  /** In place of the time that is left. */
  notKnown: 'Durée inconnue',
  over: 'Terminé',

  ended: 'L’historique, les clés et les réglages sont conservés pour la prochaine connexion.',
  unreadable: 'Sa fin pourra être lue une fois le trousseau ouvert.',
  signingOut: 'Déconnexion en cours. La fin de cette autorisation est demandée à Parallel.',
  renewing: 'L’accès et la connexion se prolongent automatiquement',

  allowed: 'Autorisé',
  wasAllowed: 'Était autorisé',
  allowedOnceOpen: 'Autorisé une fois le trousseau ouvert',
  notAllowed: 'non autorisé',
  allow: 'Autoriser…',
  /** Read out on the button. */
  allowLabel: (permission: string) => `Autoriser : ${permission}…`,

  kept: {
    encrypted: (host: string) =>
      `Les jetons sont chiffrés avec la clé du trousseau du système et ne quittent jamais cet ordinateur, sauf vers ${host}.`,
    plain: (host: string) =>
      `Les jetons sont sur ce disque, sans chiffrement : quiconque peut lire vos fichiers peut utiliser cette connexion. Ils ne sont envoyés qu’à ${host}.`,
    memory: (host: string) =>
      `Les jetons restent en mémoire jusqu’à ce que vous quittiez, et ne sont envoyés qu’à ${host}. Vous devrez vous reconnecter à chaque démarrage.`,
  },

  again: 'Se reconnecter',
  starting: 'Démarrage',
  signOut: 'Se déconnecter…',
  signingOutNow: 'Déconnexion',
  signOutEverywhere: 'Tout déconnecter…',
}
