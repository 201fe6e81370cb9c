import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'

/** The lock is held until the input ends, also when the process that holds it is killed. */
const script = `
command -v flock >/dev/null || { echo locked; exec cat; }
exec 9>"$1"
flock -n 9 || { echo waiting; flock 9; }
echo locked
exec cat`

/**
 * Runs the action while no other process runs one with the same lock file. On a system without flock(1), such as macOS
 * and Windows, it runs without a lock.
 * @template T
 * @param {string} lockFile is made, and stays
 * @param {() => Promise<T>} action
 * @param {() => void} [onWaiting] called when another process holds the lock
 * @returns {Promise<T>}
 */
export async function runExclusively(lockFile, action, onWaiting = () => {}) {
  if (process.platform === 'win32') return action()
  mkdirSync(dirname(lockFile), { recursive: true, mode: 0o700 })
  const holder = spawn('sh', ['-c', script, 'lock', lockFile], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: holder.stdout })
  try {
    await new Promise((settle, reject) => {
      lines.on('line', (line) => (line === 'locked' ? settle() : onWaiting()))
      lines.once('close', () => reject(new Error(`The lock ${lockFile} can't be taken.`)))
      holder.once('error', reject)
    })
    return await action()
  } finally {
    holder.stdin.end()
  }
}
