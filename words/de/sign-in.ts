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
  plain: 'Unverschlüsselt auf diesem Datenträger, wie Sie es gewählt haben',
  memory: 'Bis zum Beenden im Arbeitsspeicher, wie Sie es gewählt haben',
}

const networkChecks: readonly Check[] = [
  {
    name: 'Ist dieser Computer online?',
    explained: 'Öffnen Sie zur Probe eine beliebige Seite im Browser.',
  },
  {
    name: 'In einem WLAN mit Anmeldeseite?',
    explained: 'Melden Sie sich zuerst im Browser beim Netzwerk an.',
  },
  {
    name: 'Hinter einem Firmenproxy?',
    explained: 'Parallel Tray verwendet den Proxy und die Zertifikate Ihres Systems.',
  },
]

const waitChecks: readonly Check[] = [
  { name: 'Warten Sie einen Moment', explained: 'Serverstörungen sind oft schnell vorbei.' },
  { name: 'Funktioniert die Website von Parallel?', explained: 'Wenn nicht, liegt das Problem dort.' },
]

const diskChecks: readonly Check[] = [
  { name: 'Ist der Datenträger voll?', explained: 'Ein paar Kilobyte genügen.' },
  {
    name: 'Ist der Schlüsselbund entsperrt?',
    explained: 'Entsperren Sie ihn und fordern Sie einen neuen Code an.',
  },
]

const endings: Partial<Record<FailureKind, Ending>> = {
  expired: {
    title: 'Dieser Code ist abgelaufen',
    explained: 'Schließen Sie die alte Seite im Browser: Der Code dort funktioniert nicht mehr.',
    checks: [
      {
        name: 'Browser nicht geöffnet?',
        explained: 'Kopieren Sie den Link in einen beliebigen Browser, hier oder anderswo.',
      },
      {
        name: 'Dort als jemand anderes angemeldet?',
        explained: 'Kopieren Sie den Link in das richtige Profil oder ein privates Fenster.',
      },
      { name: 'Kein Browser zur Hand?', explained: 'Scannen Sie den QR-Code mit dem Smartphone.' },
    ],
  },
  denied: {
    title: 'Die Anfrage wurde abgelehnt',
    explained: 'Im Browser wurde „Deny“ (Ablehnen) gewählt.',
    checks: [
      {
        name: 'Anmeldung nicht selbst begonnen?',
        explained: 'Dann war das Ablehnen richtig. Sie müssen nichts weiter tun.',
      },
      {
        name: 'Zu viel verlangt?',
        explained:
          'Fordern Sie einen neuen Code an und erlauben Sie weniger. Den Kontostand zu sehen, genügt.',
      },
      {
        name: 'Versehentlich abgelehnt?',
        explained: 'Fordern Sie einen neuen Code an und bestätigen Sie diesen.',
      },
    ],
  },
  'unknown-client': {
    title: 'Diese Anmeldung kann nicht fortgesetzt werden',
    explained:
      'Parallel erkennt diese Installation nicht mehr, daher lässt sich der Code nicht bestätigen. Ein neuer Code registriert sie wieder.',
    checks: [
      {
        name: 'Passiert es immer wieder?',
        explained: 'Wenden Sie sich an den Support von Parallel, mit der Referenz, falls es eine gibt.',
      },
    ],
  },
  storage: {
    title: 'Die Anmeldung konnte nicht gespeichert werden',
    explained:
      'Sie haben sie bestätigt, aber sie konnte nicht auf diesen Datenträger geschrieben werden. Schaffen Sie Platz oder reparieren Sie ihn und fordern Sie dann einen neuen Code an.',
    checks: diskChecks,
  },
  keyring: {
    title: 'Die Anmeldung konnte nicht gespeichert werden',
    explained:
      'Der Schlüsselbund des Systems hat sie nicht angenommen. Entsperren Sie ihn und fordern Sie dann einen neuen Code an.',
    checks: diskChecks,
  },
}

