/** Newer versions of the app: in the settings, in a strip, in the palette. */
export const restartToUpdate = (version: string) => `Restart to update to ${version}`

/** In a strip, in the palette and passing by. */
export const updates = {
  restart: 'Restart',
  copyCommand: 'Copy command',
  commandCopied: 'Command copied',
  out: (version: string) => `Version ${version} is out`,
  /** By whoever installs it. `hand`: a person, as the folder is read-only. */
  by: {
    deb: 'With a package source, run this command; otherwise install the new .deb file.',
    rpm: 'With a package source, run this command; otherwise install the new .rpm file.',
    hand: 'Put the new AppImage in the place of this one: its folder can’t be written to.',
  },
  strip: {
    ready: (version: string) => `Version ${version} is ready`,
    explained: 'It is installed when you quit.',
  },
  waits: 'Not restarted: a secret, a top-up or a sign-in is still open.',
  checkFor: 'Check for updates',
  restartTo: restartToUpdate,
}

/** Only in the settings. */
export const updatesRow = {
  name: 'Updates',
  never: 'Not looked for yet.',
  upToDate: (when: string) => `Up to date, as seen ${when}.`,
  check: 'Check now',
  checking: 'Checking',
  downloading: (version: string, percent: string) => `Version ${version} is being downloaded: ${percent}.`,
  /** Read out for the bar. */
  download: (version: string) => `Download of version ${version}`,
  ready: (version: string) => `Version ${version} is ready and is installed when you quit.`,
  failed: {
    check: 'Looking for updates failed.',
    download: 'The update was not downloaded.',
  },
  why: {
    network: 'There is no connection to the update server.',
    server: 'The update server gave no usable answer.',
    spoiled: 'What arrived is not what was announced, so it was thrown away.',
    storage: 'It could not be written to this computer.',
  },
  again: (when: string) => `Tried again at ${when}.`,
}
