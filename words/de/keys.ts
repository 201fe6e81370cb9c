import type { KeysOperation } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'
import { ended, from } from './when.ts'

const notDone: Record<KeysOperation['kind'], <T>(name: T) => Phrase<T>> = {
  'new-app': (name) => [name, ' wurde nicht erstellt'],
  'delete-app': (name) => [name, ' wurde nicht gelöscht'],
  'new-key': (name) => [name, ' wurde nicht erstellt'],
  'delete-key': (name) => [name, ' wurde nicht gelöscht'],
  'rotate-key': (name) => [name, ' wurde nicht rotiert'],
}

export const keys = {
  title: 'Apps und Schlüssel',
  newApp: 'Neue App',
  newKey: 'Neuer Schlüssel',
  newKeyIn: (app: string) => `Neuer Schlüssel in ${app}`,
  moreFor: (name: string) => `Mehr zu ${name}`,
  find: 'App oder Schlüssel suchen',
  found: (rows: number) => `${rows} gefunden`,
  nothingFound: <T>(what: T): Phrase<T> => ['Keine Ergebnisse für „', what, '“.'],
  nothingFoundExplained: 'Aufgeführt sind nur hier erstellte Schlüssel.',
  inApp: (keys: number) => (keys === 0 ? 'keine hier erstellten Schlüssel' : `${keys} Schlüssel`),
  appGone: 'Anderswo gelöscht',

  made: (parts: readonly string[]) => parts.join(' · '),
  old: (days: number, said: string) =>
    days === 0 ? 'heute erstellt' : days === 1 ? '1 Tag alt' : `${said} Tage alt`,
  rotateDueExplained: 'Älter, als Ihre Erinnerung vorsieht.',
  deletedElsewhere: 'Anderswo gelöscht',
  unknown: 'Unbekannt',
  unknownExplained: 'Existiert möglicherweise: Die Antwort ging verloren und mit ihr das Secret.',
  look: 'In der Konsole prüfen',
  replaced: 'Rotation läuft: Den neuen Schlüssel gibt es schon, der alte funktioniert noch.',
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

  onlyHere: 'Aufgeführt sind nur hier erstellte Schlüssel; andere kann die API von Parallel nicht auflisten.',
  seeAll: 'Alle in der Konsole ansehen',
  trouble: (what: string, when: string | null) =>
    when === null
      ? `${what}: Die Apps konnten nicht abgerufen werden.`
      : ended(`${what}: Liste ${from(when)}`),
  tryNow: 'Jetzt versuchen',
  trying: 'Wird versucht',
  notManaging: 'Diese Anmeldung darf Apps sehen, aber nicht ändern.',
  allow: 'Erlauben…',
  off: {
    permission: 'Diese Anmeldung darf Apps und Schlüssel nicht verwalten.',
    session: 'Melden Sie sich zuerst erneut an.',
    doing: 'Warten Sie, bis die laufende Änderung fertig ist.',
    noApp: 'Erstellen Sie zuerst eine App.',
  },
  loading: 'Apps und Schlüssel werden abgerufen',

  empty: {
    noKeys: 'Noch keine Schlüssel hier erstellt',
    noKeysExplained:
      'Mit einem Schlüssel kann Ihr Code Parallel aufrufen. Erstellen Sie einen in einer App: Sein Secret wird nur einmal angezeigt; Sie können es kopieren oder direkt in einer .env-Datei speichern.',
    noApps: 'Noch keine Apps',
    noAppsExplained:
      'Eine App enthält die Schlüssel eines Programms oder Dienstes. Erstellen Sie zuerst eine App, dann einen Schlüssel darin.',
  },

  cancel: 'Abbrechen',
  close: 'Schließen',
  notDone,
  newAppDialog: {
    title: 'Neue App',
    name: 'Name',
    note: 'Das Programm oder der Dienst, dessen Schlüssel sie enthalten soll.',
    act: 'App erstellen',
  },
  newKeyDialog: {
    title: 'Neuer Schlüssel',
    name: 'Name',
    note: 'Benennen Sie ihn nach seinem Einsatzort: So wissen Sie später, was ohne ihn ausfällt.',
    app: 'App',
    act: 'Schlüssel erstellen',
  },
  nameMissing: 'Geben Sie einen Namen mit höchstens 100 Zeichen ein.',
  nameTooLong: (most: number) => `Ein Name darf höchstens ${most} Zeichen haben.`,
  deleteAppDialog: {
    title: <T>(app: T): Phrase<T> => [app, ' löschen?'],
    explained: (keys: number) =>
      keys === 0
        ? 'Anderswo darin erstellte Schlüssel funktionieren möglicherweise sofort nicht mehr. Das lässt sich nicht rückgängig machen.'
        : `Alle ihre Schlüssel (${keys} hier erstellt, dazu etwaige andere) funktionieren möglicherweise sofort nicht mehr. Das lässt sich nicht rückgängig machen.`,
    type: <T>(app: T): Phrase<T> => ['Zum Bestätigen ', app, ' eingeben'],
    act: 'App löschen',
  },
  /** Of a row that came from a file. */
  imported: 'aus einer Datei',

  deleteKeyDialog: {
    id: 'Schlüssel-ID',
    imported:
      'Diese Zeile stammt aus einer Datei, der Name könnte also falsch sein. Prüfen Sie, ob die ID zu dem Schlüssel gehört, den Sie meinen.',
    title: <T>(key: T): Phrase<T> => [key, ' löschen?'],
    titleOld: <T>(key: T): Phrase<T> => ['Alten Schlüssel ', key, ' löschen?'],
    explained: <T>(app: T): Phrase<T> => [
      'Was diesen Schlüssel von ',
      app,
      ' benutzt, funktioniert möglicherweise sofort nicht mehr. Das lässt sich nicht rückgängig machen.',
    ],
    explainedOld:
      'Was noch den alten Schlüssel benutzt, funktioniert möglicherweise sofort nicht mehr; der neue bleibt. Das lässt sich nicht rückgängig machen.',
    key: 'Schlüssel',
    made: 'Erstellt',
    act: 'Schlüssel löschen',
    actOld: 'Alten Schlüssel löschen',
  },
  rotateDialog: {
    title: <T>(key: T): Phrase<T> => [key, ' rotieren?'],
    steps: [
      {
        name: 'Jetzt: neuen Schlüssel mit gleichem Namen erstellen',
        explained: 'Sein Secret wird einmal angezeigt. Setzen Sie es überall ein, wo das alte benutzt wird.',
      },
      {
        name: 'Danach: alten Schlüssel löschen',
        explained: 'Er funktioniert weiter, bis Sie in der Liste „Alten löschen…“ wählen.',
      },
    ],
    act: 'Neuen Schlüssel erstellen',
  },

  secret: {
    title: <T>(key: T): Phrase<T> => [key, ' ist bereit'],
    explained: 'Das Secret wird nur jetzt angezeigt. Kopieren oder speichern Sie es gleich.',
    where: <T>(app: T, organisation: T): Phrase<T> => ['Ein Schlüssel von ', app, ' in ', organisation, '.'],
    label: 'Secret',
    show: 'Secret anzeigen',
    hide: 'Secret ausblenden',
    copy: 'Secret kopieren',
    copyAgain: 'Erneut kopieren',
    copying: 'Wird kopiert',
    save: 'In .env speichern…',
    saving: 'Wird gespeichert',
    notKept:
      'Parallel Tray bewahrt es nicht auf. Die Zwischenablage wird eine Minute nach dem Kopieren geleert.',
    clearsIn: (seconds: number) => `Kopiert. Die Zwischenablage wird in ${seconds} Sek. geleert.`,
    cleared: 'Kopiert und aus der Zwischenablage entfernt.',
    left: 'Kopiert. Die Zwischenablage lässt sich hier nicht prüfen; leeren Sie sie nach dem Einfügen selbst.',
    saved: <T>(file: T): Phrase<T> => ['In ', file, ' gespeichert.'],
    done: 'Fertig',
    doneOff: 'Kopieren oder speichern Sie zuerst das Secret, oder verwerfen Sie den Schlüssel.',
    discard: 'Verwerfen und Schlüssel löschen',
    discarding: 'Wird gelöscht',
    notShown: 'Das Secret konnte nicht angezeigt werden.',
  },
}
