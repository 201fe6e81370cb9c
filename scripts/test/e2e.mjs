/** Prepares what the end-to-end tests need, and runs them: as root as another user, on a copy that it can read. */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { packTestApp } from '../package/test-app.mjs'
import { say } from '../run/say.mjs'
import { runTool } from '../run/tool.mjs'
import { electronCommand, sandboxOrWarn } from '../setup/command.mjs'
import { findElectron } from '../setup/electron.mjs'
import { cacheFolder, isRoot, root } from '../setup/paths.mjs'
import { stage, stageElectron, testParts } from '../setup/stage.mjs'
import { ensureLibraries, ensurePackages, ensurePrograms, packageGroups } from '../setup/system-packages.mjs'
import { asUser, otherUser, userEnvironment, userFolder } from '../setup/user.mjs'

/** A Node that the user may run: root's own may lie where only root can read. */
function nodeForUser() {
  const works = spawnSync(process.execPath, ['--version'], { ...asUser(), stdio: 'ignore' }).status === 0
  if (works) return process.execPath
  const copy = join(cacheFolder(), `node-${process.version}`)
  if (!existsSync(copy)) copyFileSync(process.execPath, copy)
  chmodSync(copy, 0o755)
  return copy
}

/**
 * @param {{kind: 'app' | 'package' | 'screenshots', rest: string[]}} options `rest` goes to Playwright
 * @returns {Promise<{ok: boolean, report: string}>} the report may be missing if nothing could run
 */
export async function runEndToEnd({ kind, rest }) {
  if (process.platform === 'linux') {
    const { electron, display, session, browser, certificates } = packageGroups
    const browsers = ['chromium', 'google-chrome'].some((name) => existsSync(`/usr/bin/${name}`))
      ? []
      : browser
    await ensurePackages([...electron, ...display, ...session, ...certificates, ...browsers])
    ensurePrograms(['Xvfb', 'dbus-daemon', 'gnome-keyring-daemon'])
  }
  const runtime = await findElectron()
  await ensureLibraries(runtime.executable)
  // Packed from the Electron as the scripts found it; the copy of it comes below.
  const packed =
    kind === 'package'
      ? await packTestApp({ electron: dirname(runtime.executable), runtime: { ...runtime } })
      : undefined
  let folder = root
  let results = join(root, 'test-results')
  rmSync(results, { recursive: true, force: true })
  if (isRoot) {
    folder = stage([...testParts, ...(packed ? [relative(root, packed)] : [])], { modules: true })
    runtime.executable = stageElectron(runtime.executable, runtime.version)
    results = userFolder(join(cacheFolder(), `results-${process.pid}`))
    say(`The app and its tests run as "${otherUser}", on a copy in ${folder}.`)
  }
  const sandbox = sandboxOrWarn()
  const env = {
    ...process.env,
    ...userEnvironment(),
    PARALLEL_TRAY_RESULTS: results,
    PARALLEL_TRAY_ELECTRON: JSON.stringify(electronCommand(runtime, { folder, sandbox, gpu: false })),
    ...(packed ? { PARALLEL_TRAY_PACKAGED: join(folder, relative(root, packed)) } : {}),
    ...(kind === 'screenshots' ? { PARALLEL_TRAY_SCREENSHOTS: join(results, 'screenshots') } : {}),
  }
  const cli = join(folder, 'node_modules/@playwright/test/cli.js')
  const ok = await runTool(nodeForUser(), [cli, 'test', ...rest], { cwd: folder, env, ...asUser() })
  return { ok, report: collect(results, kind === 'screenshots') }
}

/** Brings what the tests wrote into the clone. Returns where the report is. */
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
