export const about = {
  group: 'À propos',
  unofficial: 'Non officiel, ne vient pas de Parallel.',
  open: 'Afficher les licences',
  command: 'À propos de Parallel Tray',
  ownLicence: 'Licence de Parallel Tray',
  madeWith: 'Conçu avec',
  chromium: (file: string) => `Les licences de Chromium se trouvent dans ${file}, à côté de l’application.`,
}
