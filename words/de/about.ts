export const about = {
  group: 'Über diese App',
  unofficial: 'Inoffiziell, nicht von Parallel.',
  open: 'Lizenzen anzeigen',
  command: 'Über Parallel Tray',
  ownLicence: 'Lizenz von Parallel Tray',
  madeWith: 'Enthält',
  chromium: (file: string) =>
    `Die Lizenzen von Chromium finden Sie in ${file}, im selben Ordner wie Parallel Tray.`,
}
