/**
 * A system of the tests' own: what is installed, removed or changed in it is gone afterwards. It is this system, seen
 * through layers that take every write (overlayfs, in a mount namespace of its own), with a user that was made for it.
 * In it the real dpkg installs the real package, with all that it depends on, and takes it away again.
 *
 * The tests run as that user, who may install nothing; so they leave orders, which are carried out as root.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { say, warn } from '../run/say.mjs'
import { runTool } from '../run/tool.mjs'
import { isRoot } from '../setup/paths.mjs'

const userName = 'parallel-tray-test'

/** Not below a folder that is layered: a layer can't lie within what it covers. */
const scratchParent = '/tmp'

/** Mounts need a namespace that this process may make; containers often refuse that. */
export function canHaveOwnSystem() {
  if (!isRoot) {
    say('No package is installed by the tests: only root may, into layers that are gone afterwards.')
    return false
  }
  const scratch = mkdtempSync(join(scratchParent, 'layers-'))
  const script = `cd "$1" && mkdir low up work && mount -t overlay overlay -o lowerdir=low,upperdir=up,workdir=work low
    command -v dpkg useradd >/dev/null`
  const answer = spawnSync('unshare', [
    '--mount',
    '--propagation',
    'private',
    'sh',
    '-ec',
    script,
    'try',
    scratch,
  ])
  rmSync(scratch, { recursive: true, force: true })
  if (answer.status === 0) return true
  warn('NO INSTALLATION: this system allows no layered mounts (or has no dpkg), so no package is installed.')
  return false
}

/**
 * Plays the tests in a system of their own.
 * @param {import('./play.mjs').Run} run
 * @param {string} deb the package that may be installed there
 * @returns {Promise<boolean>}
 */
export async function inOwnSystem(run, deb) {
  const scratch = mkdtempSync(join(scratchParent, 'own-system-'))
  const results = join(scratch, 'results')
  const order = JSON.stringify({ scratch, deb, run: { ...run, results } })
  const env = { ...process.env, PARALLEL_TRAY_TEST_USER: userName, PARALLEL_TRAY_OWN_SYSTEM: order }
  const words = [
    '--mount',
    '--propagation',
    'private',
    process.execPath,
    join(import.meta.dirname, 'within-own-system.mjs'),
  ]
  const ok = await runTool('unshare', words, { env })
  rmSync(run.results, { recursive: true, force: true })
  spawnSync('cp', ['-a', results, run.results])
  rmSync(scratch, { recursive: true, force: true })
  return ok
}
