import { plural } from '../plural.ts'

/** The names of the sections stand side by side in 360 px: about 11 letters each. */
export const nav = {
  sections: 'Sections',
  overview: 'Aperçu',
  keys: 'Apps et clés',
  activity: 'Activité',
  session: 'Session',
  settings: 'Réglages',
  /** Read out after a section's name that is marked with a dot. */
  needsLook: ', à consulter bientôt',
  inConsole: 'La console montre les apps et les clés de cette organisation.',
  openConsole: 'Ouvrir la console',
  kept: (readings: number) =>
    plural('fr', readings, {
      one: `${readings} relevé est conservé ici.`,
      other: `${readings} relevés sont conservés ici.`,
    }),
  back: 'Retour à la connexion',
}
