/** Makes electron-builder use an installed 7-Zip instead of downloading one. */
import { spawnSync } from 'node:child_process'

/** @returns {Record<string, string>} variables for the environment; none where no 7-Zip is installed */
export function sevenZip(env = process.env) {
  if (env.ELECTRON_BUILDER_7ZIP_PATH || process.platform !== 'linux') return {}
  const found = spawnSync('sh', ['-c', 'command -v 7za'], { encoding: 'utf8' }).stdout.trim()
  return found ? { ELECTRON_BUILDER_7ZIP_PATH: found } : {}
}
