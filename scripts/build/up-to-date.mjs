/** Incremental builds: an output is up to date if it is newer than its sources. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The latest mtime in a file or folder, including folders, as deleting a file changes its folder; 0 if absent. */
function newestChange(path) {
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

/** True if `output` exists and none of `sources` is newer. */
export function isUpToDate(output, sources) {
  const builtAt = statSync(output, { throwIfNoEntry: false })?.mtimeMs
  return builtAt !== undefined && sources.every((source) => newestChange(source) <= builtAt)
}
