/** The command line of `node scripts/test.mjs`. */
import { Stop } from '../run/say.mjs'

/** The last one checks that the tests named in SECURITY.md have run and passed in the others. */
export const layers = ['check', 'build', 'unit', 'wire', 'e2e', 'package', 'security']
/** Slow layers, which only `--full` runs. */
export const longLayers = ['languages', 'desktops', 'appimage', 'windows', 'fresh', 'bare', 'soak', 'bench']
const selectable = [...layers.slice(0, -1), ...longLayers, 'screenshots']

/**
 * `--full` runs every layer, the slow ones too. `--only LAYER` runs one layer, and passes all other arguments to its tool.
 * @param {string[]} words
 * @returns {{layers: string[], rest: string[]}}
 */
export function parseArguments(words) {
  // A remaining `--` would turn the options after it into file names.
  const rest = words.filter((word) => word !== '--')
  if (rest.join() === '--full') return { layers: [...layers, ...longLayers], rest: [] }
  const at = rest.indexOf('--only')
  const only = at === -1 ? undefined : rest.splice(at, 2)[1]
  if (at === -1 && rest.length === 0) return { layers, rest }
  if (only === undefined || !selectable.includes(only)) {
    throw new Stop(
      `Usage: node scripts/test.mjs [--full | --only ${selectable.join('|')} [arguments for its tool]]`,
    )
  }
  // Layers that run the app need a build, which is fast if nothing changed.
  const runsTheApp = ['e2e', 'package', 'screenshots', 'languages', 'desktops', 'fresh', 'soak']
  return {
    layers: runsTheApp.includes(only) ? ['build', only] : [only],
    rest,
  }
}
