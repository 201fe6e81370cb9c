export const proxyStrip = {
  title: 'Der Proxy verlangt ein Passwort',
  explained: 'Bis dahin kommt bei Parallel nichts an.',
  refused: 'Er hat das letzte Passwort abgelehnt.',
  act: 'Passwort eingeben',
}

export const proxy = {
  dialog: {
    title: 'Passwort für den Proxy',
    explained: (proxy: string) => `${proxy} lässt ohne Passwort nichts durch.`,
    realm: (realm: string) => `Er nennt sich „${realm}“.`,
    username: 'Benutzername',
    password: 'Passwort',
    usernameMissing: 'Geben Sie einen Benutzernamen ein.',
    passwordMissing: 'Geben Sie ein Passwort ein.',
    usernameColon: 'Ein Benutzername für einen Proxy darf keinen Doppelpunkt enthalten.',
    tooLong: 'Das ist zu lang.',
    refused:
      'Der Proxy hat diesen Benutzernamen oder dieses Passwort abgelehnt. Mehrere Fehlversuche können das Konto sperren.',
    keeping: {
      encrypted:
        'Wird auf diesem Computer gespeichert, verschlüsselt mit Ihrem Schlüsselbund. Wird nur an diesen Proxy gesendet.',
      memory:
        'Bleibt bis zum Beenden im Arbeitsspeicher, weil der Schlüsselbund es nicht speichern kann. Wird nur an diesen Proxy gesendet.',
    },
    act: 'Weiter',
    busy: 'Anmeldung läuft',
  },
  row: {
    name: (proxy: string) => `Proxy ${proxy}`,
    encrypted: (username: string) => `Angemeldet als ${username}.`,
    memory: (username: string) => `Angemeldet als ${username}, bis zum Beenden.`,
    forget: 'Entfernen',
    busy: 'Wird entfernt',
  },
  palette: {
    enter: 'Proxy-Passwort eingeben…',
    forget: (proxy: string) => `Passwort für Proxy ${proxy} entfernen`,
  },
}
