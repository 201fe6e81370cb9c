import type { CommandName, FailureKind, TlsCause } from '../../preload/contract/index.ts'

type FailureWords = {
  /** A few words that can stand before ", still trying" and "since 14:08". */
  readonly short: string
  readonly what: string
  readonly next: string
}

const kinds: Record<FailureKind, FailureWords> = {
  offline: {
    short: 'Keine Verbindung',
    what: 'Es besteht keine Verbindung zu Parallel.',
    next: 'Netzwerk prüfen, dann erneut versuchen.',
  },
  timeout: {
    short: 'Keine Antwort',
    what: 'Parallel hat nicht rechtzeitig geantwortet.',
    next: 'Gleich noch einmal versuchen.',
  },
  tls: {
    short: 'Verbindung nicht vertrauenswürdig',
    what: 'Dieser Computer vertraut dem Zertifikat des Servers nicht, daher wurde nichts gesendet.',
    next: 'Datum und Uhrzeit prüfen. In einem Firmennetz muss dessen Zertifikat im System installiert sein.',
  },
  proxy: {
    short: 'Proxy verbindet nicht',
    what: 'Der Proxy dieses Netzwerks hat keine Verbindung zu Parallel hergestellt.',
    next: 'Den Proxy in den Netzwerkeinstellungen des Systems prüfen oder bei dessen Betreiber nachfragen.',
  },
  'proxy-auth': {
    short: 'Proxy verlangt Passwort',
    what: 'Der Proxy dieses Netzwerks lässt ohne Passwort nichts durch.',
    next: 'Dessen Benutzernamen und Passwort eingeben.',
  },
  server: {
    short: 'Störung bei Parallel',
    what: 'Parallel hat mit einem eigenen Fehler geantwortet.',
    next: 'In ein paar Minuten erneut versuchen.',
  },
  'not-json': {
    short: 'Fremde Seite als Antwort',
    what: 'Statt Parallel hat etwas anderes geantwortet: oft die Anmeldeseite eines Netzwerks im Hotel oder Zug oder ein Proxy.',
    next: 'Im Browser beim Netzwerk anmelden, dann erneut versuchen.',
  },
  redirected: {
    short: 'Umgeleitet',
    what: 'Die Antwort verwies auf eine andere Adresse. Ihr wurde nicht gefolgt, damit die Anmeldung nicht dorthin gelangt.',
    next: 'Im Browser beim Netzwerk anmelden oder dessen Proxy prüfen, dann erneut versuchen.',
  },
  'rate-limited': {
    short: 'Zu viele Anfragen',
    what: 'Parallel verlangt eine Pause vor der nächsten Anfrage.',
    next: 'In einer Minute erneut versuchen.',
  },
  denied: {
    short: 'Abgelehnt',
    what: 'Im Browser wurde „Deny“ (Ablehnen) gewählt.',
    next: 'Erneut versuchen, falls das ein Versehen war.',
  },
  expired: {
    short: 'Code abgelaufen',
    what: 'Der Code wurde nicht rechtzeitig bestätigt.',
    next: 'Neuen Code holen.',
  },
  'unknown-client': {
    short: 'Installation nicht bekannt',
    what: 'Parallel kennt diese Installation nicht mehr.',
    next: 'Erneut versuchen: Dabei wird sie neu registriert.',
  },
  'signed-out': {
    short: 'Autorisierung beendet',
    what: 'Parallel hat diese Autorisierung beendet.',
    next: 'Erneut anmelden.',
  },
  unauthorized: {
    short: 'Anmeldung nicht akzeptiert',
    what: 'Parallel hat diese Anmeldung nicht akzeptiert.',
    next: 'Erneut versuchen. Bleibt es dabei, erneut anmelden.',
  },
  forbidden: {
    short: 'Nicht erlaubt',
    what: 'Diese Anmeldung darf das nicht.',
    next: 'Erneut anmelden und es erlauben oder bei der Verwaltung der Organisation nachfragen.',
  },
  'not-found': {
    short: 'Nicht vorhanden',
    what: 'Bei Parallel ist das nicht mehr vorhanden.',
    next: 'Aktualisieren zeigt, was vorhanden ist.',
  },
  conflict: {
    short: 'Inzwischen geändert',
    what: 'Es wurde inzwischen an anderer Stelle geändert.',
    next: 'Aktualisieren, dann erneut versuchen.',
  },
  declined: {
    short: 'Karte abgelehnt',
    what: 'Die Karte der Organisation wurde abgelehnt. Nichts wurde abgebucht.',
    next: 'Karte in der Abrechnung ansehen.',
  },
  invalid: {
    short: 'Nicht akzeptiert',
    what: 'Parallel hat die Anfrage nicht akzeptiert.',
    next: 'Nach einer neueren Version von Parallel Tray sehen.',
  },
  'over-ceiling': {
    short: 'Zu viel für einen Tag',
    what: 'Mehr bucht Parallel Tray in 24 Stunden nicht ab. Es wurde nichts abgebucht.',
    next: 'Laden Sie in der Konsole unter „Abrechnung“ auf, oder morgen.',
  },
  'bad-file': {
    short: 'Datei nicht lesbar',
    what: 'Diese Datei stammt nicht von Parallel Tray oder wurde seither geändert.',
    next: 'Eine Datei wählen, die mit „Exportieren“ entstanden ist.',
  },
  'file-in-use': {
    short: 'Datei in Gebrauch',
    what: 'Ein anderes Programm hat die Datei geöffnet.',
    next: 'Dort schließen oder unter anderem Namen speichern.',
  },
  storage: {
    short: 'Nicht gespeichert',
    what: 'Eine Datei auf diesem Computer konnte nicht gelesen oder geschrieben werden.',
    next: 'Freien Speicherplatz und Schreibrechte im Benutzerordner prüfen.',
  },
  keyring: {
    short: 'Schlüsselbund nicht offen',
    what: 'Der Schlüsselbund des Systems hat nicht geantwortet.',
    next: 'Entsperren, dann erneut versuchen.',
  },
  'shortcut-taken': {
    short: 'Kürzel vergeben',
    what: 'Ein anderes Programm hat dieses Tastenkürzel.',
    next: 'Ein anderes wählen.',
  },
  'no-shortcuts': {
    short: 'Keine Tastenkürzel',
    what: 'Dieser Desktop bietet Apps keine Tastenkürzel.',
    next: 'In den Einstellungen des Desktops ein Tastenkürzel anlegen, das Parallel Tray startet: Es öffnet das Fenster.',
  },
  clipboard: {
    short: 'Nicht kopiert',
    what: 'Die Zwischenablage hat nichts angenommen.',
    next: 'Text auswählen und von Hand kopieren.',
  },
  browser: {
    short: 'Kein Browser',
    what: 'Das System hat keinen Browser geöffnet.',
    next: 'Link kopieren und von Hand öffnen.',
  },
  busy: {
    short: 'Im Gange',
    what: 'Dasselbe ist noch im Gange.',
    next: 'Warten, bis es fertig ist.',
  },
  cancelled: {
    short: 'Abgebrochen',
    what: 'Es wurde abgebrochen.',
    next: 'Ein neuer Start ist jederzeit möglich.',
  },
  bug: {
    short: 'Fehler in Parallel Tray',
    what: 'Parallel Tray hat einen Fehler gemacht.',
    next: 'Erneut versuchen. Bleibt es dabei, beenden und neu starten; mehr steht im Protokoll.',
  },
}

