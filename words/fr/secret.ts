/** What the system's own dialogs say while a secret is saved to a file. Their titles are sentences of their own. */
export const secret = {
  save: {
    title: 'Enregistrer la clé dans un fichier .env',
    /** Above the fields, where the system shows it: its own question may say "replace". */
    explained: 'Dans un fichier existant, seul PARALLEL_API_KEY est défini ; tout le reste est conservé.',
    button: 'Enregistrer',
  },
  warning: {
    tracked: (file: string) => ({
      title: `${file} est suivi par git`,
      explained: 'Au prochain commit, la clé entrerait dans l’historique, à la vue de quiconque a le dépôt.',
    }),
    notIgnored: (file: string) => ({
      title: `${file} n’est pas ignoré par git`,
      explained: 'Le prochain « git add » peut emporter la clé. Ajoutez d’abord le fichier à .gitignore.',
    }),
    unknown: (file: string) => ({
      title: `Impossible de savoir si git emporte ${file}`,
      explained:
        'Le fichier se trouve dans un dépôt. S’il entre dans un commit, la clé devient publique avec lui.',
    }),
    outside: (target: string) => ({
      title: 'Ce fichier est un lien qui mène hors de votre dossier personnel',
      explained: `La clé serait enregistrée dans ${target}.`,
    }),
    saveAnyway: 'Enregistrer quand même',
    cancel: 'Ne pas enregistrer',
  },
  refused: {
    title: (file: string) => `La clé n’a pas été enregistrée dans ${file}`,
    close: 'Fermer',
    why: {
      folder: 'C’est un dossier. Choisissez un nom de fichier à l’intérieur.',
      'no-file': 'Ce n’est pas un fichier ordinaire.',
      'lost-link': 'C’est un lien vers un fichier qui n’existe pas.',
      'too-large': 'Ce fichier est trop volumineux pour un fichier .env.',
      'no-text': 'Ce fichier contient autre chose que du texte.',
      'read-only':
        'Le fichier ou son dossier n’est pas accessible en écriture. Enregistrez ailleurs ou copiez la clé.',
      'in-use': 'Un autre programme garde le fichier ouvert. Fermez-le, puis réessayez.',
      changed: 'Le fichier a été modifié par un autre programme au même moment. Réessayez.',
      unwritable: 'La clé ne peut pas être écrite de façon à être relue telle quelle. Copiez-la plutôt.',
    },
  },
}
