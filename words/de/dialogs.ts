import type { Permission } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const allow: Record<Permission, { title: <T>(organisation: T) => Phrase<T>; explained: string }> = {
  see: {
    title: (organisation) => ['Parallel Tray den Kontostand von ', organisation, ' sehen lassen?'],
    explained: 'Parallel Tray liest Kontostand, Apps und Schlüssel und ändert nichts.',
  },
  manage: {
    title: (organisation) => ['Parallel Tray Apps und Schlüssel von ', organisation, ' verwalten lassen?'],
    explained: 'Parallel Tray erstellt und löscht Apps und Schlüssel, aber nur auf Ihre Anweisung.',
  },
  'add-money': {
    title: (organisation) => ['Parallel Tray das Guthaben von ', organisation, ' aufladen lassen?'],
    explained:
      'Parallel Tray belastet die Karte der Organisation, höchstens 100 $ auf einmal und nur auf Ihre Anweisung.',
  },
}

const forget = {
  name: 'Auch Verlauf und Schlüsselverzeichnis löschen',
  explained: 'Sonst bleiben sie für Ihre nächste Anmeldung auf diesem Computer.',
}

export const dialogs = {
  forget,
  keyIsMade: 'Ein Schlüssel wird gerade erstellt. Warten Sie zuerst auf sein Secret.',
  signOutEverywhere: {
    title: (organisations: number) =>
      organisations === 1
        ? 'Von Ihrer Organisation abmelden?'
        : `Von allen ${organisations} Organisationen abmelden?`,
    explained:
      'Parallel Tray fordert Parallel auf, diese Autorisierungen zu widerrufen, und löscht ihre Token von diesem Computer. Für eine erneute Anmeldung bestätigen Sie je Organisation einen neuen Code.',
    unreachable: 'Ist Parallel nicht erreichbar, versucht Parallel Tray es weiter.',
    act: 'Überall abmelden',
    busy: 'Wird abgemeldet',
  },
  reset: {
    title: 'Hier alles löschen?',
    explained:
      'Sie werden überall abgemeldet, und Token, Einstellungen, Verlauf und Schlüsselverzeichnis werden von diesem Computer gelöscht. Danach startet Parallel Tray neu.',
    keysGoOn: 'API-Schlüssel funktionieren weiter. Sie werden bei Parallel verwaltet.',
    alive:
      'Ist Parallel jetzt nicht erreichbar, versucht Parallel Tray es nach dem Neustart erneut. Bis dahin bleiben diese Autorisierungen bei Parallel gültig, längstens bis zu ihrem Ablauf:',
    charging: 'Eine Karte wird gerade belastet. Warten Sie zuerst das Ergebnis ab.',
    endsAt: <T>(organisation: T, when: string): Phrase<T> => [organisation, `: ${when}`],
    endsUnknown: <T>(organisation: T): Phrase<T> => [organisation, ': Datum unbekannt'],
    confirm: (word: string) => `Zum Bestätigen „${word}“ eingeben`,
    word: 'löschen',
    act: 'Alles löschen',
    busy: 'Wird gelöscht',
  },
  allow: {
    permissions: allow,
    how: 'Melden Sie sich dazu erneut an, indem Sie im Browser einen neuen Code bestätigen. Bis dahin ändert sich nichts.',
    act: 'Erneut anmelden',
    busy: 'Wird gestartet',
  },
  quit: {
    title: 'Jetzt beenden?',
    secret: <T>(key: T): Phrase<T> => [
      'Das Secret von ',
      key,
      ' wurde weder kopiert noch gespeichert. Nach dem Beenden kann es nicht mehr angezeigt werden.',
    ],
    secretCopied: <T>(key: T): Phrase<T> => [
      'Das Secret von ',
      key,
      ' wird noch angezeigt. Nach dem Beenden ist das nicht mehr möglich.',
    ],
    charging: (amount: string) =>
      `Die Abbuchung von ${amount} ist noch nicht bestätigt. Nach dem nächsten Start von Parallel Tray können Sie sie erneut anfordern.`,
    key: <T>(key: T): Phrase<T> => [
      'Parallel erstellt gerade den Schlüssel ',
      key,
      '. Sein Secret kommt nur einmal, mit der Antwort.',
    ],
    otherwise: 'Ein Vorgang läuft noch.',
    back: 'Zurück',
    act: 'Trotzdem beenden',
  },
  import: {
    kept: (here: string, inFile: string) => `bleibt ${here} (in der Datei: ${inFile})`,
    deletedThere: 'anderswo gelöscht:',
    title: <T>(file: T): Phrase<T> => [file, ' importieren?'],
    madeAt: 'Exportiert',
    settings: 'Einstellungen',
    withSettings: 'ersetzen die Einstellungen hier',
    withoutSettings: 'keine',
    organisations: 'Organisationen',
    keys: 'Schlüssel im Verzeichnis',
    readings: 'Kontostände',
    explained: 'Schlüssel und Kontostände werden hier ergänzt. Eine Anmeldung ist nicht enthalten.',
    act: 'Importieren',
    busy: 'Wird importiert',
  },
}
