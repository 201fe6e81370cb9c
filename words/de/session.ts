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

  ended: (when: string) =>
    `Parallel hat diese Autorisierung beendet (bemerkt: ${when}). Mit einer neuen Anmeldung geht es weiter: Verlauf, Schlüssel und Einstellungen bleiben erhalten.`,
  unreadable:
    'Die Anmeldung ist noch gespeichert, aber der Schlüsselbund war beim Start gesperrt; daher sind ihre Zeiten nicht bekannt. Schlüsselbund entsperren, dann neu starten.',
  signingOut: 'Wird abgemeldet. Parallel erhält die Nachricht, diese Autorisierung zu beenden.',

  allowed: 'Erlaubt',
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
