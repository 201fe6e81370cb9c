/** Which program this is, and what it is made of. */
export const about = {
  group: 'About',
  unofficial: 'Unofficial, not made by Parallel.',
  open: 'Show licences',
  /** In the palette. */
  command: 'About Parallel Tray',
  ownLicence: 'Licence of Parallel Tray',
  /** Above the list of what is in it. */
  madeWith: 'Made with',
  chromium: (file: string) => `Those of Chromium are beside the program, in ${file}.`,
}
