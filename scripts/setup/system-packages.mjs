/** The Debian packages that Electron and the tests need: finds missing ones, and installs them if permitted. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Stop, say } from '../run/say.mjs'
import { isRoot } from './paths.mjs'

/** Groups of packages by purpose. */
export const packageGroups = {
  electron: [
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libatk-bridge2.0-0',
    'libdrm2',
    'libsecret-1-0',
    'libnotify4',
  ],
  /** DejaVu has symbols that Liberation lacks, such as ↵, and the letters of the pseudo language. */
  display: ['xvfb', 'fonts-liberation', 'fonts-dejavu-core'],
  session: ['dbus', 'gnome-keyring'],
  /** A Wayland desktop with a tray, and a screenshot tool; sway's title bars need a font of `display`. */
  wayland: ['sway', 'waybar', 'grim'],
  browser: ['chromium'],
  /** Builds the tested packages, and their further dependencies. */
  packages: [
    'libatspi2.0-0',
    'libcups2',
    'libx11-xcb1',
    'libxkbcommon0',
    'libxtst6',
    'p7zip-full',
    'xdg-utils',
  ],
  /** Creates new systems, and validates files of packages. */
  newSystem: ['appstream', 'desktop-file-utils', 'mmdebstrap', 'nsis', 'rpm'],
  /** Builds AppImages, and downloads a runtime. */
  appImage: ['p7zip-full', 'python3-pip', 'squashfs-tools'],
  /** Runs the Windows app, and downloads and unpacks an Electron for it; nsis builds a program for a test. */
  wine: ['wine', 'wine64', 'nsis', 'p7zip-full', 'python3-pip'],
  /** For the tests of private authorities. */
  certificates: ['openssl', 'libnss3-tools'],
  /** Shells and status bars that read the app's status; waybar is in `wayland`. */
  terminal: ['fish', 'zsh', 'tmux', 'jq', 'man-db'],
  /** Reads the `.env` files that the app has written. */
  envReaders: ['python3-dotenv'],
}

/** Names of the same libraries in newer releases. */
const renamed = {
  'libgtk-3-0': 'libgtk-3-0t64',
  libasound2: 'libasound2t64',
  'libatk-bridge2.0-0': 'libatk-bridge2.0-0t64',
  'libatspi2.0-0': 'libatspi2.0-0t64',
  libcups2: 'libcups2t64',
}

/** The installed ones of these packages, according to `dpkg-query`. */
function installed(names) {
  const answer = spawnSync('dpkg-query', ['-W', '-f', `\${Package} \${db:Status-Status}\n`, ...names], {
    encoding: 'utf8',
  })
  return new Set(
    (answer.stdout ?? '')
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
}

/**
 * Those of `wanted` that neither they nor their newer name are among `present`.
 * @param {string[]} wanted
 * @param {Set<string>} present
 */
export function missingOf(wanted, present) {
  return wanted.filter((name) => !present.has(name) && !present.has(renamed[name] ?? name))
}

/** @param {string} osRelease the text of /etc/os-release */
export function isDebianLike(osRelease) {
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(osRelease)
}

function readOsRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8')
  } catch {
    return ''
  }
}

/** The name of a package in this release. */
export function nameHere(name) {
  const newName = renamed[name]
  if (!newName) return name
  const answer = spawnSync('apt-cache', ['show', '--no-all-versions', newName], { encoding: 'utf8' })
  return answer.status === 0 && answer.stdout.includes('Package:') ? newName : name
}

async function mayInstall() {
  if (process.env.CI === 'true' || !process.stdin.isTTY) return true
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await prompt.question('Install them now? [y/N] ')
  prompt.close()
  return /^y(es)?$/i.test(answer.trim())
}

/**
 * Ensures that these packages are installed. On other systems than Debian and Ubuntu nothing is checked: missing programs or
 * libraries show up when they are used.
 * @param {string[]} wanted
 */
export async function ensurePackages(wanted) {
  if (process.platform !== 'linux' || !isDebianLike(readOsRelease())) return
  const missing = missingOf(wanted, installed(wanted.flatMap((name) => [name, renamed[name] ?? name])))
  if (missing.length === 0) return
  say(`System packages that are missing:\n  ${missing.join(' ')}`)
  const manual = `apt-get update && apt-get install --no-install-recommends -y ${missing.map(nameHere).join(' ')}`
  if (!isRoot) throw new Stop(`Install them with this command, then try again:\n  sudo sh -c '${manual}'`)
  if (!(await mayInstall())) throw new Stop(`Install them with this command, then try again:\n  ${manual}`)
  say('Installing them with apt-get …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, stdio: ['ignore', 2, 2] }
  execFileSync('apt-get', ['update', '-q'], options)
  execFileSync(
    'apt-get',
    ['install', '-q', '-y', '--no-install-recommends', ...missing.map(nameHere)],
    options,
  )
}

/**
 * The libraries of an executable that this system lacks.
 * @param {string} lddOutput what `ldd EXECUTABLE` printed
 */
export function missingLibraries(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
}

/** Ensures that an Electron finds its libraries. */
export async function ensureLibraries(executable) {
  if (process.platform !== 'linux') return
  const lacking = () => missingLibraries(spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout ?? '')
  // libsecret and libnotify are opened at run time, so ldd doesn't know them: the packages are asked for as well.
  await ensurePackages(packageGroups.electron)
  const missing = lacking()
  if (missing.length > 0) {
    throw new Stop(
      `Electron needs libraries that this system lacks: ${missing.join(', ')}.\n` +
        `On Debian their packages are: ${packageGroups.electron.join(' ')}`,
    )
  }
}

/** Ensures that programs are on the PATH, on Linux systems whose package names are unknown. */
export function ensurePrograms(names) {
  const missing = names.filter(
    (name) => spawnSync('sh', ['-c', 'command -v "$1"', 'find', name]).status !== 0,
  )
  if (missing.length > 0) {
    throw new Stop(
      `Programs that are missing: ${missing.join(', ')}. Install them with your system's packages, then try again.`,
    )
  }
}
