/** Runs a tool to its end, with its words on our terminal. */
import { spawn } from 'node:child_process'
import { root } from '../setup/paths.mjs'

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<boolean>} true if it ended well
 */
export function runTool(command, args, options = {}) {
  return new Promise((settle) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options })
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`)
      settle(false)
    })
    child.on('close', (code) => settle(code === 0))
  })
}
