export const nav = {
  sections: 'Bereiche',
  overview: 'Übersicht',
  keys: 'Schlüssel',
  activity: 'Aktivität',
  session: 'Sitzung',
  settings: 'Optionen',
  needsLook: ', bald ansehen',
  inConsole: 'Die Konsole zeigt die Apps und Schlüssel dieser Organisation.',
  openConsole: 'Konsole öffnen',
  kept: (readings: number) =>
    readings === 1 ? 'Ein Messwert ist hier gespeichert.' : `${readings} Messwerte sind hier gespeichert.`,
  back: 'Zurück zur Anmeldung',
}
