import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { packTestApp, testedKinds } from '../package/test-app.mjs'
import { say } from '../run/say.mjs'
import { distOf, findElectron } from '../setup/electron.mjs'
import { cacheFolder, isRoot, root } from '../setup/paths.mjs'
import { stage, stageElectron, testParts } from '../setup/stage.mjs'
import { ensureLibraries, ensurePackages, ensurePrograms, packageGroups } from '../setup/system-packages.mjs'
import { onRealDesktops } from './desktops.mjs'
import { canHaveOwnSystem, inOwnSystem } from './own-system.mjs'
import { runPlaywright } from './run-playwright.mjs'

/**
 * @param {{kind: 'app' | 'package' | 'screenshots' | 'desktops' | 'bench', rest: string[]}} options `rest` goes to Playwright
 * @returns {Promise<{ok: boolean, report: string}>} the report may be missing if nothing could run
 */
export async function runEndToEnd({ kind, rest }) {
  const runtime = await findElectron()
  await ensureLibraries(runtime.executable)
  // Packaged from the Electron that the scripts found; it is copied below.
  const { app, packages } =
    kind === 'package'
      ? await packTestApp({
          electron: distOf(runtime.executable),
          runtime: { ...runtime },
          kinds: testedKinds,
        })
      : { app: undefined, packages: [] }
  let folder = root
  let results = join(root, 'test-results')
  rmSync(results, { recursive: true, force: true })
  const packed = [...(app ? [app] : []), ...packages].map((path) => relative(root, path))
  if (isRoot) {
    folder = stage([...testParts, ...packed], { modules: true })
    runtime.executable = stageElectron(runtime.executable, runtime.version)
    results = join(cacheFolder(), `results-${process.pid}`)
  }
  const [appThere, ...packagesThere] = packed.map((path) => join(folder, path))
  const env = {
    ...(appThere ? { PARALLEL_TRAY_PACKAGED: appThere } : {}),
    ...(packagesThere.length > 0 ? { PARALLEL_TRAY_PACKAGES: JSON.stringify(packagesThere) } : {}),
    ...(kind === 'desktops' ? { PARALLEL_TRAY_DESKTOPS: join(results, 'desktops') } : {}),
    ...(kind === 'screenshots' ? { PARALLEL_TRAY_SCREENSHOTS: join(results, 'screenshots') } : {}),
  }
  if (kind === 'bench') env.PARALLEL_TRAY_BENCH = join(results, 'bench.json')
  const run = { folder, results, env, runtime, rest }
  const deb = packagesThere.find((path) => path.endsWith('.deb'))
  const runTests =
    kind === 'desktops'
      ? onRealDesktops
      : deb && canHaveOwnSystem()
        ? (it) => inOwnSystem(it, deb)
        : runPlaywright
  const ok = await runTests(run)
  return { ok, report: collect(results, kind === 'screenshots') }
}

/**
 * Ensures that this system has the packages for all layers, so that a user who can't install them gets a single command to
 * run.
 * @param {string[]} layers
 */
export async function ensureTestPackages(layers) {
  if (process.platform !== 'linux') return
  const runsApp = ['e2e', 'package', 'languages', 'screenshots', 'bench'].some((layer) =>
    layers.includes(layer),
  )
  if (!runsApp) return
  const packs = layers.includes('package')
  const { electron, display, session, wayland, browser, certificates, envReaders, packages, terminal } =
    packageGroups
  const browsers = ['chromium', 'google-chrome'].some((name) => existsSync(`/usr/bin/${name}`)) ? [] : browser
  await ensurePackages([
    ...electron,
    ...display,
    ...session,
    ...wayland,
    ...browsers,
    ...certificates,
    ...(layers.includes('e2e') ? [...envReaders, ...terminal] : []),
    ...(packs ? [...packages, ...terminal] : []),
  ])
  ensurePrograms([
    ...['Xvfb', 'dbus-daemon', 'gnome-keyring-daemon', 'sway', 'waybar', 'grim'],
    ...(packs ? ['7za', 'dpkg-deb'] : []),
  ])
}

/** Copies the tests' results into the clone. Returns the path of the report. */
function collect(results, screenshots) {
  const target = join(root, 'test-results')
  if (results !== target) {
    cpSync(results, target, { recursive: true })
    rmSync(results, { recursive: true, force: true })
  }
  if (screenshots && existsSync(join(target, 'screenshots'))) {
    mkdirSync(join(root, 'screenshots'), { recursive: true })
    cpSync(join(target, 'screenshots'), join(root, 'screenshots'), { recursive: true })
    say(`Screenshots: ${join(root, 'screenshots')}`)
  }
  return join(target, 'e2e.json')
}
