import { at, ended } from './when.ts'

export const restartToUpdate = (version: string) => `Neu starten und auf ${version} aktualisieren`

export const updates = {
  restart: 'Neu starten',
  copyCommand: 'Befehl kopieren',
  commandCopied: 'Befehl kopiert',
  out: (version: string) => `Version ${version} ist verfügbar`,
  by: {
    deb: 'Aus einer Paketquelle installiert? Führen Sie diesen Befehl aus. Sonst installieren Sie die neue .deb-Datei.',
    rpm: 'Aus einer Paketquelle installiert? Führen Sie diesen Befehl aus. Sonst installieren Sie die neue .rpm-Datei.',
    hand: 'Ersetzen Sie dieses AppImage selbst durch das neue: Parallel Tray kann nicht in seinen Ordner schreiben.',
  },
  strip: {
    ready: (version: string) => `Version ${version} ist bereit`,
    explained: 'Sie wird beim Beenden installiert.',
  },
  waits: 'Nicht neu gestartet: Ein Secret, eine Aufladung oder eine Anmeldung ist noch offen.',
  checkFor: 'Nach Updates suchen',
  restartTo: restartToUpdate,
}

export const updatesRow = {
  name: 'Updates',
  never: 'Noch nicht gesucht.',
  upToDate: (when: string) => ended(`Auf dem neuesten Stand, geprüft ${at(when)}`),
  check: 'Jetzt suchen',
  checking: 'Wird gesucht',
  downloading: (version: string, percent: string) => `Version ${version} wird heruntergeladen: ${percent}.`,
  download: (version: string) => `Download von Version ${version}`,
  ready: (version: string) => `Version ${version} ist bereit. Sie wird beim Beenden installiert.`,
  failed: {
    check: 'Nach Updates konnte nicht gesucht werden.',
    download: 'Das Update konnte nicht heruntergeladen werden.',
  },
  why: {
    network: 'Der Update-Server ist nicht erreichbar.',
    server: 'Der Update-Server hat keine brauchbare Antwort gegeben.',
    spoiled: 'Der Download stimmte nicht mit der angekündigten Datei überein und wurde verworfen.',
    storage: 'Es konnte auf diesem Computer nicht gespeichert werden.',
  },
  again: (when: string) => ended(`Nächster Versuch ${at(when)}`),
}
