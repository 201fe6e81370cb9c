export const about = {
  group: 'Acerca de',
  unofficial: 'No oficial: no lo ha creado Parallel.',
  open: 'Mostrar licencias',
  command: 'Acerca de Parallel Tray',
  ownLicence: 'Licencia de Parallel Tray',
  madeWith: 'Hecho con',
  chromium: (file: string) => `Las licencias de Chromium están junto a la aplicación, en ${file}.`,
}
