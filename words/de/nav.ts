export const nav = {
  sections: 'Bereiche',
  overview: 'Übersicht',
  keys: 'Schlüssel',
  activity: 'Aktivität',
  session: 'Sitzung',
  settings: 'Einstellungen',
  needsLook: ', Aufmerksamkeit nötig',
  back: 'Zurück zur Anmeldung',
}
