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
    what: 'Parallel Tray kann Parallel nicht erreichen.',
    next: 'Prüfen Sie Ihr Netzwerk und versuchen Sie es erneut.',
  },
  timeout: {
    short: 'Keine Antwort',
    what: 'Parallel hat nicht rechtzeitig geantwortet.',
    next: 'Versuchen Sie es gleich noch einmal.',
  },
  tls: {
    short: 'Zertifikat nicht vertrauenswürdig',
    what: 'Dieser Computer vertraut dem Zertifikat des Servers nicht, daher wurde nichts gesendet.',
    next: 'Prüfen Sie Datum und Uhrzeit. In einem Firmennetz muss dessen Zertifikat auf diesem Computer installiert sein.',
  },
  proxy: {
    short: 'Vom Proxy blockiert',
    what: 'Der Proxy dieses Netzwerks hat keine Verbindung zu Parallel hergestellt.',
    next: 'Prüfen Sie den Proxy in Ihren Netzwerkeinstellungen oder fragen Sie die Netzwerkadministration.',
  },
  'proxy-auth': {
    short: 'Proxy verlangt ein Passwort',
    what: 'Der Proxy dieses Netzwerks lässt ohne Passwort nichts durch.',
    next: 'Geben Sie Ihren Benutzernamen und Ihr Passwort dafür ein.',
  },
  server: {
    short: 'Störung bei Parallel',
    what: 'Bei Parallel ist ein Fehler aufgetreten.',
    next: 'Versuchen Sie es in ein paar Minuten erneut.',
  },
  'not-json': {
    short: 'Antwort nicht von Parallel',
    what: 'Statt Parallel hat etwas anderes geantwortet: oft die Anmeldeseite eines WLANs oder ein Proxy.',
    next: 'Melden Sie sich im Browser beim Netzwerk an und versuchen Sie es erneut.',
  },
  redirected: {
    short: 'Umgeleitet',
    what: 'Die Antwort verwies auf eine andere Adresse. Zum Schutz Ihrer Anmeldung ist Parallel Tray ihr nicht gefolgt.',
    next: 'Melden Sie sich im Browser beim Netzwerk an oder prüfen Sie dessen Proxy. Versuchen Sie es dann erneut.',
  },
  'rate-limited': {
    short: 'Zu viele Anfragen',
    what: 'Parallel verlangt eine Pause vor der nächsten Anfrage.',
    next: 'Versuchen Sie es in einer Minute erneut.',
  },
  denied: {
    short: 'Abgelehnt',
    what: 'Im Browser wurde „Deny“ (Ablehnen) gewählt.',
    next: 'Falls das ein Versehen war, fordern Sie einen neuen Code an.',
  },
  expired: {
    short: 'Code abgelaufen',
    what: 'Der Code wurde nicht rechtzeitig bestätigt.',
    next: 'Fordern Sie einen neuen Code an.',
  },
  'unknown-client': {
    short: 'Installation unbekannt',
    what: 'Parallel erkennt diese Installation nicht mehr.',
    next: 'Fordern Sie einen neuen Code an, um sie zu registrieren.',
  },
  'signed-out': {
    short: 'Autorisierung beendet',
    what: 'Parallel hat diese Autorisierung beendet.',
    next: 'Melden Sie sich erneut an.',
  },
  unauthorized: {
    short: 'Anmeldung nicht akzeptiert',
    what: 'Parallel hat diese Anmeldung nicht akzeptiert.',
    next: 'Versuchen Sie es erneut. Bleibt das Problem bestehen, melden Sie sich neu an.',
  },
  forbidden: {
    short: 'Nicht erlaubt',
    what: 'Dieser Anmeldung fehlt die Berechtigung dafür.',
    next: 'Melden Sie sich erneut an und erlauben Sie es, oder wenden Sie sich an einen Admin der Organisation.',
  },
  'not-found': {
    short: 'Nicht gefunden',
    what: 'Das gibt es bei Parallel nicht mehr.',
    next: 'Aktualisieren Sie, um die aktuelle Liste zu sehen.',
  },
  conflict: {
    short: 'Anderswo geändert',
    what: 'Inzwischen wurde es an anderer Stelle geändert.',
    next: 'Aktualisieren Sie und versuchen Sie es erneut.',
  },
  declined: {
    short: 'Karte abgelehnt',
    what: 'Die Karte der Organisation wurde abgelehnt. Es wurde nichts abgebucht.',
    next: 'Prüfen Sie die Karte in der Abrechnung.',
  },
  invalid: {
    short: 'Nicht akzeptiert',
    what: 'Parallel hat die Anfrage nicht akzeptiert.',
    next: 'Prüfen Sie, ob es eine neuere Version von Parallel Tray gibt.',
  },
  'over-ceiling': {
    short: '24-Stunden-Höchstbetrag überschritten',
    what: 'Mehr bucht Parallel Tray innerhalb von 24 Stunden nicht ab. Es wurde nichts abgebucht.',
    next: 'Laden Sie über die Abrechnung in der Konsole auf oder versuchen Sie es nach Ablauf der 24 Stunden erneut.',
  },
  'bad-file': {
    short: 'Datei nicht lesbar',
    what: 'Diese Datei wurde nicht von Parallel Tray exportiert oder danach geändert.',
    next: 'Wählen Sie eine Datei, die Sie hier exportiert haben.',
  },
  'file-in-use': {
    short: 'Datei in Benutzung',
    what: 'Ein anderes Programm hat die Datei geöffnet.',
    next: 'Schließen Sie sie dort oder speichern Sie unter einem anderen Namen.',
  },
  storage: {
    short: 'Nicht gespeichert',
    what: 'Eine Datei auf diesem Computer konnte nicht gelesen oder geschrieben werden.',
    next: 'Prüfen Sie den freien Speicherplatz und die Berechtigungen Ihres Benutzerordners.',
  },
  keyring: {
    short: 'Schlüsselbund gesperrt',
    what: 'Der Schlüsselbund des Systems ist gesperrt oder hat nicht geantwortet.',
    next: 'Entsperren Sie ihn und versuchen Sie es erneut.',
  },
  'shortcut-taken': {
    short: 'Kürzel vergeben',
    what: 'Ein anderes Programm verwendet dieses Tastenkürzel.',
    next: 'Wählen Sie ein anderes.',
  },
  'no-shortcuts': {
    short: 'Keine Tastenkürzel',
    what: 'Dieser Desktop bietet Apps keine Tastenkürzel.',
    next: 'Legen Sie in den Einstellungen des Desktops ein Tastenkürzel an, das Parallel Tray startet: Es öffnet das Fenster.',
  },
  clipboard: {
    short: 'Nicht kopiert',
    what: 'Parallel Tray konnte nicht in die Zwischenablage schreiben.',
    next: 'Markieren Sie den Text und kopieren Sie ihn selbst.',
  },
  browser: {
    short: 'Kein Browser',
    what: 'Es wurde kein Browser geöffnet.',
    next: 'Kopieren Sie den Link und öffnen Sie ihn selbst.',
  },
  busy: {
    short: 'Läuft bereits',
    what: 'Dieser Vorgang läuft bereits.',
    next: 'Warten Sie, bis er abgeschlossen ist.',
  },
  cancelled: {
    short: 'Abgebrochen',
    what: 'Der Vorgang wurde abgebrochen.',
    next: 'Sie können es jederzeit erneut versuchen.',
  },
  bug: {
    short: 'Fehler in Parallel Tray',
    what: 'In Parallel Tray ist ein Fehler aufgetreten.',
    next: 'Versuchen Sie es erneut. Tritt er wieder auf, beenden Sie Parallel Tray und öffnen Sie es neu. Einzelheiten stehen im Protokoll.',
  },
}

