/**
 * Runs the stand-in for Parallel: `npm run platform [-- --port N --api-port N --state FILE --no-spend]`.
 * Builds its bundle first if it is missing or outdated.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildAll } from './build.mjs'
import { root, standInState } from './setup/paths.mjs'

await buildAll(['platform'])
const words = process.argv.slice(2)
if (!words.some((word) => word === '--state' || word.startsWith('--state=')))
  process.argv.push('--state', standInState)
await import(pathToFileURL(join(root, 'out/platform/index.mjs')).href)
