import type { KeysOperation } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

const notDone: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => [name, ' wurde nicht erstellt'],
  'delete-app': (name) => [name, ' wurde nicht gelöscht'],
  'new-key': (name) => [name, ' wurde nicht erstellt'],
  'delete-key': (name) => [name, ' wurde nicht gelöscht'],
  'rotate-key': (name) => [name, ' wurde nicht rotiert'],
}

const notKnown: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => ['Nicht bekannt, ob ', name, ' erstellt wurde'],
  'delete-app': (name) => ['Nicht bekannt, ob ', name, ' gelöscht wurde'],
  'new-key': (name) => ['Nicht bekannt, ob ', name, ' erstellt wurde'],
  'delete-key': (name) => ['Nicht bekannt, ob ', name, ' gelöscht wurde'],
  'rotate-key': (name) => ['Nicht bekannt, ob es für ', name, ' einen neuen Schlüssel gibt'],
}

export const keys = {
  title: 'Apps und Schlüssel',
  newApp: 'Neue App',
  newKey: 'Neuer Schlüssel',
  newKeyIn: (app: string) => `Neuer Schlüssel in ${app}`,
  moreFor: (name: string) => `Mehr zu ${name}`,
  find: 'App oder Schlüssel suchen',
  found: (rows: number) => (rows === 1 ? '1 gefunden' : `${rows} gefunden`),
  nothingFound: <T>(what: T): Phrase<T> => ['Nichts hier heißt „', what, '“.'],
  nothingFoundExplained: 'Nur hier erstellte Schlüssel sind aufgeführt.',
  inApp: (keys: number) => (keys === 0 ? 'keine hier erstellten Schlüssel' : `${keys} Schlüssel`),
  appGone: 'Anderswo gelöscht',

  made: (parts: readonly string[]) => parts.join(' · '),
  old: (days: number, said: string) =>
    days === 0 ? 'heute erstellt' : days === 1 ? '1 Tag alt' : `${said} Tage alt`,
  rotateDueExplained: 'Älter, als Schlüssel laut Einstellung werden sollen.',
  deletedElsewhere: 'Anderswo gelöscht',
  unknown: 'Unbekannt',
  unknownExplained: 'Existiert womöglich: Die Antwort ging verloren und mit ihr das Secret.',
  look: 'In der Konsole nachsehen',
  replaced: 'Rotation läuft: Der neue Schlüssel ist erstellt, der alte funktioniert noch.',
  deleteOld: 'Alten löschen…',
  busy: {
    'new-app': 'Wird erstellt',
    'delete-app': 'Wird gelöscht',
    'new-key': 'Wird erstellt',
    'delete-key': 'Wird gelöscht',
    'rotate-key': 'Wird rotiert',
  } satisfies Record<KeysOperation['kind'], string>,

  menu: {
    rotate: 'Rotieren…',
    copyId: 'Schlüssel-ID kopieren',
    console: 'In der Konsole öffnen',
    forget: 'Aus dieser Liste entfernen',
    delete: 'Löschen…',
    deleteApp: 'App löschen…',
  },

  onlyHere:
    'Nur hier erstellte Schlüssel sind aufgeführt; die anderen kann die API von Parallel nicht auflisten.',
  seeAll: 'Alle in der Konsole ansehen',
  trouble: (what: string, when: string | null) =>
    when === null
      ? `${what}: Die Apps konnten nicht aufgelistet werden.`
      : `${what}: Liste mit Stand ${when} wird gezeigt.`,
  tryNow: 'Jetzt versuchen',
  trying: 'Wird versucht',
  notManaging: 'Diese Anmeldung darf Apps ansehen, nicht ändern.',
  allow: 'Erlauben…',
  off: {
    permission: 'Aus: Diese Anmeldung darf Apps und Schlüssel nicht verwalten.',
    session: 'Aus bis zur erneuten Anmeldung.',
    doing: 'Aus, bis die laufende Änderung fertig ist.',
    noApp: 'Zuerst eine App erstellen.',
  },
  loading: 'Apps und Schlüssel werden gelesen',

  empty: {
    noKeys: 'Noch keine Schlüssel hier erstellt',
    noKeysExplained:
      'Mit einem Schlüssel kann Ihr Code Parallel aufrufen. Er entsteht in einer App: Sein Secret wird einmal angezeigt und lässt sich kopieren oder direkt in einer .env-Datei speichern.',
    noApps: 'Noch keine Apps',
    noAppsExplained:
      'Eine App enthält die Schlüssel eines Programms oder Dienstes. Zuerst die App erstellen, dann einen Schlüssel darin.',
  },

  cancel: 'Abbrechen',
  close: 'Schließen',
  notDone,
  notKnown,
  lookFirst: 'Vor einem neuen Versuch in die Liste und in die Konsole sehen.',
  newAppDialog: {
    title: 'Neue App',
    name: 'Name',
    note: 'Das Programm oder der Dienst, für dessen Schlüssel sie da ist.',
    act: 'App erstellen',
  },
  newKeyDialog: {
    title: 'Neuer Schlüssel',
    name: 'Name',
    note: 'Am besten der Einsatzort: So ist später klar, was ohne ihn ausfällt.',
    app: 'App',
    act: 'Schlüssel erstellen',
  },
  nameMissing: 'Ein Name ist nötig, höchstens 100 Zeichen.',
  nameTooLong: (most: number) => `Ein Name hat höchstens ${most} Zeichen.`,
  deleteAppDialog: {
    title: <T>(app: T): Phrase<T> => [app, ' löschen?'],
    explained: (keys: number) =>
      keys === 0
        ? 'Anderswo darin erstellte Schlüssel können sofort ausfallen. Das lässt sich nicht rückgängig machen.'
        : `Alle Schlüssel der App (hier erstellt: ${keys}, dazu etwaige andere) können sofort ausfallen. Das lässt sich nicht rückgängig machen.`,
    type: <T>(app: T): Phrase<T> => ['Zum Bestätigen ', app, ' eingeben'],
    act: 'App löschen',
  },
  /** Of a row that came from a file. */
  imported: 'aus einer Datei',

  deleteKeyDialog: {
    id: 'Schlüssel-ID',
    imported:
      'Diese Zeile kam aus einer Datei, und ihr Name kann beliebig sein. Prüfen Sie, ob die ID zum gemeinten Schlüssel gehört.',
    title: <T>(key: T): Phrase<T> => [key, ' löschen?'],
    titleOld: <T>(key: T): Phrase<T> => ['Alten Schlüssel ', key, ' löschen?'],
    explained: <T>(app: T): Phrase<T> => [
      'Was diesen Schlüssel von ',
      app,
      ' benutzt, kann sofort ausfallen. Das lässt sich nicht rückgängig machen.',
    ],
    explainedOld:
      'Was noch den alten Schlüssel benutzt, kann sofort ausfallen; der neue bleibt. Das lässt sich nicht rückgängig machen.',
    key: 'Schlüssel',
    made: 'Erstellt',
    act: 'Schlüssel löschen',
    actOld: 'Alten Schlüssel löschen',
  },
  rotateDialog: {
    title: <T>(key: T): Phrase<T> => [key, ' rotieren?'],
    steps: [
      {
        name: 'Jetzt: ein neuer Schlüssel mit gleichem Namen',
        explained: 'Sein Secret wird einmal angezeigt. Es gehört dorthin, wo das alte benutzt wird.',
      },
      {
        name: 'Dann: den alten Schlüssel löschen',
        explained: 'Er funktioniert weiter, bis in der Liste „Alten löschen…“ gewählt wird.',
      },
    ],
    act: 'Neuen Schlüssel erstellen',
  },

  secret: {
    title: <T>(key: T): Phrase<T> => [key, ' ist bereit'],
    explained: 'Nur jetzt ist sein Secret zu haben. Jetzt kopieren oder speichern.',
    where: <T>(app: T, organisation: T): Phrase<T> => ['Ein Schlüssel von ', app, ' in ', organisation, '.'],
    label: 'Secret',
    show: 'Secret anzeigen',
    hide: 'Secret verbergen',
    copy: 'Secret kopieren',
    copyAgain: 'Erneut kopieren',
    copying: 'Wird kopiert',
    save: 'In .env speichern…',
    saving: 'Wird gespeichert',
    notKept: 'Die App behält es nicht. Die Zwischenablage wird einige Zeit nach dem Kopieren geleert.',
    clearsIn: (seconds: number) => `Kopiert. Die Zwischenablage wird in ${seconds} Sek. geleert.`,
    cleared: 'Kopiert. Nicht mehr in der Zwischenablage.',
    left: 'Kopiert. Die Zwischenablage lässt sich hier nicht prüfen: nach dem Einfügen von Hand leeren.',
    saved: <T>(file: T): Phrase<T> => ['In ', file, ' gespeichert.'],
    done: 'Fertig',
    doneOff: 'Zuerst das Secret kopieren oder speichern oder den Schlüssel verwerfen.',
    discard: 'Verwerfen und Schlüssel löschen',
    discarding: 'Wird gelöscht',
    notShown: 'Das Secret konnte nicht angezeigt werden.',
  },
}
