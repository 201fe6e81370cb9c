/** The 7-Zip that electron-builder packs with, where one is installed: by itself it downloads one. */
import { spawnSync } from 'node:child_process'

/** @returns {Record<string, string>} what to add to the environment; nothing where it has to be downloaded */
export function sevenZip(env = process.env) {
  if (env.ELECTRON_BUILDER_7ZIP_PATH || process.platform !== 'linux') return {}
  const found = spawnSync('sh', ['-c', 'command -v 7za'], { encoding: 'utf8' }).stdout.trim()
  return found ? { ELECTRON_BUILDER_7ZIP_PATH: found } : {}
}
