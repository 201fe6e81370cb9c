/** Tells what needs no new build: an output that is newer than all that it is made of. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The newest change in a file or folder (folders count too: a deleted file changes its folder); 0 if absent. */
export function newestChange(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  let newest = stat.mtimeMs
  if (stat.isDirectory()) {
    for (const entry of readdirSync(path)) {
      if (entry === 'node_modules' || /\.test\.\w+$/.test(entry)) continue
      newest = Math.max(newest, newestChange(join(path, entry)))
    }
  }
  return newest
}

/** True if `output` exists and nothing of `sources` changed after it was made. */
export function isUpToDate(output, sources) {
  const made = statSync(output, { throwIfNoEntry: false })?.mtimeMs
  return made !== undefined && sources.every((source) => newestChange(source) <= made)
}
