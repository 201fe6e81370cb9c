import type { KeysOperation } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'
import { plural } from '../plural.ts'
import { at, ended } from './when.ts'

const notDone: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['L’app ', name, ' n’a pas été créée'],
  'delete-app': (name) => ['L’app ', name, ' n’a pas été supprimée'],
  'new-key': (name) => ['La clé ', name, ' n’a pas été créée'],
  'delete-key': (name) => ['La clé ', name, ' n’a pas été supprimée'],
  'rotate-key': (name) => ['La clé ', name, ' n’a pas été renouvelée'],
}

export const keys = {
  title: 'Apps et clés',
  newApp: 'Nouvelle app',
  newKey: 'Nouvelle clé',
  newKeyIn: (app: string) => `Nouvelle clé dans ${app}`,
  moreFor: (name: string) => `Plus d’actions pour ${name}`,
  find: 'Rechercher une app ou une clé',
  found: (rows: number) => plural('fr', rows, { one: `${rows} résultat`, other: `${rows} résultats` }),
  nothingFound: <T>(what: T): Phrase<T> => ['Aucun résultat pour « ', what, ' ».'],
  nothingFoundExplained: 'La liste ne contient que les clés créées ici.',
  inApp: (keys: number) =>
    keys === 0 ? 'aucune clé créée ici' : plural('fr', keys, { one: `${keys} clé`, other: `${keys} clés` }),
  appGone: 'Supprimée ailleurs',

  made: (parts: readonly string[]) => parts.join(' · '),
  old: (days: number, said: string) =>
    days === 0
      ? 'créée aujourd’hui'
      : plural('fr', days, { one: `il y a ${said} jour`, other: `il y a ${said} jours` }),
  rotateDueExplained: 'Plus ancienne que ne le prévoit votre rappel.',
  deletedElsewhere: 'Supprimée ailleurs',
  unknown: 'Inconnue',
  unknownExplained: 'Existe peut-être : la réponse s’est perdue, et son secret avec elle.',
  look: 'Vérifier dans la console',
  replaced: 'Renouvellement : la nouvelle clé existe, l’ancienne fonctionne encore.',
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
    'La liste ne contient que les clés créées ici ; l’API de Parallel ne permet pas de lister les autres.',
  seeAll: 'Tout voir dans la console',
  trouble: (what: string, when: string | null) =>
    when === null
      ? `${what} : impossible de charger les apps.`
      : ended(`${what} : liste relevée ${at(when)}`),
  tryNow: 'Réessayer',
  trying: 'Nouvel essai',
  notManaging: 'Cette connexion peut voir les apps, mais pas les modifier.',
  allow: 'Autoriser…',
  off: {
    permission: 'Cette connexion ne peut pas gérer les apps et les clés.',
    session: 'Reconnectez-vous d’abord.',
    doing: 'Attendez la fin de la modification en cours.',
    noApp: 'Créez d’abord une app.',
  },
  loading: 'Chargement des apps et des clés',

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
  newAppDialog: {
    title: 'Nouvelle app',
    name: 'Nom',
    note: 'Le programme ou le service dont elle regroupera les clés.',
    act: 'Créer l’app',
  },
  newKeyDialog: {
    title: 'Nouvelle clé',
    name: 'Nom',
    note: 'Indiquez où elle servira : vous saurez plus tard ce qui ne fonctionne pas sans elle.',
    app: 'App',
    act: 'Créer la clé',
  },
  nameMissing: 'Saisissez un nom de 100 caractères au plus.',
  nameTooLong: (most: number) => `Un nom peut compter ${most} caractères au plus.`,
  deleteAppDialog: {
    title: <T>(app: T): Phrase<T> => ['Supprimer l’app ', app, ' ?'],
    explained: (keys: number) =>
      keys === 0
        ? 'Les clés qui y ont été créées ailleurs peuvent cesser de fonctionner aussitôt. Cette action est irréversible.'
        : `Ses clés, ${plural('fr', keys, {
            one: `${keys} créée ici`,
            other: `${keys} créées ici`,
          })} et d’éventuelles autres créées ailleurs, peuvent cesser de fonctionner aussitôt. Cette action est irréversible.`,
    type: <T>(app: T): Phrase<T> => ['Saisissez ', app, ' pour confirmer'],
    act: 'Supprimer l’app',
  },
  /** Of a row that came from a file. */
  imported: 'd’un fichier',

  deleteKeyDialog: {
    id: 'Identifiant',
    imported:
      'Cette ligne vient d’un fichier, son nom peut donc être faux. Vérifiez que l’identifiant est bien celui de la clé voulue.',
    title: <T>(key: T): Phrase<T> => ['Supprimer la clé ', key, ' ?'],
    titleOld: <T>(key: T): Phrase<T> => ['Supprimer l’ancienne clé ', key, ' ?'],
    explained: <T>(app: T): Phrase<T> => [
      'Tout ce qui utilise cette clé de l’app ',
      app,
      ' peut cesser de fonctionner aussitôt. Cette action est irréversible.',
    ],
    explainedOld:
      'Tout ce qui utilise encore l’ancienne clé peut cesser de fonctionner aussitôt ; la nouvelle reste. Cette action est irréversible.',
    key: 'Clé',
    made: 'Créée',
    act: 'Supprimer la clé',
    actOld: 'Supprimer l’ancienne clé',
  },
  rotateDialog: {
    title: <T>(key: T): Phrase<T> => ['Renouveler la clé ', key, ' ?'],
    steps: [
      {
        name: 'Maintenant : créer une nouvelle clé du même nom',
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
    explained: 'Le secret n’est affiché qu’une seule fois. Copiez-le ou enregistrez-le maintenant.',
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
    notKept: 'Parallel Tray ne le conserve pas. Le presse-papiers est vidé une minute après la copie.',
    clearsIn: (seconds: number) => `Copié. Le presse-papiers sera vidé dans ${seconds} s.`,
    cleared: 'Copié, puis effacé du presse-papiers.',
    left: 'Copié. Le presse-papiers ne peut pas être vérifié ici : videz-le vous-même après avoir collé le secret.',
    saved: <T>(file: T): Phrase<T> => ['Enregistré dans ', file, '.'],
    done: 'Terminé',
    doneOff: 'Copiez ou enregistrez d’abord le secret, ou abandonnez la clé.',
    discard: 'Abandonner et supprimer la clé',
    discarding: 'Suppression',
    notShown: 'Impossible d’afficher le secret.',
  },
}
