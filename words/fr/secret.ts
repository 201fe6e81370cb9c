/** What the system's own dialogs say while a secret is saved to a file. Their titles are sentences of their own. */
export const secret = {
  save: {
    title: 'Enregistrer la clé dans un fichier .env',
    /** Above the fields, where the system shows it: its own question may say "replace". */
    explained: 'Dans un fichier existant, seul PARALLEL_API_KEY est modifié.',
    button: 'Enregistrer',
  },
  warning: {
    tracked: (file: string) => ({
      title: `${file} est suivi par git`,
      explained:
        'Votre prochain commit mettrait la clé dans l’historique, où toute personne qui a le dépôt pourrait la lire.',
    }),
    notIgnored: (file: string) => ({
      title: `${file} n’est pas ignoré par git`,
      explained:
        'Votre prochain « git add » pourrait inclure la clé. Ajoutez d’abord le fichier à .gitignore.',
    }),
    unknown: (file: string) => ({
      title: `Impossible de savoir si git suit ${file}`,
      explained:
        'Le fichier est dans un dépôt git. S’il entre dans un commit, toute personne qui a le dépôt pourra lire la clé.',
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
      'no-file': 'Ce n’est pas un fichier ordinaire. Choisissez-en un autre.',
      'lost-link': 'C’est un lien vers un fichier qui n’existe pas.',
      'too-large': 'Ce fichier est trop volumineux pour un fichier .env.',
      'no-text': 'Ce n’est pas un fichier texte.',
      'read-only':
        'Vous ne pouvez pas écrire dans ce fichier ou son dossier. Enregistrez ailleurs, ou copiez la clé.',
      'in-use': 'Un autre programme garde le fichier ouvert. Fermez-le dans ce programme, puis réessayez.',
      changed: 'Un autre programme a modifié le fichier au même moment. Réessayez.',
      unwritable: 'Le format de ce fichier ne permet pas d’y écrire la clé sans risque. Copiez-la plutôt.',
    },
  },
}
