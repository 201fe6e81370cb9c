/**
 * Runs the stand-in for Parallel: `npm run platform [-- --port N --api-port N --state FILE --no-spend]`.
 * Builds it first when its bundle is missing or older than what it is made from.
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
