/** What was typed after `node scripts/test.mjs`. */
import { Stop } from '../run/say.mjs'

export const layers = ['check', 'build', 'unit', 'wire', 'e2e', 'package']
/** What takes long: `--full` runs it after all the others. */
export const longLayers = ['languages', 'fresh', 'bare', 'soak']
const alone = [...layers, ...longLayers, 'screenshots']

/**
 * `--full` runs every layer and those that take long. `--only LAYER` runs one layer; everything else goes on to the tool that runs it, so it needs `--only`.
 * @param {string[]} words
 * @returns {{layers: string[], rest: string[]}}
 */
export function parseArguments(words) {
  const rest = [...words]
  if (rest.join() === '--full') return { layers: [...layers, ...longLayers], rest: [] }
  const at = rest.indexOf('--only')
  const only = at === -1 ? undefined : rest.splice(at, 2)[1]
  if (at === -1 && rest.length === 0) return { layers, rest }
  if (only === undefined || !alone.includes(only)) {
    throw new Stop(
      `Usage: node scripts/test.mjs [--full | --only ${alone.join('|')} [arguments for its tool]]`,
    )
  }
  // The layers that run the app need it built; that is quick if nothing changed.
  const runsTheApp = ['e2e', 'package', 'screenshots', 'languages', 'fresh', 'soak']
  return {
    layers: runsTheApp.includes(only) ? ['build', only] : [only],
    rest,
  }
}
