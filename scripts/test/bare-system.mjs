/**
 * Follows the README in a minimal Debian (`npm run test:bare`, as root) that contains only git, certificates, Node and a
 * clone of the last commit. Unlike a developer's machine, it shows whether the scripts install everything that they need.
 * Needs mirrors of Debian and npm.
 */
import { spawn } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium } from '@playwright/test'
import { progress, Stop } from '../run/say.mjs'
import { isRoot, root } from '../setup/paths.mjs'
import { ensurePackages, packageGroups } from '../setup/system-packages.mjs'
import { inPivotedRoot, makeDebian, run } from './debian.mjs'
import { runSteps } from './steps.mjs'

const startMs = 10 * 60_000
const testMs = 60 * 60_000
const stepMs = 30_000

/** A user at a terminal of the system. */
const people = {
  root: { home: '/root', as: [] },
  person: { home: '/home/person', as: ['setpriv', '--reuid=person', '--regid=person', '--clear-groups'] },
}

/**
 * How this machine reaches its registries: npm's mirror, a proxy, a private certificate authority. npm's configuration
 * itself isn't copied, since it may contain tokens.
 */
function networkEnvironment() {
  const names = ['http_proxy', 'https_proxy', 'no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY']
  return [
    ...names.filter((name) => process.env[name]).map((name) => `${name}=${process.env[name]}`),
    `npm_config_registry=${run('npm', ['config', 'get', 'registry'], { cwd: root }).trim()}`,
    ...(process.env.NODE_EXTRA_CA_CERTS ? ['NODE_EXTRA_CA_CERTS=/etc/ssl/extra.pem'] : []),
  ]
}

function makeBareSystem(system) {
  makeDebian(system, ['git', 'ca-certificates'])
  const local = join(system, 'usr/local')
  copyFileSync(process.execPath, join(local, 'bin/node'))
  const npm = realpathSync(run('sh', ['-c', 'command -v npm']).trim())
  cpSync(dirname(dirname(npm)), join(local, 'lib/node_modules/npm'), { recursive: true })
  for (const name of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(local, `bin/${name}`))
  const authority = process.env.NODE_EXTRA_CA_CERTS
  if (authority) copyFileSync(authority, join(system, 'etc/ssl/extra.pem'))
  run('git', ['bundle', 'create', '--quiet', join(system, 'srv/parallel-tray.bundle'), 'HEAD'], { cwd: root })
  run('unshare', inPivotedRoot(system, ['useradd', '--create-home', 'person']))
}

/** The arguments for `unshare` that run a command line in a terminal of that user. */
function typed(system, who, line) {
  const { home, as } = people[who]
  const env = [
    'env',
    '-i',
    'PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    `HOME=${home}`,
    'LANG=C.UTF-8',
  ]
  const inHome = `cd ${home} && ${line}`
  return inPivotedRoot(system, [...as, ...env, ...networkEnvironment(), 'sh', '-c', inHome])
}

/** A program in the system, in its own process group, like a shell job. */
class Job {
  static #running = new Set()

  static killAll() {
    for (const job of Job.#running) job.kill()
  }

  #child
  #output = ''
  #heard = () => {}
  /** Resolves with the exit code as a shell reports it: 128 plus the number of a signal. */
  ended

  constructor(system, who, line) {
    this.#child = spawn('unshare', typed(system, who, `exec ${line}`), {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream.on('data', (chunk) => {
        this.#output += chunk
        this.#heard()
      })
    this.ended = new Promise((settle) =>
      this.#child.once('close', (code, signal) => settle(code ?? 128 + constants.signals[signal])),
    )
    Job.#running.add(this)
    this.ended.then(() => {
      Job.#running.delete(this)
      this.#heard()
    })
  }

  get output() {
    return this.#output
  }

  /** Waits for output that matches the pattern, and returns its first group. */
  async prints(pattern, timeoutMs) {
    const timer = setTimeout(() => this.#heard(), timeoutMs)
    const until = Date.now() + timeoutMs
    try {
      for (;;) {
        const found = pattern.exec(this.#output)
        if (found) return found[1] ?? found[0]
        if (Date.now() >= until || !Job.#running.has(this))
          throw new Error(`It never printed ${pattern}, but:\n${this.#output}`)
        await new Promise((settle) => {
          this.#heard = settle
        })
      }
    } finally {
      clearTimeout(timer)
    }
  }

  /** Ctrl+C reaches every process of the job. */
  pressCtrlC() {
    this.#signal('SIGINT')
    return this.endsWithin(stepMs)
  }

  /** Resolves like `ended`; kills it after a timeout. */
  async endsWithin(timeoutMs) {
    const timer = setTimeout(() => this.kill(), timeoutMs)
    const code = await this.ended
    clearTimeout(timer)
    return code
  }

  kill() {
    this.#signal('SIGKILL')
  }

  #signal(signal) {
    try {
      process.kill(-this.#child.pid, signal)
    } catch {
      // It has exited.
    }
  }
}

/** `npm start` and the app's window, attached through Chromium's debugging port. */
async function npmStart(system, who) {
  const job = new Job(system, who, 'npm --prefix parallel-tray start -- --remote-debugging-port=0')
  try {
    const devTools = await chromium.connectOverCDP(
      await job.prints(/DevTools listening on (ws:\S+)/, startMs),
    )
    const context = devTools.contexts()[0]
    const window = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: stepMs }))
    window.setDefaultTimeout(stepMs)
    return {
      job,
      window,
      end: async () => {
        await devTools.close()
        return job.pressCtrlC()
      },
    }
  } catch (error) {
    await job.pressCtrlC()
    throw error
  }
}