const tls: Record<TlsCause, Pick<FailureWords, 'what' | 'next'>> = {
  authority: {
    what: 'Für den Server bürgt niemand, den dieser Computer kennt, daher wurde nichts gesendet. So sehen Firmennetze und Anmeldeseiten von WLANs aus.',
    next: 'Im Browser beim WLAN anmelden. In einem Firmennetz muss dessen Zertifikat im Speicher des Systems liegen.',
  },
  name: {
    what: 'Das Zertifikat gehört einem anderen Server, daher wurde nichts gesendet. Vielleicht hat die Anmeldeseite eines WLANs geantwortet.',
    next: 'Im Browser beim Netzwerk anmelden, dann erneut versuchen.',
  },
  date: {
    what: 'Das Zertifikat gilt nicht zu der Zeit, die dieser Computer anzeigt, daher wurde nichts gesendet.',
    next: 'Datum und Uhrzeit dieses Computers prüfen. Stimmen sie, später erneut versuchen.',
  },
  revoked: {
    what: 'Das Zertifikat des Servers wurde widerrufen, daher wurde nichts gesendet.',
    next: 'Ein anderes Netzwerk versuchen. Bleibt es dabei, den Support von Parallel fragen.',
  },
  protocol: {
    what: 'Der Server oder etwas auf dem Weg bietet nur eine veraltete Verschlüsselung an, daher wurde nichts gesendet.',
    next: 'Ein anderes Netzwerk versuchen oder beim Betreiber des Proxys nachfragen.',
  },
}

const notDone = {
  'sign-in.start': 'Anmeldung nicht gestartet',
  'sign-in.keep': 'Anmeldung nicht gestartet',
  'sign-in.cancel': 'Anmeldung nicht abgebrochen',
  'organisation.sign-out': 'Nicht abgemeldet',
  'sign-out.everywhere': 'Nicht überall abgemeldet',
  'settings.change': 'Einstellung nicht geändert',
  'limits.change': 'Grenze nicht geändert',
  'keys.forget': 'Zeile nicht entfernt',
  'keys.restore': 'Zeile nicht zurückgeholt',
  'proxy.forget': 'Passwort nicht vergessen',
  'app.reset': 'Nicht zurückgesetzt',
  'updates.restart': 'Nicht neu gestartet',
} satisfies Partial<Record<CommandName, string>>

export const failures = {
  kinds,
  tls,
  notDone,
  offline: 'Offline',
  offlineByItself: 'Sobald die Verbindung wieder da ist, wird von selbst aktualisiert.',
  tryAgainIn: (duration: string) => `In ${duration} erneut versuchen.`,
}
