/** Runs Playwright on the built app. */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../run/say.mjs'
import { runTool } from '../run/tool.mjs'
import { electronCommand, sandboxOrWarn } from '../setup/command.mjs'
import { cacheFolder, isRoot } from '../setup/paths.mjs'
import { asUser, otherUser, userEnvironment, userFolder } from '../setup/user.mjs'

/**
 * The parameters of a Playwright run: plain JSON, as another process may start it.
 * @typedef {{folder: string, results: string, env: Record<string, string>, runtime: {kind: string,
 *   executable: string}, rest: string[]}} Run `folder` holds the app and its tests, `results` is made if it is missing
 */

/** A Node.js that the user can run: root's may be in a folder that only root can read. */
function nodeForUser() {
  const works = spawnSync(process.execPath, ['--version'], { ...asUser(), stdio: 'ignore' }).status === 0
  if (works) return process.execPath
  const copy = join(cacheFolder(), `node-${process.version}`)
  if (!existsSync(copy)) copyFileSync(process.execPath, copy)
  chmodSync(copy, 0o755)
  return copy
}

/**
 * Runs Playwright, as an unprivileged user when started by root.
 * @param {Run} run
 * @returns {Promise<boolean>}
 */
export async function runPlaywright({ folder, results, env, runtime, rest }) {
  if (isRoot) {
    userFolder(results)
    say(`The app and its tests run as "${otherUser}", on a copy in ${folder}.`)
  }
  const all = {
    ...process.env,
    ...userEnvironment(),
    PARALLEL_TRAY_RESULTS: results,
    PARALLEL_TRAY_ELECTRON: JSON.stringify(
      electronCommand(runtime, { folder, sandbox: sandboxOrWarn(), gpu: false }),
    ),
    ...env,
  }
  const cli = join(folder, 'node_modules/@playwright/test/cli.js')
  return runTool(nodeForUser(), [cli, 'test', ...rest], { cwd: folder, env: all, ...asUser() })
}
