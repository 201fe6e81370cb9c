export const about = {
  group: 'À propos',
  unofficial: 'Non officiel, ne vient pas de Parallel.',
  open: 'Afficher les licences',
  command: 'À propos de Parallel Tray',
  ownLicence: 'Licence de Parallel Tray',
  madeWith: 'Conçu avec',
  chromium: (file: string) => `Celles de Chromium se trouvent à côté du programme, dans ${file}.`,
}
