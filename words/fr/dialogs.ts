import type { Permission } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const allow: Record<Permission, { title: <T>(organisation: T) => Phrase<T>; explained: string }> = {
  see: {
    title: (organisation) => ['Autoriser Parallel Tray à voir le solde de ', organisation, ' ?'],
    explained: 'Parallel Tray lit le solde, les apps et les clés, et ne modifie rien.',
  },
  manage: {
    title: (organisation) => ['Autoriser Parallel Tray à gérer les apps et les clés de ', organisation, ' ?'],
    explained: 'Parallel Tray crée et supprime des apps et des clés, uniquement à votre demande.',
  },
  'add-money': {
    title: (organisation) => ['Autoriser Parallel Tray à recharger le solde de ', organisation, ' ?'],
    explained:
      'Parallel Tray débite la carte de l’organisation, 100 $US au plus à la fois, uniquement à votre demande.',
  },
}

const forget = {
  name: 'Supprimer aussi l’historique et le registre des clés',
  explained: 'Sinon, ils restent sur cet ordinateur pour votre prochaine connexion.',
}

export const dialogs = {
  forget,
  keyIsMade: 'Une clé est en cours de création. Attendez d’abord son secret.',
  signOutEverywhere: {
    title: (organisations: number) =>
      organisations === 1
        ? 'Déconnecter votre organisation ?'
        : `Déconnecter les ${organisations} organisations ?`,
    explained:
      'Parallel Tray demande à Parallel de révoquer ces autorisations et supprime leurs jetons de cet ordinateur. Pour vous reconnecter, vous approuvez un nouveau code pour chacune.',
    unreachable: 'Si Parallel est injoignable, Parallel Tray continue d’essayer.',
    act: 'Tout déconnecter',
    busy: 'Déconnexion',
  },
  reset: {
    title: 'Tout effacer ici ?',
    explained:
      'Toutes les organisations sont déconnectées, et les jetons, les réglages, l’historique et le registre des clés sont supprimés de cet ordinateur. Ensuite, Parallel Tray redémarre.',
    keysGoOn: 'Les clés API continuent de fonctionner. C’est Parallel qui les gère.',
    alive:
      'Si Parallel est injoignable maintenant, Parallel Tray réessaie après le redémarrage. D’ici là, ces autorisations restent actives chez Parallel, jusqu’à leur expiration au plus tard :',
    charging: 'Un débit est en cours. Attendez d’abord le résultat.',
    endsAt: <T>(organisation: T, when: string): Phrase<T> => [organisation, ` : ${when}`],
    endsUnknown: <T>(organisation: T): Phrase<T> => [organisation, ' : date inconnue'],
    confirm: (word: string) => `Saisissez « ${word} » pour confirmer`,
    /** What has to be typed: lower case, no accents. */
    word: 'effacer',
    act: 'Tout effacer',
    busy: 'Suppression',
  },
  allow: {
    permissions: allow,
    how: 'Pour l’autoriser, reconnectez-vous en approuvant un nouveau code dans le navigateur. D’ici là, rien ne change.',
    act: 'Se reconnecter',
    busy: 'Démarrage',
  },
  quit: {
    title: 'Quitter maintenant ?',
    secret: <T>(key: T): Phrase<T> => [
      'Le secret de la clé ',
      key,
      ' n’a été ni copié ni enregistré. Après avoir quitté Parallel Tray, vous ne pourrez plus l’afficher.',
    ],
    secretCopied: <T>(key: T): Phrase<T> => [
      'Le secret de la clé ',
      key,
      ' est encore affiché. Après avoir quitté Parallel Tray, vous ne pourrez plus l’afficher.',
    ],
    charging: (amount: string) =>
      `Le débit de ${amount} n’est pas encore confirmé. Vous pourrez le relancer en rouvrant Parallel Tray.`,
    key: <T>(key: T): Phrase<T> => [
      'Parallel est en train de créer la clé ',
      key,
      '. Son secret n’arrive qu’une seule fois, avec la réponse.',
    ],
    otherwise: 'Une opération est encore en cours.',
    back: 'Retour',
    act: 'Quitter quand même',
  },
  import: {
    kept: (here: string, inFile: string) => `reste à ${here} (dans le fichier : ${inFile})`,
    deletedThere: 'supprimée ailleurs :',
    title: <T>(file: T): Phrase<T> => ['Importer ', file, ' ?'],
    madeAt: 'Exporté',
    settings: 'Réglages',
    withSettings: 'remplacent les réglages actuels',
    withoutSettings: 'aucun',
    organisations: 'Organisations',
    keys: 'Clés dans le registre',
    readings: 'Relevés du solde',
    explained:
      'Les clés et les relevés s’ajoutent à ceux de cet ordinateur. Aucune organisation n’est connectée pour autant.',
    act: 'Importer',
    busy: 'Importation',
  },
}
