/** Starts this clone's stand-in for Parallel, or finds the running one. */
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startService, stopProcess } from '../desktop/session.mjs'
import { Stop } from '../run/say.mjs'
import { root, standInState } from '../setup/paths.mjs'
import { findRunning } from './addresses.mjs'

/**
 * @returns {Promise<{platformUrl: string, serviceApiUrl: string, controlUrl: string, ended: Promise<void>, stop: () => Promise<void>}>}
 *   a stand-in that was started separately (`npm run platform`) continues after `stop`
 */
export async function startStandIn() {
  const running = await findRunning(standInState)
  if (running) return { ...running, ended: new Promise(() => {}), stop: async () => {} }
  const words = ['--state', standInState]
  const child = startService(process.execPath, [join(root, 'out/platform/index.mjs'), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    uid: undefined,
    gid: undefined,
  })
  const exited = new Promise((settle) => child.once('exit', settle))
  const line = await new Promise((settle) => {
    createInterface({ input: child.stdout })
      .once('line', settle)
      .once('close', () => settle(''))
  })
  child.stdout.resume()
  if (line === '') throw new Stop('The stand-in for Parallel did not start (its words are above).')
  // If another start of this clone was faster, this process has only printed the addresses of that stand-in.
  const ended = exited.then(async () => {
    if (await findRunning(standInState)) await new Promise(() => {})
  })
  return { ...JSON.parse(line), ended, stop: () => stopProcess(child) }
}
