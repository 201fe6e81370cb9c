import type { FailureKind, Keeping } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

type Check = { readonly name: string; readonly explained: string }
type Ending = {
  readonly title: string
  readonly explained: string
  readonly checks: readonly Check[]
}

const storing: Record<Keeping, string> = {
  encrypted: 'Verschlüsselt, mit dem Schlüssel im Schlüsselbund des Systems',
  plain: 'Unverschlüsselt auf diesem Datenträger, wie gewählt',
  memory: 'Bis zum Beenden im Arbeitsspeicher, wie gewählt',
}

const networkChecks: readonly Check[] = [
  { name: 'Ist dieser Computer online?', explained: 'Eine beliebige Seite im Browser öffnen zeigt es.' },
  {
    name: 'In einem WLAN mit Anmeldeseite?',
    explained: 'Zuerst im Browser beim Netzwerk anmelden.',
  },
  {
    name: 'Hinter einem Firmenproxy?',
    explained: 'Parallel Tray verwendet den Proxy und die Zertifikate des Systems.',
  },
]

const waitChecks: readonly Check[] = [
  { name: 'Ein wenig warten', explained: 'Störungen beim Server vergehen oft von selbst.' },
  { name: 'Geht die Website?', explained: 'Wenn auch sie nicht geht, hilft nur Warten.' },
]

const diskChecks: readonly Check[] = [
  { name: 'Ist der Datenträger voll?', explained: 'Ein paar Kilobyte genügen.' },
  {
    name: 'Ist der Schlüsselbund offen?',
    explained: 'Entsperren, dann erneut versuchen.',
  },
]

const endings: Partial<Record<FailureKind, Ending>> = {
  expired: {
    title: 'Dieser Code ist abgelaufen',
    explained: 'Die alte Seite im Browser schließen: Ihr Code ist nicht mehr verwendbar.',
    checks: [
      {
        name: 'Browser nicht geöffnet?',
        explained: 'Den Link in einen beliebigen Browser kopieren, hier oder anderswo.',
      },
      {
        name: 'Dort als jemand anderes angemeldet?',
        explained: 'Den Link in das richtige Profil oder ein privates Fenster kopieren.',
      },
      { name: 'Kein Browser zur Hand?', explained: 'Den QR-Code mit dem Telefon scannen.' },
    ],
  },
  denied: {
    title: 'Die Anfrage wurde abgelehnt',
    explained: 'Im Browser wurde „Deny“ (Ablehnen) gewählt.',
    checks: [
      {
        name: 'Anmeldung nicht selbst begonnen?',
        explained: 'Dann war das Ablehnen richtig. Sonst ist nichts zu tun.',
      },
      {
        name: 'Zu viel verlangt?',
        explained: 'Mit weniger erneut versuchen. Um den Kontostand zu sehen, ist nicht mehr nötig.',
      },
      { name: 'Ein Versehen?', explained: 'Erneut versuchen und den neuen Code bestätigen.' },
    ],
  },
  'unknown-client': {
    title: 'Dieser Versuch ist zu Ende',
    explained:
      'Parallel kennt diese Installation nicht mehr, daher kann der Code nicht bestätigt werden. Ein neuer Start registriert sie neu und zeigt einen neuen Code.',
    checks: [
      {
        name: 'Geschieht es wieder?',
        explained: 'Den Support von Parallel fragen, mit der Referenz, falls es eine gibt.',
      },
    ],
  },
  storage: {
    title: 'Die Anmeldung konnte nicht gespeichert werden',
    explained:
      'Sie ist bestätigt, konnte aber nicht auf diesen Datenträger geschrieben werden. Platz schaffen oder den Schaden beheben, dann erneut versuchen.',
    checks: diskChecks,
  },
  keyring: {
    title: 'Die Anmeldung konnte nicht gespeichert werden',
    explained: 'Der Schlüsselbund des Systems hat sie nicht angenommen. Entsperren, dann erneut versuchen.',
    checks: diskChecks,
  },
}

