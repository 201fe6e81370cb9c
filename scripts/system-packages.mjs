/**
 * Prints the Debian packages that Electron, the tests and the packages need, by their names in this release, one per line:
 * for machines where an administrator installs them. Without a browser, since most machines have one.
 */
import { nameHere, packageGroups } from './setup/system-packages.mjs'

const { electron, display, session, wayland, certificates, envReaders, packages } = packageGroups
const all = [
  ...electron,
  ...display,
  ...session,
  ...wayland,
  ...certificates,
  ...envReaders,
  ...packages,
  'rpm',
]
for (const name of all) console.log(nameHere(name))
