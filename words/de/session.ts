import { at, ended, until } from './when.ts'

export const session = {
  clocks: 'Was wie lange gilt',
  access: {
    name: 'Zugriff',
    renews: (when: string) => `Gilt ${until(when)} und wird dann automatisch erneuert.`,
    over: 'Wird mit der nächsten Aktualisierung automatisch erneuert.',
  },
  signIn: {
    name: 'Anmeldung',
    startsOver: (when: string) =>
      ended(`Die Frist beginnt mit jeder Erneuerung neu; ohne Erneuerung endet die Anmeldung ${at(when)}`),
    bounded: 'Endet spätestens mit der Autorisierung.',
    unknown:
      'Die Frist beginnt mit jeder Erneuerung neu. Parallel gibt nicht an, wie lange die Anmeldung ohne Erneuerung gilt.',
  },
  authorization: {
    name: 'Autorisierung',
    fixed: (when: string) =>
      `Fest. Melden Sie sich bis zum ${when} erneut an; 3 Tage vorher erhalten Sie einen Hinweis.`,
    soon: (when: string) => `${ended(`Endet ${at(when)}`)} Melden Sie sich vorher erneut an.`,
    unknown: 'Parallel gibt nicht an, wann sie endet. Melden Sie sich danach erneut an.',
  },
  notKnown: 'Unbekannt',
  over: 'Abgelaufen',

  ended: 'Verlauf, Schlüssel und Einstellungen bleiben für die nächste Anmeldung erhalten.',
  unreadable: 'Wann sie endet, lässt sich erst bei entsperrtem Schlüsselbund feststellen.',
  signingOut: 'Wird abgemeldet. Parallel Tray fordert Parallel auf, diese Autorisierung zu widerrufen.',
  renewing: 'Zugriff und Anmeldung werden automatisch erneuert',

  allowed: 'Erlaubt',
  wasAllowed: 'War erlaubt',
  allowedOnceOpen: 'Erlaubt, sobald sich die Anmeldung öffnen lässt',
  notAllowed: 'nicht erlaubt',
  allow: 'Erlauben…',
  allowLabel: (permission: string) => `Erlauben: ${permission}…`,

  kept: {
    encrypted: (host: string) =>
      `Die Token sind mit dem Schlüssel im Schlüsselbund des Systems verschlüsselt. Sie werden nur an ${host} gesendet.`,
    plain: (host: string) =>
      `Die Token liegen unverschlüsselt auf diesem Datenträger: Wer Ihre Dateien lesen kann, kann diese Anmeldung benutzen. Sie werden nur an ${host} gesendet.`,
    memory: (host: string) =>
      `Die Token bleiben bis zum Beenden im Arbeitsspeicher. Sie werden nur an ${host} gesendet. Sie melden sich nach jedem Start neu an.`,
  },

  again: 'Erneut anmelden',
  starting: 'Wird gestartet',
  signOut: 'Abmelden…',
  signingOutNow: 'Wird abgemeldet',
  signOutEverywhere: 'Überall abmelden…',
}