export const signIn = {
  title: 'Anmelden',
  nowLabel: 'Geschieht gerade',

  welcome: {
    title: 'Bei Parallel anmelden',
    explained: 'Zeigt, was jede Organisation noch verfügbar hat. Hier wird kein Passwort eingegeben.',
    addTitle: 'Organisation hinzufügen',
    addExplained: 'Jede Anmeldung gehört zu einer Organisation. Welche, wird im Browser gewählt.',
    steps: ['Hier erscheint ein Code.', 'Der Browser zeigt denselben.', 'Sie bestätigen ihn dort.'],
    may: 'Parallel Tray darf',
    mayAside: 'jederzeit änderbar',
    start: 'Code anfordern',
    starting: 'Code wird angefordert',
    unofficial: 'Inoffiziell. Nicht von Parallel.',
  },

  restoring: {
    title: 'Anmeldungen werden geöffnet…',
    explained:
      'Sie sind mit dem Schlüssel im Schlüsselbund des Systems verschlüsselt. Fragt er nach einem Passwort, wartet er auf Ihre Eingabe.',
    now: 'Warten auf den Schlüsselbund',
    nowExplained: 'Solange er geschlossen ist, geht nichts verloren',
  },

  consent: {
    title: 'Wo soll die Anmeldung aufbewahrt werden?',
    explained:
      'Dieses System bietet keinen Schlüsselbund, daher kann Parallel Tray das Gespeicherte nicht verschlüsseln. Diese Wahl kommt vor der Bestätigung.',
    memory: {
      name: 'Im Arbeitsspeicher, bis zum Beenden',
      explained: 'Nichts wird geschrieben. Nach jedem Start ist eine neue Anmeldung nötig.',
    },
    disk: {
      name: 'Unverschlüsselt auf diesem Datenträger',
      risk: 'Wer Ihre Dateien lesen kann, kann Ihr Konto benutzen',
      until: ' bis zur Abmeldung.',
      impossible: 'Auf diesem System nicht möglich: Es kann gar nicht verschlüsseln.',
    },
    go: 'Weiter',
    help: 'Schlüsselbund einrichten',
    now: 'Noch wurde nichts angefragt',
    nowExplained: 'Als Nächstes kommt der Code',
  },

  starting: {
    title: 'Code wird geholt…',
    now: (host: string) => `Anfrage an ${host}`,
    nowExplained: 'Der Code erscheint hier',
    explained: 'Der Browser zeigt dann denselben.',
  },

  code: {
    title: 'Zeigt der Browser diesen Code?',
    copy: 'Code kopieren',
    copyShort: 'Kopieren',
    copied: 'Kopiert',
    codeCopied: 'Code kopiert',
    validFor: 'Gültig noch',
    nearlyOver: 'Noch weniger als eine Minute',
    caution: 'Dort bestätigen, wenn Sie diese Anmeldung selbst begonnen haben.',
    inBrowser: 'Im Browser',
    open: 'Browser öffnen',
    openForeign: 'Browser öffnen…',
    openAgain: 'Erneut öffnen',
    copyLink: 'Link kopieren',
    linkCopied: 'Link kopiert',
    foreign: 'Diese Seite liegt nicht auf der Domain von Parallel.',
    byPhone: 'Oder per Telefon',
    qrLabel: 'QR-Code des Links',
    asksTo: 'Angefragt wird',
    change: 'Ändern',
    changeLabel: 'Berechtigungen ändern',
    openToApprove: 'Zum Bestätigen den Browser öffnen',
    waiting: 'Wartet auf Ihre Bestätigung',
    notOpened: 'Der Browser wurde nicht geöffnet',
    notOpenedExplained: 'Den Link von Hand in einen Browser kopieren',
    wrongProfile: 'Falsches Profil? Den Link in das richtige kopieren',
    checking: 'Wird geprüft',
    firstCheck: (seconds: number) => `Erste Prüfung in ${seconds} Sek.`,
    nextCheck: (checked: number, next: number) =>
      `Vor ${checked} Sek. geprüft, nächste Prüfung in ${next} Sek.`,
    checkingNow: (checked: number) => `Vor ${checked} Sek. geprüft, wird gerade geprüft`,
    stillTrying: (why: string) => `${why}, weiterer Versuch folgt`,
    nextTry: (seconds: number) => `Code noch gültig, nächster Versuch in ${seconds} Sek.`,
    tryingNow: 'Code noch gültig, Versuch läuft',
  },

  foreign: {
    title: 'Diese Adresse öffnen?',
    explained:
      'Die Anmeldeseite liegt nicht auf der Domain von Parallel. Nur öffnen, wenn das so erwartet ist.',
    dont: 'Nicht öffnen',
    open: 'Trotzdem öffnen',
    opening: 'Wird geöffnet',
    now: 'Wartet auf Ihre Entscheidung',
    nowExplained: (left: string) => `Der Code bleibt noch ${left} gültig`,
  },

  storing: {
    title: 'Bestätigt',
    explained: <T>(organisation: T): Phrase<T> => [
      organisation,
      ' ist angemeldet, sobald die Token sicher aufbewahrt sind. Danach kommt der Kontostand.',
    ],
    now: 'Anmeldung wird gespeichert',
    how: storing,
  },

  ended: {
    endings,
    notApprovedWithin: (lifetime: string) => `Er wurde nicht innerhalb von ${lifetime} bestätigt.`,
    again: 'Neuen Code anfordern',
    starting: 'Wird gestartet',
    change: 'Berechtigungen ändern',
    checksTitle: 'Was helfen kann',
    networkChecks,
    waitChecks,
    now: 'Nichts wurde angemeldet',
    nowExplained: 'Von diesem Versuch wird nichts aufbewahrt',
    nowExpired: 'Ein neuer Code kommt nur auf Ihre Anfrage',
  },
}