async function signIn({ job, window }) {
  await window.getByRole('button', { name: 'Get a code', exact: true }).click()
  await window.getByRole('button', { name: 'Open browser' }).click()
  const address = await job.prints(/Open this address in a browser: (\S+)/, stepMs)
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
    ],
    chromiumSandbox: false,
  })
  try {
    const page = await browser.newPage()
    await page.goto(address)
    await page.getByRole('button', { name: 'Approve' }).click()
    await page.getByRole('heading', { name: 'Approved' }).waitFor()
  } finally {
    await browser.close()
  }
}

/** The balance, once the window shows one. */
async function shownBalance({ window }) {
  const figure = window.locator('.figure')
  await figure.getByText(/^\$/).waitFor()
  return figure.textContent()
}

/** Starts, signs in, ends with Ctrl+C, and is still signed in after a restart. */
async function livesThroughARestart(system, who) {
  const before = await withApp(system, who, async (app) => {
    await signIn(app)
    return shownBalance(app)
  })
  const after = await withApp(system, who, shownBalance)
  if (after !== before) throw new Error(`It showed ${before}, and ${after} after the restart`)
}

/** Runs `npm start` while `use` looks at the app, then presses Ctrl+C. */
async function withApp(system, who, use) {
  const app = await npmStart(system, who)
  let found
  try {
    found = await use(app)
  } catch (error) {
    await app.end()
    throw new Error(`${error.message}; printed until then:\n${app.job.output}`, { cause: error })
  }
  const code = await app.end()
  if (code !== 0 && code !== 130) throw new Error(`After Ctrl+C it ended with ${code}:\n${app.job.output}`)
  return found
}

async function npmTest(system, who) {
  const job = new Job(system, who, 'env CI=true npm --prefix parallel-tray test')
  const done = progress(
    'npm test in the bare system',
    () => job.output.trimEnd().split('\n').at(-1) ?? '',
    60_000,
  )
  const code = await job.endsWithin(testMs)
  done()
  const lastLine = job.output.trimEnd().split('\n').at(-1)
  console.log(`    ${lastLine}`)
  if (code !== 0 || !/^tests: \d+ passed, 0 failed, 0 skipped$/.test(lastLine ?? ''))
    throw new Error(`It ended with ${code}:\n${job.output}`)
}

/** Without permission to install packages, the user gets the one command that an administrator has to run. */
async function printsInstallCommand(system) {
  const job = new Job(system, 'person', 'npm --prefix parallel-tray start')
  const code = await job.endsWithin(startMs)
  if (code !== 1) throw new Error(`It ended with ${code}, not 1:\n${job.output}`)
  const cache = join(system, 'home/person/.cache/parallel-tray-dev')
  const left = existsSync(cache) ? readdirSync(cache) : []
  if (left.length > 0) throw new Error(`Left in the cache folder: ${left.join(', ')}`)
  return job.prints(/^ {2}sudo sh -c '(apt-get update && apt-get install [^']+)'$/m, 0)
}

/** @returns {Promise<import('./totals.mjs').Counts>} */
export async function testBareSystem() {
  if (!isRoot) throw new Stop('A new system can be made by root only.')
  await ensurePackages([...packageGroups.browser, 'mmdebstrap'])
  // Not in a folder of root's: the unprivileged user must be able to reach it.
  const scratch = mkdtempSync('/tmp/bare-system-')
  const [forRoot, forPerson] = [join(scratch, 'root'), join(scratch, 'person')]
  const clone = 'git clone --quiet /srv/parallel-tray.bundle parallel-tray'
  let command = ''
  const remove = () => {
    Job.killAll()
    // Killed processes may still be writing for a moment.
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10 })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      remove()
      process.exit(128 + constants.signals[signal])
    })
  }
  try {
    return await runSteps([
      [
        'a Debian that holds git, certificates and Node',
        () => {
          makeBareSystem(forRoot)
          run('cp', ['-a', forRoot, forPerson])
        },
      ],
      ['root clones it', () => run('unshare', typed(forRoot, 'root', clone))],
      [
        'root: npm start installs, signs in, and after Ctrl+C and another start is still signed in',
        () => livesThroughARestart(forRoot, 'root'),
      ],
      ['root: npm test is green', () => npmTest(forRoot, 'root')],
      ['a person who may install nothing clones it', () => run('unshare', typed(forPerson, 'person', clone))],
      [
        'the person: npm start ends with the command for an administrator, and nothing half done',
        async () => {
          command = await printsInstallCommand(forPerson)
        },
      ],
      ['an administrator runs that command', () => run('unshare', typed(forPerson, 'root', command))],
      [
        'the person: npm start signs in, and after Ctrl+C and another start is still signed in',
        () => livesThroughARestart(forPerson, 'person'),
      ],
    ])
  } finally {
    remove()
  }
}
