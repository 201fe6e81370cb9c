/**
 * The deb in a Debian that holds nothing else (`npm run test:full`, as root): made new from the packages of the mirror
 * that this system uses. It shows what a machine of a developer can't: that the dependencies are all there. It is
 * entered with chroot, where Chromium can make no user namespaces: so here the app runs through the set-uid sandbox,
 * as on systems that allow none.
 */
import { spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { startDisplay } from '../desktop/session.mjs'
import { packTestApp } from '../package/test-app.mjs'
import { Stop } from '../run/say.mjs'
import { distOf, findElectron } from '../setup/electron.mjs'
import { cacheFolder, isRoot, root } from '../setup/paths.mjs'
import { ensurePackages, missingLibraries, packageGroups } from '../setup/system-packages.mjs'
import { userFolder } from '../setup/user.mjs'
import { inChroot, makeDebian, run } from './debian.mjs'
import { runSteps } from './steps.mjs'

const binary = '/opt/parallel-tray/parallel-tray'

const runInside = (system, words) => run('unshare', inChroot(system, words))

/** The processes that a process started, and those started by these. */
function descendantsOf(pid) {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]
        if (Number(parent) !== pid) return []
        return [{ pid: Number(name), words: readFileSync(`/proc/${name}/cmdline`, 'utf8') }]
      } catch {
        // It has just ended.
        return []
      }
    })
  return children.flatMap((child) => [child, ...descendantsOf(child.pid)])
}

async function until(what, look) {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    const found = look()
    if (found) return found
    await new Promise((settle) => setTimeout(settle, 100))
  }
  throw new Error(`${what} did not come`)
}

