/** Newer versions of the app: in the settings, in a strip, in the palette. */
export const restartToUpdate = (version: string) => `Restart to update to ${version}`

/** In a strip, in the palette and passing by. */
export const updates = {
  restart: 'Restart',
  copyCommand: 'Copy command',
  commandCopied: 'Command copied',
  out: (version: string) => `Version ${version} is available`,
  /** By whoever installs it. `hand`: a person, as the folder is read-only. */
  by: {
    deb: 'Installed from a package repository? Run this command. Otherwise install the new .deb file.',
    rpm: 'Installed from a package repository? Run this command. Otherwise install the new .rpm file.',
    hand: 'Replace this AppImage with the new one yourself: Parallel Tray can’t write to its folder.',
  },
  strip: {
    ready: (version: string) => `Version ${version} is ready`,
    explained: 'It installs when you quit.',
  },
  waits: 'Not restarted: a secret, a top-up, or a sign-in is still open.',
  checkFor: 'Check for updates',
  restartTo: restartToUpdate,
}

/** Only in the settings. */
export const updatesRow = {
  name: 'Updates',
  never: 'Not checked yet.',
  upToDate: (when: string) => `Up to date, checked ${when}.`,
  check: 'Check now',
  checking: 'Checking',
  downloading: (version: string, percent: string) => `Downloading version ${version}: ${percent}.`,
  /** Read out for the bar. */
  download: (version: string) => `Download of version ${version}`,
  ready: (version: string) => `Version ${version} is ready. It installs when you quit.`,
  failed: {
    check: 'Couldn’t check for updates.',
    download: 'Couldn’t download the update.',
  },
  why: {
    network: 'The update server can’t be reached.',
    server: 'The update server didn’t give a usable answer.',
    spoiled: 'The download didn’t match the announced file and was discarded.',
    storage: 'It couldn’t be saved on this computer.',
  },
  again: (when: string) => `Next try at ${when}.`,
}
