/** Checks Node, and installs node_modules when they are missing or older than the lock file. */
import { spawn } from 'node:child_process'
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { progress, Stop, say } from '../run/say.mjs'
import { runExclusively } from './exclusive.mjs'
import { root } from './paths.mjs'

/**
 * The versions that the tools run on: 20.19 and later ones of 20, 22.12 and everything newer.
 * @param {string} version like `v20.19.0`
 */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  if (major === 20) return minor >= 19
  if (major === 22) return minor >= 12
  return major > 22
}

export function checkNode() {
  if (isNodeNewEnough(process.version)) return
  throw new Stop(
    `This needs Node 22.12 or newer; you have ${process.version}. Install it from nodejs.org and try again.`,
  )
}

/**
 * True if every package of the lock file is installed in that version. Optional packages may be missing, since they are for
 * other systems. Compares versions instead of times, because a checkout changes times.
 * @param {{packages: Record<string, {version?: string, optional?: boolean, devOptional?: boolean}>}} lock
 * @param {{packages: Record<string, {version?: string}>}} installed
 */
export function matchesLock(lock, installed) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed.packages[path]
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional)
  })
}

function isInstalled() {
  try {
    const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'))
    return matchesLock(read('package-lock.json'), read('node_modules/.package-lock.json'))
  } catch {
    return false
  }
}

/** Runs `npm ci` if needed. */
export async function ensureNodeModules() {
  checkNode()
  if (isInstalled()) return
  // Through a symbolic link, `npm ci` would empty another folder.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Stop(
      'node_modules is a link, and what it leads to is not what package-lock.json asks for. Remove the link.',
    )
  await runExclusively(join(root, '.platform/install.lock'), install, () =>
    say('Another start of this clone installs the packages: waiting for it …'),
  )
}

async function install() {
  // Another start may have done it while this one waited.
  if (isInstalled()) return
  say('Installing the packages of package-lock.json (npm ci) …')
  const done = progress('Installing')
  const { ok, output } = await runNpmCi()
  done()
  if (!ok) throw new Stop(`${output}\nnpm ci failed. Mend that, then try again.`)
}

/**
 * Runs `npm ci` without its warnings: on Node 20 there are sixty lines that the user can't do anything about. An error is
 * followed by the path of npm's log, which contains everything.
 */
function runNpmCi() {
  const isWindows = process.platform === 'win32'
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  return new Promise((settle) => {
    const child = spawn(isWindows ? 'npm.cmd' : 'npm', words, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: isWindows,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => settle({ ok: false, output: error.message }))
    child.on('close', (code) => settle({ ok: code === 0, output }))
  })
}