async function startsAndQuits(system) {
  runInside(system, ['useradd', '--create-home', 'person'])
  const folder = userFolder(mkdtempSync(join(cacheFolder(), 'display-')))
  const display = await startDisplay({ folder })
  copyFileSync(display.authority, join(system, 'home/person/.Xauthority'))
  runInside(system, ['chown', 'person:person', '/home/person/.Xauthority'])
  const nobodyThere = 'http://127.0.0.1:9'
  const env = [
    ...['HOME=/home/person', `DISPLAY=${display.display}`, 'PARALLEL_TRAY_USER_DATA=/home/person/kept'],
    ...[`PARALLEL_PLATFORM_URL=${nobodyThere}`, `PARALLEL_SERVICE_API_URL=${nobodyThere}`],
  ]
  const switches = ['--disable-gpu', '--disable-dev-shm-usage', '--remote-debugging-port=0']
  const words = ['env', '-i', 'PATH=/usr/bin:/bin', ...env, 'parallel-tray', ...switches]
  const child = spawn('unshare', inChroot(system, words, ['--userspec=person:person']), {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk
    })
  }
  const ended = new Promise((settle) => child.once('exit', settle))
  try {
    const window = await until('The window', () =>
      descendantsOf(child.pid).find(({ words: line }) => line.includes('--type=renderer')),
    )
    if (!/^Seccomp:\s*2$/m.test(readFileSync(`/proc/${window.pid}/status`, 'utf8')))
      throw new Error('The window has no sandbox')
    child.kill('SIGTERM')
    const code = await ended
    if (code !== 0) throw new Error(`It ended with ${code}`)
  } catch (error) {
    throw new Error(`${error.message}; it said:\n${printed}`)
  } finally {
    child.kill('SIGKILL')
    await display.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What is left of the package by name, apart from the books of apt and dpkg. */
function leftIn(system) {
  // Where nobody else uses /opt it goes with the last package in it.
  const places = ['etc', 'opt', 'usr', 'var']
    .map((name) => join(system, name))
    .filter((path) => existsSync(path))
  const books = [`${system}/var/log`, `${system}/var/lib/dpkg/status-old`]
  return run('find', [...places, '-iname', '*parallel*tray*'])
    .split('\n')
    .filter((path) => path !== '' && !books.some((book) => path.startsWith(book)))
}

const languageIds = [1033, 1031, 3082, 1036, 1041, 1046, 2052]

/** A script with the parts of the Windows installer that are ours, for the real makensis. */
const installerScript = `!include "MUI2.nsh"
!include "LogicLib.nsh"
Unicode true
Name "x"
OutFile "x.exe"
RequestExecutionLevel user
!define APP_ID "app.parallel-tray"
!define APP_EXECUTABLE_FILENAME "Parallel Tray.exe"
!define PRODUCT_NAME "Parallel Tray"
!addincludedir "${join(root, 'node_modules/app-builder-lib/templates/nsis/include')}"
!macro _isUpdated _a _b _t _f
  StrCmp "" "updated" \`\${_t}\` \`\${_f}\`
!macroend
!define isUpdated \`"" isUpdated ""\`
!define MUI_ICON "${join(root, 'out/icons/app.ico')}"
!define MUI_UNICON "${join(root, 'out/icons/app.ico')}"
!include "${join(root, 'build/windows/installer.nsh')}"
!include "allowOnlyOneInstallerInstance.nsh"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_INSTFILES
${['English', 'German', 'SpanishInternational', 'French', 'Japanese', 'PortugueseBR', 'SimpChinese']
  .map((name) => `!insertmacro MUI_LANGUAGE "${name}"`)
  .join('\n')}
${['appRunning', 'appClosing', 'appCannotBeClosed']
  .flatMap((name) => languageIds.map((id) => `LangString ${name} ${id} "x"`))
  .join('\n')}
Section "a"
  !insertmacro CHECK_APP_RUNNING
  WriteUninstaller "$TEMP\\u.exe"
SectionEnd
Section "un.Uninstall"
  !insertmacro customUnInstall
SectionEnd
`

/**
 * @returns {Promise<import('./totals.mjs').Counts>}
 */
export async function testFreshSystem() {
  if (!isRoot) throw new Stop('A new system can be made by root only.')
  await ensurePackages([...packageGroups.electron, ...packageGroups.display, ...packageGroups.newSystem])
  const runtime = await findElectron()
  const { packages } = await packTestApp({
    electron: distOf(runtime.executable),
    runtime: { ...runtime },
    kinds: ['deb', 'rpm'],
  })
  const [deb, rpm] = ['.deb', '.rpm'].map((ending) => packages.find((path) => path.endsWith(ending)))
  // Below no folder of root's own: whoever runs the app in it has to reach it.
  const scratch = mkdtempSync('/tmp/fresh-system-')
  const system = join(scratch, 'root')
  /** @type {[string, () => unknown][]} */
  const steps = [
    ['a Debian that holds nothing else', () => makeDebian(system)],
    [
      'apt installs the deb with all that it depends on, and nothing that is only recommended',
      () => install(system, deb),
    ],
    ['no library is missing', () => lacksNoLibrary(system)],
    ['it starts, its window in the sandbox of the set-uid helper, and quits', () => startsAndQuits(system)],
    ['the desktop file is valid', () => run('desktop-file-validate', desktopFiles(system))],
    ['the AppStream metadata are valid', () => run('appstreamcli', ['validate-tree', '--no-net', system])],
    ['purged, nothing of it is left', () => purge(system)],
    ['rpm installs, updates and removes its package', () => livesWithRpm(system, rpm)],
    ['the Windows installer’s own script compiles, in every language', () => compile(scratch)],
  ]
  const counts = await runSteps(steps)
  rmSync(scratch, { recursive: true, force: true })
  return counts
}

function install(system, deb) {
  copyFileSync(deb, join(system, 'tmp/parallel-tray.deb'))
  runInside(system, ['apt-get', 'update', '-q'])
  runInside(system, ['apt-get', 'install', '-q', '-y', '--no-install-recommends', '/tmp/parallel-tray.deb'])
}

function lacksNoLibrary(system) {
  const lacking = missingLibraries(runInside(system, ['ldd', binary]))
  const known = runInside(system, ['/sbin/ldconfig', '--print-cache'])
  // Opened while it runs, so the binary doesn't name them.
  lacking.push(...['libsecret-1.so.0', 'libnotify.so.4'].filter((name) => !known.includes(name)))
  if (lacking.length > 0) throw new Error(`Missing: ${lacking.join(', ')}`)
}

const desktopFiles = (system) => [
  join(system, 'usr/share/applications/app.parallel_tray.ParallelTray.desktop'),
]

function purge(system) {
  runInside(system, ['apt-get', 'purge', '-q', '-y', 'parallel-tray'])
  const left = leftIn(system)
  if (left.length > 0) throw new Error(`Left:\n${left.join('\n')}`)
}

/** The manual page, and the completions where Fedora's shells look for them. */
const rpmTerminalFiles = [
  'usr/share/man/man1/parallel-tray.1.gz',
  'usr/share/bash-completion/completions/parallel-tray',
  'usr/share/zsh/site-functions/_parallel-tray',
  'usr/share/fish/vendor_completions.d/parallel-tray.fish',
]

/**
 * Into the same Debian, so without a look at the dependencies, whose names rpm must only be able to read. rpm's database
 * lies in the new system, and its scripts run there.
 */
function livesWithRpm(system, file) {
  const rpm = (...words) => run('rpm', [`--root=${system}`, '--nodeps', ...words])
  const requires = run('rpm', ['-qp', '--requires', file])
  if (!requires.includes('libX11-xcb.so.1()(64bit)')) throw new Error(`It requires only:\n${requires}`)
  const link = join(system, 'usr/bin/parallel-tray')
  const hasLink = () => lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
  rpm('--install', file)
  if (!hasLink()) throw new Error('Installed, it is not on the PATH')
  const missing = rpmTerminalFiles.filter((path) => !existsSync(join(system, path)))
  if (missing.length > 0) throw new Error(`Installed without ${missing.join(', ')}`)
  rpm('--upgrade', '--replacepkgs', file)
  if (!hasLink()) throw new Error('After an update it is no longer on the PATH')
  rpm('--erase', 'parallel-tray')
  const left = leftIn(system)
  if (left.length > 0) throw new Error(`Left:\n${left.join('\n')}`)
}

function compile(scratch) {
  writeFileSync(join(scratch, 'question.nsi'), installerScript)
  run('makensis', ['-WX', '-INPUTCHARSET', 'UTF8', join(scratch, 'question.nsi')])
}
