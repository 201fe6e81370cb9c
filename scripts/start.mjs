/**
 * `npm start`: installs missing packages, builds, and starts the stand-in for Parallel and the app.
 * `npm run start:live` (`--live`): only the app, with the real service; never with the fallback Electron.
 */
import { printError, say } from './run/say.mjs'
import { electronCommand, sandboxOrWarn } from './setup/command.mjs'
import { ensureNodeModules } from './setup/node-modules.mjs'
import { appData, isRoot, prepareCacheFolder, root, standInState } from './setup/paths.mjs'
import { useOwnTemporaryFolder, userEnvironment, userFolder } from './setup/user.mjs'
import { findRunning } from './start/addresses.mjs'
import { isAppRunning } from './start/running-app.mjs'

const live = process.argv.includes('--live')
/** Arguments after `--` go to the app. */
const extra = process.argv.slice(2).filter((word) => word !== '--live')
/** How long the app may take to quit before it is killed. */
const quitMs = 8000

/** What to end, in order: the app, then what it runs on. */
const stops = []
let ending

/** Ends everything in reverse order of the start. */
function end() {
  ending ??= (async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  })()
  return ending
}

/** Ends at Ctrl+C, and immediately at a second one. */
function endOnSignals() {
  let asked = 0
  let last = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // npm forwards a Ctrl+C that the terminal has already sent to this process: that doesn't count as a second one.
      if (Date.now() - last < 300) return
      last = Date.now()
      asked += 1
      if (asked === 1) {
        say('\nEnding the app, then the rest (Ctrl+C again to end at once) …')
        end().then(() => process.exit(0))
      } else {
        killApp()
      }
    })
  }
}

/** npm doesn't forward a signal that only it received. So the end of npm ends this process too. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const npm = process.ppid
  const look = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(look)
    end().then(() => process.exit(1))
  }, 1000)
  look.unref()
}

let killApp = () => {}

/** Starts the app in its own process group. Resolves with its exit code. */
function startApp(startService, { executable, args }, env) {
  // Chromium's warnings on a minimal system would bury the messages for the user, so only the app's output is shown.
  const child = startService(executable, ['--log-level=3', ...args, ...extra], {
    env,
    cwd: '/',
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = new Promise((settle) => {
    child.once('exit', (code, signal) => settle(code ?? (signal ? 1 : 0)))
    child.once('error', (error) => {
      say(`The app did not start: ${error.message}`)
      settle(1)
    })
  })
  killApp = () => {
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
    } catch {
      // It has already exited.
    }
  }
  stops.push(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      const timer = setTimeout(killApp, quitMs)
      await ended
      clearTimeout(timer)
    }
    killApp()
  })
  return ended
}

/** The environment with the servers and the app's data folder. */
function appEnvironment({ platformUrl, serviceApiUrl }) {
  if (isRoot) userFolder(appData())
  return {
    PARALLEL_PLATFORM_URL: platformUrl,
    PARALLEL_SERVICE_API_URL: serviceApiUrl,
    PARALLEL_TRAY_USER_DATA: appData(),
  }
}

/**
 * The app of this clone is already running, so this start acts like a second start of an installed app: the running app
 * shows its window or handles the given option. Nothing is installed or built while it runs.
 */
async function handOver(addresses) {
  say('`npm start` of this clone runs already in another terminal: this start is handed over to it.')
  const { startService } = await import('./desktop/session.mjs')
  const { findElectron } = await import('./setup/electron.mjs')
  const { stagedFolder, stageElectron } = await import('./setup/stage.mjs')
  const runtime = await findElectron()
  const folder = isRoot ? stagedFolder() : root
  if (isRoot) runtime.executable = stageElectron(runtime.executable, runtime.version)
  const command = electronCommand(runtime, { folder, sandbox: sandboxOrWarn(), gpu: false })
  const env = { ...process.env, ...userEnvironment(), ...appEnvironment(addresses) }
  endOnSignals()
  process.exitCode = await startApp(startService, command, env)
}

async function main() {
  const cache = prepareCacheFolder()
  const running = live ? null : await findRunning(standInState)
  if (running && isAppRunning(appData())) return handOver(running)
  await ensureNodeModules()
  const { buildAll } = await import('./build.mjs')
  const { startService } = await import('./desktop/session.mjs')
  const { findElectron } = await import('./setup/electron.mjs')
  const { appParts, stage, stageElectron } = await import('./setup/stage.mjs')
  const { ensureLibraries, ensurePackages, packageGroups } = await import('./setup/system-packages.mjs')
  const { desktopPackages, prepareDesktop } = await import('./start/desktop.mjs')
  const { startStandIn } = await import('./start/stand-in.mjs')

  say(`Written outside this folder: ${cache} (it may be deleted).`)
  useOwnTemporaryFolder()
  // All packages at once, before the large download: a user who can't install them gets a single command to run.
  await ensurePackages([...packageGroups.electron, ...desktopPackages()])
  const runtime = await findElectron({ allowFallback: !live })
  await ensureLibraries(runtime.executable)
  const built = await buildAll([], { report: () => {} })
  if (built.length > 0) say(`Built: ${built.join(', ')}.`)
  endOnSignals()
  endWithNpm()

  const desktop = await prepareDesktop({ live })
  stops.push(desktop.stop)
  const env = { ...desktop.env }
  if (!live) {
    const standIn = await startStandIn()
    stops.push(standIn.stop)
    standIn.ended.then(() => {
      if (ending) return
      say('The stand-in ended by itself, so the app ends too.')
      process.exitCode = 1
      end()
    })
    Object.assign(env, appEnvironment(standIn))
    say(
      `The stand-in for Parallel: ${standIn.platformUrl} (there you approve, in a browser). No account is needed.`,
    )
  }
  const folder = isRoot ? stage(appParts) : root
  if (isRoot) runtime.executable = stageElectron(runtime.executable, runtime.version)
  const gpu = desktop.env.DISPLAY === process.env.DISPLAY
  const command = electronCommand(runtime, { folder, sandbox: sandboxOrWarn(), gpu })
  if (ending) return
  say(`Starting the app on Electron ${runtime.version} (${runtime.kind}). Ctrl+C ends it.`)
  const code = await startApp(startService, command, env)
  if (ending) return
  say(`The app has ended (${code}).`)
  process.exitCode ||= code
  await end()
  process.exit()
}

await main().catch(async (error) => {
  printError(error)
  await end()
  process.exit(1)
})