const tls: Record<TlsCause, Pick<FailureWords, 'what' | 'next'>> = {
  authority: {
    what: 'Dieser Computer vertraut dem Aussteller des Serverzertifikats nicht, daher wurde nichts gesendet. Das kommt oft in Firmennetzen und bei Anmeldeseiten von WLANs vor.',
    next: 'Melden Sie sich im Browser beim WLAN an. In einem Firmennetz muss dessen Zertifikat auf diesem Computer installiert sein.',
  },
  name: {
    what: 'Das Zertifikat gehört zu einem anderen Server, daher wurde nichts gesendet. Möglicherweise hat die Anmeldeseite eines WLANs geantwortet.',
    next: 'Melden Sie sich im Browser beim Netzwerk an und versuchen Sie es erneut.',
  },
  date: {
    what: 'Nach Datum und Uhrzeit dieses Computers ist das Zertifikat des Servers nicht gültig, daher wurde nichts gesendet.',
    next: 'Prüfen Sie Datum und Uhrzeit dieses Computers. Stimmen sie, versuchen Sie es später erneut.',
  },
  revoked: {
    what: 'Das Zertifikat des Servers wurde widerrufen, daher wurde nichts gesendet.',
    next: 'Versuchen Sie es in einem anderen Netzwerk. Bleibt das Problem bestehen, wenden Sie sich an den Support von Parallel.',
  },
  protocol: {
    what: 'Der Server oder etwas dazwischen bietet nur veraltete Verschlüsselung an, daher wurde nichts gesendet.',
    next: 'Versuchen Sie es in einem anderen Netzwerk oder fragen Sie die Netzwerkadministration.',
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
  'keys.restore': 'Zeile nicht wiederhergestellt',
  'proxy.forget': 'Passwort nicht entfernt',
  'app.reset': 'Nichts gelöscht',
  'updates.restart': 'Nicht neu gestartet',
} satisfies Partial<Record<CommandName, string>>

export const failures = {
  kinds,
  tls,
  notDone,
  offline: 'Offline',
  offlineByItself: 'Wird automatisch aktualisiert, sobald Sie wieder online sind.',
  tryAgainIn: (duration: string) => `Versuchen Sie es in ${duration} erneut.`,
}
