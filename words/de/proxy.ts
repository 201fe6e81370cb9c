export const proxyStrip = {
  title: 'Der Proxy verlangt ein Passwort',
  explained: 'Bis dahin erreicht nichts Parallel.',
  refused: 'Das letzte Passwort hat er abgelehnt.',
  act: 'Passwort eingeben',
}

export const proxy = {
  dialog: {
    title: 'Passwort für den Proxy',
    explained: (proxy: string) => `${proxy} lässt ohne Passwort nichts durch.`,
    realm: (realm: string) => `Er nennt sich „${realm}“.`,
    username: 'Benutzername',
    password: 'Passwort',
    usernameMissing: 'Einen Benutzernamen eingeben.',
    passwordMissing: 'Ein Passwort eingeben.',
    usernameColon: 'Ein Benutzername für einen Proxy kann keinen Doppelpunkt enthalten.',
    tooLong: 'Das ist zu lang.',
    refused:
      'Der Proxy hat Benutzernamen oder Passwort nicht angenommen. Mehrere falsche können das Konto sperren.',
    keeping: {
      encrypted:
        'Bleibt auf diesem Computer, verschlüsselt durch den Schlüsselbund. Geht nur an diesen Proxy.',
      memory:
        'Bleibt bis zum Beenden im Arbeitsspeicher: Der Schlüsselbund kann es nicht aufbewahren. Geht nur an diesen Proxy.',
    },
    act: 'Weiter',
    busy: 'Anmeldung läuft',
  },
  row: {
    name: (proxy: string) => `Proxy ${proxy}`,
    encrypted: (username: string) => `Angemeldet als ${username}.`,
    memory: (username: string) => `Angemeldet als ${username}, bis zum Beenden.`,
    forget: 'Vergessen',
    busy: 'Wird vergessen',
  },
  palette: {
    enter: 'Passwort des Proxys eingeben …',
    forget: (proxy: string) => `Passwort des Proxys ${proxy} vergessen`,
  },
}
