/** Checks Node, and installs node_modules when they are missing or older than the lock file. */
import { spawn } from 'node:child_process'
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { progress, Stop, say } from '../run/say.mjs'
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
 * True if all that the lock file asks for is installed in that version. Optional packages may be missing: they are
 * for other systems. Compares what is named, not times: a fresh checkout of an old file is not a change.
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

/** `npm ci`, if need be. */
export async function ensureNodeModules() {
  checkNode()
  if (isInstalled()) return
  // Through a link `npm ci` would empty a folder that belongs to somebody else.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Stop(
      'node_modules is a link, and what it leads to is not what package-lock.json asks for. Remove the link.',
    )
  say('Installing the packages of package-lock.json (npm ci) …')
  const done = progress('Installing packages')
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const code = await new Promise((settle) => {
    const child = spawn(command, ['ci', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    })
    child.on('error', () => settle(1))
    child.on('close', settle)
  })
  done()
  if (code !== 0) throw new Stop('npm ci failed (its words are above). Mend that, then try again.')
}
