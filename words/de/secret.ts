export const secret = {
  save: {
    title: 'Schlüssel in einer .env-Datei speichern',
    explained: 'In einer vorhandenen Datei wird nur PARALLEL_API_KEY gesetzt; alles andere bleibt.',
    button: 'Speichern',
  },
  warning: {
    tracked: (file: string) => ({
      title: `${file} wird von git verfolgt`,
      explained:
        'Mit dem nächsten Commit stünde der Schlüssel in der Historie, für alle, die das Repository haben.',
    }),
    notIgnored: (file: string) => ({
      title: `${file} wird von git nicht ignoriert`,
      explained:
        'Das nächste „git add“ kann den Schlüssel mitnehmen. Die Datei zuerst in .gitignore eintragen.',
    }),
    unknown: (file: string) => ({
      title: `Nicht bekannt, ob git ${file} mitnimmt`,
      explained:
        'Die Datei liegt in einem Repository. Kommt sie in einen Commit, wird der Schlüssel mit ihr öffentlich.',
    }),
    outside: (target: string) => ({
      title: 'Diese Datei ist ein Link auf eine außerhalb des persönlichen Ordners',
      explained: `Der Schlüssel würde in ${target} gespeichert.`,
    }),
    saveAnyway: 'Trotzdem speichern',
    cancel: 'Nicht speichern',
  },
  refused: {
    title: (file: string) => `Der Schlüssel wurde nicht in ${file} gespeichert`,
    close: 'Schließen',
    why: {
      folder: 'Das ist ein Ordner. Einen Namen für eine Datei darin wählen.',
      'no-file': 'Das ist keine gewöhnliche Datei.',
      'lost-link': 'Das ist ein Link auf eine Datei, die es nicht gibt.',
      'too-large': 'Diese Datei ist zu groß für eine .env-Datei.',
      'no-text': 'Diese Datei enthält etwas anderes als Text.',
      'read-only':
        'In die Datei oder ihren Ordner kann nicht geschrieben werden. Anderswo speichern oder den Schlüssel kopieren.',
      'in-use': 'Ein anderes Programm hat die Datei geöffnet. Dort schließen, dann erneut versuchen.',
      changed: 'Die Datei wurde im selben Moment anderweitig geändert. Erneut versuchen.',
      unwritable:
        'Der Schlüssel lässt sich nicht so schreiben, dass er unverändert gelesen wird. Stattdessen kopieren.',
    },
  },
}
