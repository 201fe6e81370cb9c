/**
 * Runs tests that install packages in a throw-away view of this system: overlayfs in a mount namespace takes every write,
 * and a new user runs the tests. The real dpkg installs and removes the package.
 *
 * The user can't install anything, so the tests write requests to files, which a root process serves.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { say, warn } from '../run/say.mjs'
import { runTool } from '../run/tool.mjs'
import { isRoot } from '../setup/paths.mjs'

const userName = 'parallel-tray-test'

/** Outside of the overlaid folders: an upper layer can't lie within the folder that it covers. */
const scratchParent = '/tmp'

/** Whether overlays can be mounted in a new mount namespace; containers often forbid that. */
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
 * Runs the tests in such a system.
 * @param {import('./run-playwright.mjs').Run} run
 * @param {string} deb the package that may be installed there
 * @returns {Promise<boolean>}
 */
export async function inOwnSystem(run, deb) {
  const scratch = mkdtempSync(join(scratchParent, 'own-system-'))
  const results = join(scratch, 'results')
  const parameters = JSON.stringify({ scratch, deb, run: { ...run, results } })
  const env = { ...process.env, PARALLEL_TRAY_TEST_USER: userName, PARALLEL_TRAY_OWN_SYSTEM: parameters }
  const args = [
    '--mount',
    '--propagation',
    'private',
    process.execPath,
    join(import.meta.dirname, 'within-own-system.mjs'),
  ]
  const ok = await runTool('unshare', args, { env })
  rmSync(run.results, { recursive: true, force: true })
  spawnSync('cp', ['-a', results, run.results])
  rmSync(scratch, { recursive: true, force: true })
  return ok
}
