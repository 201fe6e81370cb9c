/**
 * Tests the deb in a minimal Debian (`npm run test:full`, as root), created from this system's mirror. Unlike a
 * developer's machine, it shows whether the package's dependencies are complete. It is entered with chroot, where
 * Chromium can't create user namespaces, so the app runs in the set-uid sandbox.
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

const runInside = (system, args) => run('unshare', inChroot(system, args))

/** All descendants of a process. */
function descendantsOf(pid) {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]
        if (Number(parent) !== pid) return []
        return [{ pid: Number(name), args: readFileSync(`/proc/${name}/cmdline`, 'utf8') }]
      } catch {
        // The process has exited meanwhile.
        return []
      }
    })
  return children.flatMap((child) => [child, ...descendantsOf(child.pid)])
}

async function waitFor(what, find) {
  for (const deadlineAt = Date.now() + 30_000; Date.now() < deadlineAt; ) {
    const found = find()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${what} did not appear within 30 s`)
}

/** Starts the app as an unprivileged user, checks that its renderer is sandboxed, and ends it with SIGTERM. */
async function testStart(system) {
  runInside(system, ['useradd', '--create-home', 'person'])
  const folder = userFolder(mkdtempSync(join(cacheFolder(), 'display-')))
  const display = await startDisplay({ folder })
  copyFileSync(display.authority, join(system, 'home/person/.Xauthority'))
  runInside(system, ['chown', 'person:person', '/home/person/.Xauthority'])
  const closedPort = 'http://127.0.0.1:9'
  const env = [
    ...['HOME=/home/person', `DISPLAY=${display.display}`, 'PARALLEL_TRAY_USER_DATA=/home/person/data'],
    ...[`PARALLEL_PLATFORM_URL=${closedPort}`, `PARALLEL_SERVICE_API_URL=${closedPort}`],
  ]
  const switches = ['--disable-gpu', '--disable-dev-shm-usage', '--remote-debugging-port=0']
  const args = ['env', '-i', 'PATH=/usr/bin:/bin', ...env, 'parallel-tray', ...switches]
  const child = spawn('unshare', inChroot(system, args, ['--userspec=person:person']), {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  const exited = new Promise((resolve) => child.once('exit', resolve))
  try {
    const renderer = await waitFor('The renderer', () =>
      descendantsOf(child.pid).find(({ args: line }) => line.includes('--type=renderer')),
    )
    if (!/^Seccomp:\s*2$/m.test(readFileSync(`/proc/${renderer.pid}/status`, 'utf8')))
      throw new Error('The renderer is not sandboxed')
    child.kill('SIGTERM')
    const code = await exited
    if (code !== 0) throw new Error(`The app exited with ${code}`)
  } catch (error) {
    throw new Error(`${error.message}; its output:\n${output}`)
  } finally {
    child.kill('SIGKILL')
    await display.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Files whose name contains that of the app, except the logs and the package database. */
function findLeftovers(system) {
  // dpkg removes /opt with the last package in it.
  const folders = ['etc', 'opt', 'usr', 'var']
    .map((name) => join(system, name))
    .filter((path) => existsSync(path))
  const packageRecords = [`${system}/var/log`, `${system}/var/lib/dpkg/status-old`]
  return run('find', [...folders, '-iname', '*parallel*tray*'])
    .split('\n')
    .filter((path) => path !== '' && !packageRecords.some((record) => path.startsWith(record)))
}

const languageIds = [1033, 1031, 3082, 1036, 1041, 1046, 2052]

/** An installer script that includes the app's own `installer.nsh`, to be compiled by the real makensis. */
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
  if (!isRoot) throw new Stop('Only root can create a new system.')
  await ensurePackages([...packageGroups.electron, ...packageGroups.display, ...packageGroups.newSystem])
  const runtime = await findElectron()
  const { packages } = await packTestApp({
    electron: distOf(runtime.executable),
    runtime: { ...runtime },
    kinds: ['deb', 'rpm'],
  })
  const [deb, rpm] = ['.deb', '.rpm'].map((ending) => packages.find((path) => path.endsWith(ending)))
  // Not in a folder of root's: the unprivileged user in the system must be able to reach it.
  const scratch = mkdtempSync('/tmp/fresh-system-')
  const system = join(scratch, 'root')
  /** @type {[string, () => unknown][]} */
  const steps = [
    ['a Debian that holds nothing else', () => makeDebian(system)],
    [
      'apt installs the deb with all that it depends on, and nothing that is only recommended',
      () => install(system, deb),
    ],
    ['no library is missing', () => testLibraries(system)],
    ['it starts, its window in the sandbox of the set-uid helper, and quits', () => testStart(system)],
    ['the desktop file is valid', () => run('desktop-file-validate', desktopFiles(system))],
    ['the AppStream metadata are valid', () => run('appstreamcli', ['validate-tree', '--no-net', system])],
    ['purged, nothing of it is left', () => purge(system)],
    ['rpm installs, updates and removes its package', () => testRpm(system, rpm)],
    ['the Windows installer’s own script compiles, in every language', () => compileInstaller(scratch)],
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

function testLibraries(system) {
  const missing = missingLibraries(runInside(system, ['ldd', binary]))
  const available = runInside(system, ['/sbin/ldconfig', '--print-cache'])
  // Loaded at run time, so ldd doesn't list them.
  missing.push(...['libsecret-1.so.0', 'libnotify.so.4'].filter((name) => !available.includes(name)))
  if (missing.length > 0) throw new Error(`Missing: ${missing.join(', ')}`)
}

const desktopFiles = (system) => [
  join(system, 'usr/share/applications/app.parallel_tray.ParallelTray.desktop'),
]

function purge(system) {
  runInside(system, ['apt-get', 'purge', '-q', '-y', 'parallel-tray'])
  const leftovers = findLeftovers(system)
  if (leftovers.length > 0)
    throw new Error(`Left behind:
${leftovers.join('\n')}`)
}

/** The manual page, and the completions where Fedora's shells look for them. */
const rpmTerminalFiles = [
  'usr/share/man/man1/parallel-tray.1.gz',
  'usr/share/bash-completion/completions/parallel-tray',
  'usr/share/zsh/site-functions/_parallel-tray',
  'usr/share/fish/vendor_completions.d/parallel-tray.fish',
]

/**
 * Installs, updates and removes the rpm in the same Debian, with `--nodeps`, since rpm's database knows none of Debian's
 * packages. The database is in the new system, and the package's scripts run there.
 */
function testRpm(system, file) {
  const rpm = (...args) => run('rpm', [`--root=${system}`, '--nodeps', ...args])
  const requires = run('rpm', ['-qp', '--requires', file])
  if (!requires.includes('libX11-xcb.so.1()(64bit)'))
    throw new Error(`Requirements are missing:\n${requires}`)
  const link = join(system, 'usr/bin/parallel-tray')
  const hasLink = () => lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
  rpm('--install', file)
  if (!hasLink()) throw new Error('The app is not on the PATH after the installation')
  const missing = rpmTerminalFiles.filter((path) => !existsSync(join(system, path)))
  if (missing.length > 0) throw new Error(`Missing after the installation: ${missing.join(', ')}`)
  rpm('--upgrade', '--replacepkgs', file)
  if (!hasLink()) throw new Error('The app is not on the PATH after an update')
  rpm('--erase', 'parallel-tray')
  const leftovers = findLeftovers(system)
  if (leftovers.length > 0)
    throw new Error(`Left behind:
${leftovers.join('\n')}`)
}

function compileInstaller(scratch) {
  writeFileSync(join(scratch, 'installer.nsi'), installerScript)
  run('makensis', ['-WX', '-INPUTCHARSET', 'UTF8', join(scratch, 'installer.nsi')])
}
