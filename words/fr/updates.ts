import { at, ended } from './when.ts'

export const restartToUpdate = (version: string) => `Redémarrer pour passer à la version ${version}`

export const updates = {
  restart: 'Redémarrer',
  copyCommand: 'Copier la commande',
  commandCopied: 'Commande copiée',
  out: (version: string) => `La version ${version} est disponible`,
  by: {
    deb: 'Installé depuis un dépôt de paquets ? Exécutez cette commande. Sinon, installez le nouveau fichier .deb.',
    rpm: 'Installé depuis un dépôt de paquets ? Exécutez cette commande. Sinon, installez le nouveau fichier .rpm.',
    hand: 'Remplacez vous-même cette AppImage par la nouvelle : Parallel Tray ne peut pas écrire dans son dossier.',
  },
  strip: {
    ready: (version: string) => `La version ${version} est prête`,
    explained: 'Elle s’installera quand vous quitterez.',
  },
  waits: 'Redémarrage non effectué : un secret, une recharge ou une connexion est encore en cours.',
  checkFor: 'Rechercher des mises à jour',
  restartTo: restartToUpdate,
}

export const updatesRow = {
  name: 'Mises à jour',
  never: 'Aucune recherche pour l’instant.',
  upToDate: (when: string) => ended(`À jour, vérifié ${at(when)}`),
  check: 'Rechercher',
  checking: 'Recherche',
  downloading: (version: string, percent: string) => `Téléchargement de la version ${version} : ${percent}.`,
  download: (version: string) => `Téléchargement de la version ${version}`,
  ready: (version: string) => `La version ${version} est prête. Elle s’installera quand vous quitterez.`,
  failed: {
    check: 'Impossible de rechercher des mises à jour.',
    download: 'Impossible de télécharger la mise à jour.',
  },
  why: {
    network: 'Le serveur de mises à jour est injoignable.',
    server: 'Le serveur de mises à jour n’a pas donné de réponse utilisable.',
    spoiled: 'Le fichier téléchargé ne correspondait pas au fichier annoncé et a été supprimé.',
    storage: 'Impossible de l’enregistrer sur cet ordinateur.',
  },
  again: (when: string) => ended(`Prochain essai ${at(when)}`),
}
