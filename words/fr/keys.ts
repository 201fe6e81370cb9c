import type { KeysOperation } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'
import { plural } from '../plural.ts'
import { at } from './when.ts'

const notDone: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['L’app ', name, ' n’a pas été créée'],
  'delete-app': (name) => ['L’app ', name, ' n’a pas été supprimée'],
  'new-key': (name) => ['La clé ', name, ' n’a pas été créée'],
  'delete-key': (name) => ['La clé ', name, ' n’a pas été supprimée'],
  'rotate-key': (name) => ['La clé ', name, ' n’a pas été renouvelée'],
}

const notKnown: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['On ne sait pas si l’app ', name, ' a été créée'],
  'delete-app': (name) => ['On ne sait pas si l’app ', name, ' a été supprimée'],
  'new-key': (name) => ['On ne sait pas si la clé ', name, ' a été créée'],
  'delete-key': (name) => ['On ne sait pas si la clé ', name, ' a été supprimée'],
  'rotate-key': (name) => ['On ne sait pas si la clé ', name, ' a été renouvelée'],
}

export const keys = {
  title: 'Apps et clés',
  newApp: 'Nouvelle app',
  newKey: 'Nouvelle clé',
  newKeyIn: (app: string) => `Nouvelle clé dans ${app}`,
  moreFor: (name: string) => `Plus d’actions pour ${name}`,
  find: 'Chercher une app ou une clé',
  found: (rows: number) => plural('fr', rows, { one: `${rows} résultat`, other: `${rows} résultats` }),
  nothingFound: <T>(what: T): Phrase<T> => ['Rien ici ne s’appelle « ', what, ' ».'],
  nothingFoundExplained: 'Seules les clés créées ici sont dans la liste.',
  inApp: (keys: number) =>
    keys === 0 ? 'aucune clé créée ici' : plural('fr', keys, { one: `${keys} clé`, other: `${keys} clés` }),
  appGone: 'Supprimée ailleurs',

  made: (parts: readonly string[]) => parts.join(' · '),
  old: (days: number, said: string) =>
    days === 0
      ? 'créée aujourd’hui'
      : plural('fr', days, { one: `il y a ${said} jour`, other: `il y a ${said} jours` }),
  rotateDueExplained: 'Plus ancienne que l’âge voulu pour vos clés.',
  deletedElsewhere: 'Supprimée ailleurs',
  unknown: 'Incertaine',
  unknownExplained: 'Existe peut-être : la réponse s’est perdue, et son secret avec elle.',
  look: 'Voir dans la console',
  replaced: 'Renouvellement : la nouvelle clé est créée, l’ancienne fonctionne encore.',
  deleteOld: 'Supprimer l’ancienne…',
  busy: {
    'new-app': 'Création',
    'delete-app': 'Suppression',
    'new-key': 'Création',
    'delete-key': 'Suppression',
    'rotate-key': 'Renouvellement',
  } satisfies Record<KeysOperation['kind'], string>,

  menu: {
    rotate: 'Renouveler…',
    copyId: 'Copier l’identifiant de la clé',
    console: 'Ouvrir dans la console',
    forget: 'Retirer de cette liste',
    delete: 'Supprimer…',
    deleteApp: 'Supprimer l’app…',
  },

  onlyHere:
    'Seules les clés créées ici sont dans la liste ; l’API de Parallel ne permet pas de lister les autres.',
  seeAll: 'Tout voir dans la console',
  trouble: (what: string, when: string | null) =>
    when === null ? `${what} : impossible de lister les apps.` : `${what} : liste établie ${at(when)}.`,
  tryNow: 'Réessayer maintenant',
  trying: 'Nouvel essai',
  notManaging: 'Cette connexion peut consulter les apps, pas les modifier.',
  allow: 'Autoriser…',
  off: {
    permission: 'Désactivé : cette connexion ne peut pas gérer les apps et les clés.',
    session: 'Désactivé jusqu’à ce que vous vous reconnectiez.',
    doing: 'Désactivé jusqu’à la fin de la modification en cours.',
    noApp: 'Créez d’abord une app.',
  },
  loading: 'Lecture des apps et des clés',

  empty: {
    noKeys: 'Aucune clé créée ici pour l’instant',
    noKeysExplained:
      'Une clé permet à votre code d’appeler Parallel. Créez-en une dans une app : son secret s’affiche une seule fois, et vous pouvez le copier ou l’enregistrer directement dans un fichier .env.',
    noApps: 'Aucune app pour l’instant',
    noAppsExplained:
      'Une app regroupe les clés d’un programme ou d’un service. Créez-en une, puis une clé dedans.',
  },

  cancel: 'Annuler',
  close: 'Fermer',
  notDone,
  notKnown,
  lookFirst: 'Consultez la liste et la console avant de réessayer.',
  newAppDialog: {
    title: 'Nouvelle app',
    name: 'Nom',
    note: 'Le programme ou le service dont elle regroupera les clés.',
    act: 'Créer l’app',
  },
  newKeyDialog: {
    title: 'Nouvelle clé',
    name: 'Nom',
    note: 'Indiquez où elle servira : vous saurez plus tard ce qui s’arrête sans elle.',
    app: 'App',
    act: 'Créer la clé',
  },
  nameMissing: 'Un nom est nécessaire, 100 caractères au plus.',
  nameTooLong: (most: number) => `Un nom compte ${most} caractères au plus.`,
  deleteAppDialog: {
    title: <T>(app: T): Phrase<T> => ['Supprimer l’app ', app, ' ?'],
    explained: (keys: number) =>
      keys === 0
        ? 'Les clés qui y ont été créées ailleurs peuvent cesser de fonctionner aussitôt. C’est irréversible.'
        : `Ses clés, ${plural('fr', keys, {
            one: `${keys} créée ici`,
            other: `${keys} créées ici`,
          })} et d’éventuelles autres créées ailleurs, peuvent cesser de fonctionner aussitôt. C’est irréversible.`,
    type: <T>(app: T): Phrase<T> => ['Saisissez ', app, ' pour confirmer'],
    act: 'Supprimer l’app',
  },
  /** Of a row that came from a file. */
  imported: 'd’un fichier',

  deleteKeyDialog: {
    id: 'Identifiant',
    imported:
      'Cette ligne vient d’un fichier, et son nom peut être quelconque. Vérifiez que l’identifiant est celui de la clé voulue.',
    title: <T>(key: T): Phrase<T> => ['Supprimer la clé ', key, ' ?'],
    titleOld: <T>(key: T): Phrase<T> => ['Supprimer l’ancienne clé ', key, ' ?'],
    explained: <T>(app: T): Phrase<T> => [
      'Tout ce qui utilise cette clé de l’app ',
      app,
      ' peut cesser aussitôt de fonctionner. C’est irréversible.',
    ],
    explainedOld:
      'Tout ce qui utilise encore l’ancienne clé peut cesser aussitôt de fonctionner ; la nouvelle reste. C’est irréversible.',
    key: 'Clé',
    made: 'Créée',
    act: 'Supprimer la clé',
    actOld: 'Supprimer l’ancienne clé',
  },
  rotateDialog: {
    title: <T>(key: T): Phrase<T> => ['Renouveler la clé ', key, ' ?'],
    steps: [
      {
        name: 'Maintenant : une nouvelle clé du même nom',
        explained: 'Son secret s’affiche une seule fois. Mettez-le là où l’ancien est utilisé.',
      },
      {
        name: 'Ensuite : supprimer l’ancienne clé',
        explained:
          'Elle continue de fonctionner jusqu’à ce que vous choisissiez « Supprimer l’ancienne… » dans la liste.',
      },
    ],
    act: 'Créer la nouvelle clé',
  },

  secret: {
    title: <T>(key: T): Phrase<T> => ['La clé ', key, ' est prête'],
    explained: 'C’est la seule occasion d’obtenir son secret. Copiez-le ou enregistrez-le maintenant.',
    where: <T>(app: T, organisation: T): Phrase<T> => [
      'Une clé de l’app ',
      app,
      ', organisation ',
      organisation,
      '.',
    ],
    label: 'Secret',
    show: 'Afficher le secret',
    hide: 'Masquer le secret',
    copy: 'Copier le secret',
    copyAgain: 'Copier à nouveau',
    copying: 'Copie',
    save: 'Enregistrer dans .env…',
    saving: 'Enregistrement',
    notKept: 'L’application ne le conserve pas. Le presse-papiers est vidé quelque temps après la copie.',
    clearsIn: (seconds: number) => `Copié. Le presse-papiers sera vidé dans ${seconds} s.`,
    cleared: 'Copié. Le secret n’est plus dans le presse-papiers.',
    left: 'Copié. Le presse-papiers ne peut pas être vérifié ici : videz-le vous-même après avoir collé le secret.',
    saved: <T>(file: T): Phrase<T> => ['Enregistré dans ', file, '.'],
    done: 'Terminé',
    doneOff: 'Copiez ou enregistrez d’abord le secret, ou abandonnez la clé.',
    discard: 'Abandonner et supprimer la clé',
    discarding: 'Suppression',
    notShown: 'Impossible d’afficher le secret.',
  },
}
