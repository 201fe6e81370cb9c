import type { Permission } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const allow: Record<Permission, { title: <T>(organisation: T) => Phrase<T>; explained: string }> = {
  see: {
    title: (organisation) => ['Autoriser à voir le solde de l’organisation ', organisation, ' ?'],
    explained: 'Lit le solde, les apps et les clés. Ne modifie rien.',
  },
  manage: {
    title: (organisation) => [
      'Autoriser à gérer les apps et les clés de l’organisation ',
      organisation,
      ' ?',
    ],
    explained: 'Crée et supprime des apps et des clés, uniquement quand vous le demandez.',
  },
  'add-money': {
    title: (organisation) => ['Autoriser à recharger le solde de l’organisation ', organisation, ' ?'],
    explained:
      'Débite la carte de l’organisation, 100 $US au plus à la fois, uniquement quand vous le demandez.',
  },
}

const forget = {
  name: 'Oublier aussi l’historique et le registre des clés',
  explained: 'Sinon, ils restent sur cet ordinateur pour la prochaine connexion.',
}

export const dialogs = {
  keyIsMade: 'Une clé est en cours de création. Il faut d’abord attendre son secret.',
  forget,
  signOutEverywhere: {
    title: (organisations: number) =>
      organisations === 1
        ? 'Déconnecter l’unique organisation ?'
        : `Déconnecter les ${organisations} organisations ?`,
    explained:
      'La fin de ces autorisations est demandée à Parallel, et leurs jetons sont supprimés de cet ordinateur. Pour revenir, vous approuvez un nouveau code pour chacune.',
    unreachable: 'Si Parallel est injoignable maintenant, il en est informé plus tard.',
    act: 'Tout déconnecter',
    busy: 'Déconnexion',
  },
  reset: {
    title: 'Tout effacer ici ?',
    explained:
      'Déconnecte toutes les organisations et supprime de cet ordinateur les jetons, les réglages, l’historique et le registre des clés. Parallel Tray redémarre ensuite comme au premier jour.',
    keysGoOn: 'Les clés API continuent de fonctionner : elles se trouvent chez Parallel.',
    alive:
      'Si Parallel ne peut pas être informé tout de suite, il l’est après le redémarrage. D’ici là, ces autorisations y restent valables, au plus tard jusqu’à leur fin prévue :',
    charging: 'Une carte est en train d’être débitée. Il faut d’abord attendre la réponse.',
    endsAt: <T>(organisation: T, when: string): Phrase<T> => [organisation, ` : ${when}`],
    endsUnknown: <T>(organisation: T): Phrase<T> => [organisation, ' : fin inconnue'],
    confirm: (word: string) => `Saisissez « ${word} » pour confirmer`,
    /** What has to be typed: lower case, no accents. */
    word: 'effacer',
    act: 'Tout effacer',
    busy: 'Suppression',
  },
  allow: {
    permissions: allow,
    how: 'Pour cela, il faut vous reconnecter : un nouveau code est à approuver dans le navigateur. D’ici là, rien ne change.',
    act: 'Se reconnecter',
    busy: 'Démarrage',
  },
  quit: {
    title: 'Quitter maintenant ?',
    secret: <T>(key: T): Phrase<T> => [
      'Le secret de la clé ',
      key,
      ' n’a été ni copié ni enregistré. Une fois l’application fermée, personne ne peut plus l’afficher.',
    ],
    secretCopied: <T>(key: T): Phrase<T> => [
      'Le secret de la clé ',
      key,
      ' n’est pas encore mis de côté. Une fois l’application fermée, personne ne peut plus l’afficher.',
    ],
    charging: (amount: string) =>
      `On ne sait pas encore si le débit de ${amount} a eu lieu. Vous pourrez le vérifier après le prochain démarrage.`,
    key: <T>(key: T): Phrase<T> => [
      'Parallel crée la clé ',
      key,
      '. Son secret arrive avec la réponse, et une seule fois.',
    ],
    otherwise: 'Une opération est encore en cours.',
    back: 'Revenir',
    act: 'Quitter quand même',
  },
  import: {
    kept: (here: string, inFile: string) => `reste à ${here} : un fichier ne la porte jamais à ${inFile}`,
    deletedThere: 'supprimée là-bas :',
    title: <T>(file: T): Phrase<T> => ['Importer ', file, ' ?'],
    madeAt: 'Créé',
    settings: 'Réglages',
    withSettings: 'remplacent ceux d’ici',
    withoutSettings: 'aucun',
    organisations: 'Organisations',
    keys: 'Clés dans le registre',
    readings: 'Relevés',
    explained:
      'Les clés et les relevés s’ajoutent à ceux d’ici. Aucune organisation n’est connectée pour autant.',
    act: 'Importer',
    busy: 'Importation',
  },
}
