export const about = {
  group: 'Acerca de',
  unofficial: 'No oficial, no es de Parallel.',
  open: 'Mostrar licencias',
  command: 'Acerca de Parallel Tray',
  ownLicence: 'Licencia de Parallel Tray',
  madeWith: 'Hecho con',
  chromium: (file: string) => `Las de Chromium están junto al programa, en ${file}.`,
}
