import { at } from './when.ts'

export const restartToUpdate = (version: string) => `Relancer pour passer à la version ${version}`

export const updates = {
  restart: 'Redémarrer',
  copyCommand: 'Copier la commande',
  commandCopied: 'Commande copiée',
  out: (version: string) => `La version ${version} est disponible`,
  by: {
    deb: 'Avec un dépôt, exécutez cette commande ; sinon, installez le nouveau fichier .deb.',
    rpm: 'Avec un dépôt, exécutez cette commande ; sinon, installez le nouveau fichier .rpm.',
    hand: 'Mettez la nouvelle AppImage à la place de celle-ci : son dossier est protégé en écriture.',
  },
  strip: {
    ready: (version: string) => `La version ${version} est prête`,
    explained: 'Elle sera installée à la fermeture.',
  },
  waits: 'Non relancé : un secret, un rechargement ou une connexion est encore en cours.',
  checkFor: 'Rechercher des mises à jour',
  restartTo: restartToUpdate,
}

export const updatesRow = {
  name: 'Mises à jour',
  never: 'Pas encore recherchées.',
  upToDate: (when: string) => `À jour, vérifié ${at(when)}.`,
  check: 'Vérifier maintenant',
  checking: 'Vérification',
  downloading: (version: string, percent: string) => `Téléchargement de la version ${version} : ${percent}.`,
  download: (version: string) => `Téléchargement de la version ${version}`,
  ready: (version: string) => `La version ${version} est prête et sera installée à la fermeture.`,
  failed: {
    check: 'La recherche de mises à jour a échoué.',
    download: 'La mise à jour n’a pas été téléchargée.',
  },
  why: {
    network: 'Le serveur de mises à jour est injoignable.',
    server: 'Le serveur de mises à jour n’a pas donné de réponse utilisable.',
    spoiled: 'Ce qui est arrivé n’est pas ce qui était annoncé ; le fichier a été supprimé.',
    storage: 'Impossible de l’écrire sur cet ordinateur.',
  },
  again: (when: string) => `Nouvel essai ${at(when)}.`,
}
