/** The names of the sections stand side by side in 360 px: about 11 letters each. */
export const nav = {
  sections: 'Sections',
  overview: 'Aperçu',
  keys: 'Apps et clés',
  activity: 'Activité',
  session: 'Session',
  settings: 'Réglages',
  /** Read out after a section's name that is marked with a dot. */
  needsLook: ', à vérifier',
  back: 'Retour à la connexion',
}
