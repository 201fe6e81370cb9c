import type { Permission } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const allow: Record<Permission, { title: <T>(organisation: T) => Phrase<T>; explained: string }> = {
  see: {
    title: (organisation) => ['Erlauben, den Kontostand von ', organisation, ' zu sehen?'],
    explained: 'Liest Kontostand, Apps und Schlüssel. Ändert nichts.',
  },
  manage: {
    title: (organisation) => ['Erlauben, Apps und Schlüssel von ', organisation, ' zu verwalten?'],
    explained: 'Erstellt und löscht Apps und Schlüssel, jeweils nur auf Ihre Anweisung.',
  },
  'add-money': {
    title: (organisation) => ['Erlauben, das Guthaben von ', organisation, ' aufzuladen?'],
    explained:
      'Belastet die Karte der Organisation, höchstens 100 $ auf einmal und jedes Mal nur auf Ihre Anweisung.',
  },
}

const forget = {
  name: 'Auch Verlauf und Schlüsselverzeichnis löschen',
  explained: 'Sonst bleiben sie für die nächste Anmeldung auf diesem Computer.',
}

export const dialogs = {
  keyIsMade: 'Ein Schlüssel wird gerade erstellt. Erst muss sein Secret da sein.',
  forget,
  signOutEverywhere: {
    title: (organisations: number) =>
      organisations === 1
        ? 'Von der einen Organisation abmelden?'
        : `Von allen ${organisations} Organisationen abmelden?`,
    explained:
      'Parallel erhält die Nachricht, diese Autorisierungen zu beenden, und ihre Token werden von diesem Computer gelöscht. Für die Rückkehr ist je ein neuer Code zu bestätigen.',
    unreachable: 'Ist Parallel gerade nicht erreichbar, folgt die Nachricht später.',
    act: 'Überall abmelden',
    busy: 'Wird abgemeldet',
  },
  reset: {
    title: 'Hier alles löschen?',
    explained:
      'Meldet überall ab und löscht Token, Einstellungen, Verlauf und Schlüsselverzeichnis von diesem Computer. Danach startet Parallel Tray ganz neu.',
    keysGoOn: 'API-Schlüssel funktionieren weiter: Sie liegen bei Parallel.',
    alive:
      'Ist Parallel gerade nicht erreichbar, folgt die Nachricht nach dem Neustart. Bis dahin bestehen diese Autorisierungen dort weiter, längstens bis zu ihrem eigenen Ende:',
    charging: 'Eine Karte wird gerade belastet. Erst muss die Antwort da sein.',
    endsAt: <T>(organisation: T, when: string): Phrase<T> => [organisation, `: ${when}`],
    endsUnknown: <T>(organisation: T): Phrase<T> => [organisation, ': Ende nicht bekannt'],
    confirm: (word: string) => `Zum Bestätigen „${word}“ eingeben`,
    word: 'löschen',
    act: 'Alles löschen',
    busy: 'Wird gelöscht',
  },
  allow: {
    permissions: allow,
    how: 'Dazu ist eine weitere Anmeldung nötig: Ein neuer Code wird im Browser bestätigt. Bis dahin bleibt alles, wie es ist.',
    act: 'Erneut anmelden',
    busy: 'Wird gestartet',
  },
  quit: {
    title: 'Jetzt beenden?',
    secret: <T>(key: T): Phrase<T> => [
      'Das Secret von ',
      key,
      ' wurde weder kopiert noch gespeichert. Nach dem Ende dieser App kann es niemand mehr anzeigen.',
    ],
    secretCopied: <T>(key: T): Phrase<T> => [
      'Das Secret von ',
      key,
      ' ist noch offen. Nach dem Ende dieser App kann es niemand mehr anzeigen.',
    ],
    charging: (amount: string) =>
      `Ob die Abbuchung von ${amount} erfolgt, ist noch nicht bekannt. Nach dem nächsten Start lässt es sich klären.`,
    key: <T>(key: T): Phrase<T> => [
      'Parallel erstellt gerade den Schlüssel ',
      key,
      '. Sein Secret kommt mit der Antwort, und nur einmal.',
    ],
    otherwise: 'Etwas ist noch im Gange.',
    back: 'Zurück',
    act: 'Trotzdem beenden',
  },
  import: {
    kept: (here: string, inFile: string) => `bleibt ${here}: eine Datei erhöht das nie auf ${inFile}`,
    deletedThere: 'dort gelöscht:',
    title: <T>(file: T): Phrase<T> => [file, ' importieren?'],
    madeAt: 'Erstellt',
    settings: 'Einstellungen',
    withSettings: 'ersetzen die hiesigen',
    withoutSettings: 'keine',
    organisations: 'Organisationen',
    keys: 'Schlüssel im Verzeichnis',
    readings: 'Messwerte',
    explained: 'Schlüssel und Messwerte kommen zu den hiesigen hinzu. Eine Anmeldung entsteht dadurch nicht.',
    act: 'Importieren',
    busy: 'Wird importiert',
  },
}
