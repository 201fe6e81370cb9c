/** Messages of the scripts for the terminal. They go to stderr; stdout is for results. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Prints one line of progress. */
export function say(text) {
  console.error(text)
}

/** Prints a highlighted line. */
export function warn(text) {
  console.error(process.stderr.isTTY ? `\x1b[1;33m! ${text}\x1b[0m` : `! ${text}`)
}

/** An error that the user can resolve: printed without a stack trace. */
export class Stop extends Error {}

/** Prints the message of a `Stop`, or the stack of any other error. */
export function printError(error) {
  console.error(error instanceof Stop ? `\n${error.message}` : error)
}

/**
 * Ends the script with an error. At once: with `process.exitCode` alone, a hook that electron-builder leaves behind
 * (async-exit-hook) would end it with 0.
 */
export function fail(error) {
  printError(error)
  process.exit(1)
}

export function mebibytes(bytes) {
  return `${(bytes / 1024 / 1024).toFixed(0)} MiB`
}

/** Bytes of all files in a folder; 0 if it is absent. Files that disappear meanwhile are skipped. */
export function sizeOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.size
  let names = []
  try {
    names = readdirSync(path)
  } catch {}
  return names.reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

/**
 * Shows the progress of a long step: on a terminal in one line that is updated every second and cleared at the end,
 * elsewhere in an occasional new line.
 * @param {string} name
 * @param {() => string} [detail]
 * @param {number} [everyMs] between these lines
 * @returns {() => void} ends it
 */
export function progress(name, detail = () => '', everyMs = 15_000) {
  const { isTTY, columns } = process.stderr
  const started = Date.now()
  const line = () => `${name}: ${Math.round((Date.now() - started) / 1000)} s ${detail()}`.trimEnd()
  const show = () =>
    isTTY ? process.stderr.write(`\r\x1b[K${line().slice(0, (columns || 80) - 1)}`) : say(line())
  const timer = setInterval(show, isTTY ? 1000 : everyMs)
  return () => {
    clearInterval(timer)
    if (isTTY) process.stderr.write('\r\x1b[K')
  }
}
