export const session = {
  clocks: 'Was wie lange gilt',
  access: {
    name: 'Zugriff',
    renews: (when: string) => `Gilt bis ${when} und erneuert sich dann von selbst. Nichts zu tun.`,
    over: 'Erneuert sich mit der nächsten Aktualisierung von selbst. Nichts zu tun.',
  },
  signIn: {
    name: 'Anmeldung',
    startsOver: (when: string) =>
      `Beginnt mit jeder Erneuerung von vorn. Ohne Erneuerung gilt sie bis ${when} und endet dann.`,
    bounded: 'Kann die Autorisierung nicht überdauern.',
    unknown:
      'Beginnt mit jeder Erneuerung von vorn. Parallel sagt nicht, wie lange sie ohne Erneuerung hält.',
  },
  authorization: {
    name: 'Autorisierung',
    fixed: (when: string) =>
      `Fest bis ${when}, danach ist eine neue Anmeldung nötig; 3 Tage vorher kommt ein Hinweis.`,
    soon: (when: string) => `Gilt bis ${when}, danach ist eine neue Anmeldung nötig.`,
    unknown: 'Parallel sagt nicht, wann sie endet. Danach ist eine neue Anmeldung nötig.',
  },
  notKnown: 'Nicht bekannt',
  over: 'Vorbei',

  ended: 'Verlauf, Schlüssel und Einstellungen bleiben für die nächste Anmeldung erhalten.',
  unreadable: 'Wann sie endet, zeigt sich, sobald der Schlüsselbund offen ist.',
  signingOut: 'Wird abgemeldet. Parallel erhält die Nachricht, diese Autorisierung zu beenden.',
  renewing: 'Zugriff und Anmeldung erneuern sich von selbst',

  allowed: 'Erlaubt',
  wasAllowed: 'War erlaubt',
  allowedOnceOpen: 'Erlaubt, sobald der Schlüsselbund offen ist',
  notAllowed: 'nicht erlaubt',
  allow: 'Erlauben…',
  allowLabel: (permission: string) => `Erlauben: ${permission}…`,

  kept: {
    encrypted: (host: string) =>
      `Token sind mit dem Schlüssel im Schlüsselbund des Systems verschlüsselt und verlassen diesen Computer nie, außer an ${host}.`,
    plain: (host: string) =>
      `Token liegen unverschlüsselt auf diesem Datenträger: Wer Ihre Dateien lesen kann, kann diese Anmeldung benutzen. Sie werden nur an ${host} gesendet.`,
    memory: (host: string) =>
      `Token sind bis zum Beenden im Arbeitsspeicher und werden nur an ${host} gesendet. Nach jedem Start ist eine neue Anmeldung nötig.`,
  },

  again: 'Erneut anmelden',
  starting: 'Wird gestartet',
  signOut: 'Abmelden…',
  signingOutNow: 'Wird abgemeldet',
  signOutEverywhere: 'Überall abmelden…',
}
