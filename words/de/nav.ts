export const nav = {
  sections: 'Bereiche',
  overview: 'Übersicht',
  keys: 'Schlüssel',
  activity: 'Aktivität',
  session: 'Sitzung',
  settings: 'Einstellungen',
  needsLook: ', bald ansehen',
  back: 'Zurück zur Anmeldung',
}
