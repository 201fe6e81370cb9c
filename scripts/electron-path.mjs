/**
 * Prints one line of JSON, `{"executable", "args"}`, with which any outside program can start the built app:
 * `npm run -s electron:path`. What is missing is installed and built first; all messages go to stderr.
 * The app then runs as the calling user. As root that means without Chromium's sandbox, and a warning says so.
 */
import { fail, warn } from './run/say.mjs'
import { electronCommand, sandboxOrWarn } from './setup/command.mjs'
import { ensureNodeModules } from './setup/node-modules.mjs'
import { isRoot, prepareCacheFolder, root } from './setup/paths.mjs'

async function main() {
  prepareCacheFolder()
  await ensureNodeModules()
  const { findElectron } = await import('./setup/electron.mjs')
  const { ensureLibraries } = await import('./setup/system-packages.mjs')
  const { buildAll } = await import('./build.mjs')
  const runtime = await findElectron()
  await ensureLibraries(runtime.executable)
  await buildAll()
  if (isRoot) warn('NO SANDBOX: Electron cannot have its sandbox as root, so the arguments say --no-sandbox.')
  const command = electronCommand(runtime, { folder: root, sandbox: !isRoot && sandboxOrWarn(), gpu: false })
  process.stdout.write(`${JSON.stringify(command)}\n`)
}

await main().catch(fail)
