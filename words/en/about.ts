/** Which program this is, and what it is made of. */
export const about = {
  group: 'About',
  unofficial: 'Unofficial, not made by Parallel.',
  open: 'Show licenses',
  /** In the palette. */
  command: 'About Parallel Tray',
  ownLicence: 'Parallel Tray license',
  /** Above the list of what is in it. */
  madeWith: 'Made with',
  chromium: (file: string) => `Chromium’s licenses are next to the app, in ${file}.`,
}
