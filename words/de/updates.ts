export const restartToUpdate = (version: string) => `Neu starten und auf ${version} aktualisieren`

export const updates = {
  restart: 'Neu starten',
  copyCommand: 'Befehl kopieren',
  commandCopied: 'Befehl kopiert',
  out: (version: string) => `Version ${version} ist erschienen`,
  by: {
    deb: 'Mit einer Paketquelle diesen Befehl ausführen, sonst die neue .deb-Datei installieren.',
    rpm: 'Mit einer Paketquelle diesen Befehl ausführen, sonst die neue .rpm-Datei installieren.',
    hand: 'Das neue AppImage an die Stelle von diesem legen: Sein Ordner ist schreibgeschützt.',
  },
  strip: {
    ready: (version: string) => `Version ${version} ist bereit`,
    explained: 'Sie wird beim Beenden installiert.',
  },
  waits: 'Nicht neu gestartet: Ein Geheimnis, eine Aufladung oder eine Anmeldung ist noch offen.',
  checkFor: 'Nach Updates suchen',
  restartTo: restartToUpdate,
}

export const updatesRow = {
  name: 'Updates',
  never: 'Noch nicht gesucht.',
  upToDate: (when: string) => `Auf dem neuesten Stand, geprüft ${when}.`,
  check: 'Jetzt prüfen',
  checking: 'Wird geprüft',
  downloading: (version: string, percent: string) => `Version ${version} wird heruntergeladen: ${percent}.`,
  download: (version: string) => `Download von Version ${version}`,
  ready: (version: string) => `Version ${version} ist bereit und wird beim Beenden installiert.`,
  failed: {
    check: 'Die Suche nach Updates ist fehlgeschlagen.',
    download: 'Das Update wurde nicht heruntergeladen.',
  },
  why: {
    network: 'Es besteht keine Verbindung zum Update-Server.',
    server: 'Der Update-Server hat nicht brauchbar geantwortet.',
    spoiled: 'Es kam etwas anderes an als angekündigt, daher wurde es verworfen.',
    storage: 'Es konnte auf diesem Computer nicht gespeichert werden.',
  },
  again: (when: string) => `Nächster Versuch: ${when}.`,
}
