/**
 * Prints the Debian packages that Electron, the tests and the packages need, by the names that this release knows, one
 * a line: for machines where somebody else installs them. A browser is left out: most machines have one.
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