export const signIn = {
  title: 'Anmelden',
  nowLabel: 'Aktueller Schritt',

  welcome: {
    title: 'Bei Parallel anmelden',
    explained:
      'Sehen Sie, was jeder Organisation noch zur Verfügung steht. Ein Passwort geben Sie hier nie ein.',
    addTitle: 'Organisation hinzufügen',
    addExplained: 'Jede Anmeldung gilt für eine Organisation. Sie wählen sie im Browser.',
    steps: ['Hier erscheint ein Code.', 'Ihr Browser zeigt denselben.', 'Sie bestätigen ihn dort.'],
    may: 'Parallel Tray darf',
    mayAside: 'jederzeit änderbar',
    start: 'Code anfordern',
    starting: 'Code wird angefordert',
    unofficial: 'Inoffiziell. Nicht von Parallel.',
  },

  consent: {
    title: 'Wo soll die Anmeldung aufbewahrt werden?',
    explained:
      'Dieses System hat keinen Schlüsselbund, daher kann Parallel Tray Gespeichertes nicht verschlüsseln. Wählen Sie, bevor Sie bestätigen.',
    memory: {
      name: 'Im Arbeitsspeicher, bis zum Beenden',
      explained: 'Es wird nichts gespeichert. Sie melden sich nach jedem Start neu an.',
    },
    disk: {
      name: 'Unverschlüsselt auf diesem Datenträger',
      risk: 'Wer Ihre Dateien lesen kann, kann Ihr Konto benutzen',
      until: ', bis Sie sich abmelden.',
      impossible: 'Auf diesem System nicht möglich, denn es kann gar nicht verschlüsseln.',
    },
    go: 'Weiter',
    help: 'Schlüsselbund einrichten',
    now: 'Noch wurde nichts angefordert',
    nowExplained: 'Als Nächstes kommt der Code',
  },

  starting: {
    title: 'Code wird angefordert…',
    now: (host: string) => `Verbindung mit ${host}`,
    nowExplained: 'Der Code erscheint hier',
    explained: 'Ihr Browser zeigt dann denselben.',
  },

  code: {
    title: 'Zeigt Ihr Browser diesen Code?',
    copy: 'Code kopieren',
    copyShort: 'Kopieren',
    copied: 'Kopiert',
    codeCopied: 'Code kopiert',
    validFor: 'Noch gültig',
    nearlyOver: 'Weniger als eine Minute übrig',
    caution: 'Bestätigen Sie ihn nur, wenn Sie diese Anmeldung selbst begonnen haben.',
    inBrowser: 'Im Browser',
    open: 'Browser öffnen',
    openForeign: 'Browser öffnen…',
    openAgain: 'Erneut öffnen',
    copyLink: 'Link kopieren',
    linkCopied: 'Link kopiert',
    foreign: 'Diese Seite liegt nicht auf der Domain von Parallel.',
    byPhone: 'Oder mit dem Smartphone',
    qrLabel: 'QR-Code des Links',
    asksTo: 'Berechtigungen',
    change: 'Ändern',
    changeLabel: 'Berechtigungen ändern',
    openToApprove: 'Zum Bestätigen den Browser öffnen',
    waiting: 'Wartet auf Ihre Bestätigung',
    notOpened: 'Der Browser wurde nicht geöffnet',
    notOpenedExplained: 'Kopieren Sie den Link selbst in einen Browser',
    wrongProfile: 'Falsches Profil? Kopieren Sie den Link in das richtige',
    checking: 'Wird gerade geprüft',
    firstCheck: (seconds: number) => `Erste Prüfung in ${seconds} Sek.`,
    nextCheck: (checked: number, next: number) =>
      `Vor ${checked} Sek. geprüft, nächste Prüfung in ${next} Sek.`,
    checkingNow: (checked: number) => `Vor ${checked} Sek. geprüft, neue Prüfung läuft`,
    stillTrying: (why: string) => `${why}, weiterer Versuch folgt`,
    nextTry: (seconds: number) => `Code noch gültig, nächster Versuch in ${seconds} Sek.`,
    tryingNow: 'Code noch gültig, neuer Versuch läuft',
  },

  foreign: {
    title: 'Diese Adresse öffnen?',
    explained:
      'Die Anmeldeseite liegt nicht auf der Domain von Parallel. Öffnen Sie sie nur, wenn Sie das erwarten.',
    dont: 'Nicht öffnen',
    open: 'Trotzdem öffnen',
    opening: 'Wird geöffnet',
    now: 'Wartet auf Ihre Entscheidung',
    nowExplained: (left: string) => `Der Code ist noch ${left} gültig`,
  },

  storing: {
    title: 'Bestätigt',
    explained: <T>(organisation: T): Phrase<T> => [
      organisation,
      ' ist angemeldet, sobald die Token gespeichert sind. Danach kommt der Kontostand.',
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
    checksTitle: 'Was helfen könnte',
    networkChecks,
    waitChecks,
    now: 'Sie wurden nicht angemeldet',
    nowExplained: 'Von diesem Versuch wurde nichts gespeichert',
    nowExpired: 'Sie können jederzeit einen neuen Code anfordern',
  },
}
