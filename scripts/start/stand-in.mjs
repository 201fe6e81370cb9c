/** Starts the stand-in for Parallel on its two fixed ports. */
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startService, stopProcess } from '../desktop/session.mjs'
import { Stop } from '../run/say.mjs'
import { root } from '../setup/paths.mjs'

export const ports = [8787, 8788]

function isFree(port) {
  return new Promise((settle) => {
    const probe = createServer()
    probe.once('error', () => settle(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle(true)))
  })
}

/** Stops with a clear message if somebody listens there already. */
export async function ensurePortsFree() {
  for (const port of ports) {
    if (await isFree(port)) continue
    throw new Stop(
      `Port ${port} of this machine is taken: most likely \`npm start\` runs already in another terminal.\n` +
        'End that one (Ctrl+C there), or whatever else listens on it, and try again.',
    )
  }
}

/**
 * @returns {Promise<{platformUrl: string, serviceApiUrl: string, controlUrl: string, ended: Promise<void>, stop: () => Promise<void>}>}
 */
export async function startStandIn() {
  const folder = join(root, '.platform')
  mkdirSync(folder, { recursive: true })
  const [port, apiPort] = ports.map(String)
  const words = ['--port', port, '--api-port', apiPort, '--state', join(folder, 'state.json')]
  const child = startService(process.execPath, [join(root, 'out/platform/index.mjs'), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    uid: undefined,
    gid: undefined,
  })
  const ended = new Promise((settle) => child.once('exit', settle))
  const line = await new Promise((settle) => {
    createInterface({ input: child.stdout })
      .once('line', settle)
      .once('close', () => settle(''))
  })
  child.stdout.resume()
  if (line === '') throw new Stop('The stand-in for Parallel did not start (its words are above).')
  return { ...JSON.parse(line), ended, stop: () => stopProcess(child) }
}
