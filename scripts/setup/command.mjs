/** The command line that starts the built app. */
import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import { warn } from '../run/say.mjs'
import { canSandbox } from './user.mjs'

/** Adds what an Electron other than the one in package.json may lack. Loaded before the app. */
const polyfill = 'scripts/electron-polyfill/polyfill.cjs'

/** Containers often have 64 MiB of shared memory: too little for Chromium, which then uses files. */
function hasSmallSharedMemory() {
  if (process.platform !== 'linux') return false
  try {
    const { blocks, bsize } = statfsSync('/dev/shm')
    return blocks * bsize < 256 * 1024 * 1024
  } catch {
    return true
  }
}

/**
 * @param {{kind: string, executable: string}} runtime
 * @param {{folder: string, sandbox: boolean, gpu: boolean}} options `folder` holds package.json and out/
 * @returns {{executable: string, args: string[]}}
 */
export function electronCommand(runtime, { folder, sandbox, gpu }) {
  const args = []
  if (runtime.kind !== 'official') args.push('-r', join(folder, polyfill))
  if (!sandbox) args.push('--no-sandbox')
  if (!gpu) args.push('--disable-gpu')
  if (hasSmallSharedMemory()) args.push('--disable-dev-shm-usage')
  args.push(folder)
  return { executable: runtime.executable, args }
}

/** True if the sandbox works for the user who runs the app; prints a warning otherwise. */
export function sandboxOrWarn() {
  if (canSandbox()) return true
  warn('NO SANDBOX: this system allows no user namespaces, so Electron runs with --no-sandbox.')
  return false
}
