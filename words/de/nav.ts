export const nav = {
  sections: 'Bereiche',
  overview: 'Übersicht',
  keys: 'Schlüssel',
  activity: 'Aktivität',
  session: 'Sitzung',
  settings: 'Optionen',
  needsLook: ', bald ansehen',
  back: 'Zurück zur Anmeldung',
}
