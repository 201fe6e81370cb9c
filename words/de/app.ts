import type { Keeping, Permission } from '../../preload/contract/index.ts'

const permissions: Record<Permission, { name: string; explained: string; short: string }> = {
  see: {
    name: 'Kontostand und Apps sehen',
    explained: 'Immer nötig.',
    short: 'Kontostand und Apps sehen',
  },
  manage: {
    name: 'Apps und Schlüssel verwalten',
    explained: 'Erstellen und löschen.',
    short: 'Apps und Schlüssel verwalten',
  },
  'add-money': {
    name: 'Guthaben aufladen',
    explained: 'Karte der Organisation belasten, höchstens 100 $ auf einmal.',
    short: 'Guthaben aufladen',
  },
}

const keeping: Record<Keeping, { name: string; explained: string }> = {
  encrypted: {
    name: 'Verschlüsselt auf diesem Computer gespeichert',
    explained: 'Der Schlüssel dazu liegt im Schlüsselbund des Systems.',
  },
  plain: {
    name: 'Unverschlüsselt auf diesem Datenträger gespeichert',
    explained: 'Wer Ihre Dateien lesen kann, kann diese Anmeldung benutzen.',
  },
  memory: {
    name: 'Bis zum Beenden im Arbeitsspeicher',
    explained: 'Nichts wird geschrieben. Nach jedem Start ist eine neue Anmeldung nötig.',
  },
}

export const app = {
  name: 'Parallel Tray',
  unofficial: 'Parallel Tray, inoffiziell',
  cancel: 'Abbrechen',
  back: 'Zurück',
  close: 'Schließen',
  dismiss: 'Ausblenden',
  tryNow: 'Jetzt versuchen',
  otherServer: 'Nicht der Server von Parallel:',
  otherServerLabel: 'Server',
  noticeLabel: 'Hinweis',
  howTokensAreKept: 'So werden Token aufbewahrt',
  keepingDialog: {
    title: 'So werden Token aufbewahrt',
    facts: [
      {
        name: 'Verschlüsselt',
        explained:
          'Mit einem Schlüssel, den nur der Schlüsselbund des Systems hat. Ohne Schlüsselbund wird zuerst gefragt, und ohne Zustimmung wird nichts geschrieben.',
      },
      {
        name: 'Außer Sicht',
        explained: 'Dieses Fenster bekommt nie ein Token, und keines wird ins Protokoll geschrieben.',
      },
      {
        name: 'Nur an Parallel',
        explained: 'Sie gehen an die Server, die sie ausgestellt haben, und sonst nirgendwohin.',
      },
      {
        name: 'Weg nach dem Abmelden',
        explained: 'Parallel erhält die Nachricht, die Anmeldung zu beenden, und die Datei wird gelöscht.',
      },
    ],
    limit:
      'Was unter Ihrem Benutzerkonto auf diesem Computer läuft, kann womöglich ebenfalls den Schlüsselbund abfragen.',
    folder: 'Dateien dieser App',
    close: 'Schließen',
  },
  reference: 'Referenz',
  permissions,
  keeping,
  list: (short: readonly string[]) => {
    const line = short.join(', ')
    return line.charAt(0).toUpperCase() + line.slice(1)
  },
  mayDo: (short: readonly string[]) =>
    short.length === 0
      ? 'Darf nicht einmal den Kontostand sehen: erneut anmelden und das erlauben'
      : `Darf ${short.join(', ')}`,
}
