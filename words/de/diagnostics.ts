import type { Phrase } from '../phrase.ts'

export const diagnostics = {
  row: {
    name: 'Diagnose',
    explained: 'Ein Bericht ohne Token und Schlüssel für alle, die Ihnen helfen.',
    act: 'Anzeigen…',
  },
  inPalette: 'Diagnose anzeigen…',
  title: 'Diagnose',
  explained:
    'Genau dieser Text wird kopiert oder gespeichert; gesendet wird nichts. Token, Schlüssel, Passwörter und die Namen Ihrer Organisationen sind entfernt. Lesen Sie ihn, bevor Sie ihn weitergeben.',
  label: 'Diagnose',
  check: 'Netzwerk prüfen',
  checking: 'Wird geprüft',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copiedAll: 'Diagnose kopiert',
  save: 'Speichern…',
  saving: 'Wird gespeichert',
  saved: <T>(file: T): Phrase<T> => ['Gespeichert als ', file],
}
