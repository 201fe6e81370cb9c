export const secret = {
  save: {
    title: 'Schlüssel in einer .env-Datei speichern',
    explained: 'In einer vorhandenen Datei wird nur PARALLEL_API_KEY geändert.',
    button: 'Speichern',
  },
  warning: {
    tracked: (file: string) => ({
      title: `${file} wird von Git verfolgt`,
      explained:
        'Mit Ihrem nächsten Commit käme der Schlüssel in den Verlauf, wo ihn alle lesen können, die das Repository haben.',
    }),
    notIgnored: (file: string) => ({
      title: `${file} wird von Git nicht ignoriert`,
      explained:
        'Ihr nächstes „git add“ könnte den Schlüssel mit aufnehmen. Tragen Sie die Datei zuerst in .gitignore ein.',
    }),
    unknown: (file: string) => ({
      title: `Unklar, ob Git ${file} verfolgt`,
      explained:
        'Die Datei liegt in einem Git-Repository. Kommt sie in einen Commit, können alle, die das Repository haben, den Schlüssel lesen.',
    }),
    outside: (target: string) => ({
      title: 'Diese Datei ist ein Link auf eine Datei außerhalb Ihres persönlichen Ordners',
      explained: `Der Schlüssel würde in ${target} gespeichert.`,
    }),
    saveAnyway: 'Trotzdem speichern',
    cancel: 'Nicht speichern',
  },
  refused: {
    title: (file: string) => `Der Schlüssel wurde nicht in ${file} gespeichert`,
    close: 'Schließen',
    why: {
      folder: 'Das ist ein Ordner. Wählen Sie einen Dateinamen darin.',
      'no-file': 'Das ist keine gewöhnliche Datei. Wählen Sie eine andere.',
      'lost-link': 'Das ist ein Link auf eine Datei, die es nicht gibt.',
      'too-large': 'Diese Datei ist zu groß für eine .env-Datei.',
      'no-text': 'Das ist keine Textdatei.',
      'read-only':
        'Sie können nicht in diese Datei oder ihren Ordner schreiben. Speichern Sie anderswo oder kopieren Sie den Schlüssel.',
      'in-use':
        'Ein anderes Programm hat die Datei geöffnet. Schließen Sie sie dort und versuchen Sie es erneut.',
      changed: 'Ein anderes Programm hat die Datei gleichzeitig geändert. Versuchen Sie es erneut.',
      unwritable:
        'Das Format dieser Datei kann den Schlüssel nicht sicher aufnehmen. Kopieren Sie ihn stattdessen.',
    },
  },
}
