import type { Keeping, Permission } from '../../preload/contract/index.ts'

const permissions: Record<Permission, { name: string; explained: string; short: string }> = {
  see: {
    name: 'Kontostand und Apps sehen',
    explained: 'Immer erforderlich.',
    short: 'Kontostand und Apps sehen',
  },
  manage: {
    name: 'Apps und Schlüssel verwalten',
    explained: 'Erstellen und löschen.',
    short: 'Apps und Schlüssel verwalten',
  },
  'add-money': {
    name: 'Guthaben aufladen',
    explained: 'Die Karte belasten, höchstens 100 $ auf einmal.',
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
    explained: 'Es wird nichts gespeichert. Sie melden sich nach jedem Start neu an.',
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
  otherServer: 'Kein Server von Parallel:',
  otherServerLabel: 'Server',
  noticeLabel: 'Hinweis',
  howTokensAreKept: 'So werden Token aufbewahrt',
  keepingDialog: {
    title: 'So werden Token aufbewahrt',
    facts: [
      {
        name: 'Verschlüsselt',
        explained:
          'Der Schlüssel dazu liegt im Schlüsselbund Ihres Systems. Gibt es keinen, werden Sie zuerst gefragt, und ohne Ihre Zustimmung wird nichts gespeichert.',
      },
      {
        name: 'Nicht sichtbar',
        explained: 'Dieses Fenster bekommt nie ein Token, und keines steht im Protokoll.',
      },
      {
        name: 'Nur für Parallel',
        explained: 'Sie werden nur an die Server gesendet, die sie ausgestellt haben.',
      },
      {
        name: 'Beim Abmelden gelöscht',
        explained:
          'Parallel Tray fordert Parallel auf, die Autorisierung zu widerrufen, und löscht die Datei.',
      },
    ],
    limit:
      'Programme, die auf diesem Computer unter Ihrem Benutzerkonto laufen, können den Schlüsselbund unter Umständen ebenfalls lesen.',
    folder: 'Dateien der App',
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
      ? 'Darf den Kontostand nicht sehen: Melden Sie sich erneut an und erlauben Sie es'
      : `Darf ${short.join(', ')}`,
}
