/**
 * Builds what is stale into out/: `npm run build [-- NAME …] [-- --force]`,
 * NAME being a bundle (main, preload, renderer, platform) or `icons`.
 */
import { existsSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hasPackageRecords } from './build/bundled-packages.mjs'
import { bundles } from './build/bundles.mjs'
import { buildIcons } from './build/icons.mjs'
import { writeLicences } from './build/licences.mjs'
import { checkInitialLoad } from './build/sizes.mjs'
import { writeTerminalFiles } from './build/terminal-files.mjs'
import { isUpToDate } from './build/up-to-date.mjs'
import { protectNewFiles, root } from './setup/paths.mjs'

/** What every bundle depends on besides its own sources. */
const common = ['package-lock.json', 'package.json', 'scripts/build']

/**
 * Builds one bundle if it is stale. A stamp, set to the time before the build, is what sources are compared
 * with, so that an edit made while the build runs isn't lost. True if it was built.
 */
async function buildBundle(name, { force, report }) {
  const { entry, output, sources, config } = bundles[name]
  if (!existsSync(join(root, entry))) {
    report(`build: ${name.padEnd(10)} left out, ${entry} isn't there`)
    return false
  }
  const stamp = join(root, 'out/.built', name)
  const upToDate =
    existsSync(join(root, output)) &&
    isUpToDate(
      stamp,
      [...common, ...sources].map((source) => join(root, source)),
    )
  if (upToDate && !force) return false
  const started = new Date()
  const { build } = await import('vite')
  await build(config())
  if (name === 'renderer') report(`build: ${name.padEnd(10)} ${checkInitialLoad(join(root, output))}`)
  mkdirSync(join(stamp, '..'), { recursive: true })
  writeFileSync(stamp, '')
  utimesSync(stamp, started, started)
  const kilobytes = Math.round(statSync(join(root, output)).size / 1024)
  report(`build: ${name.padEnd(10)} ${output}, ${kilobytes} kB, ${Date.now() - started.getTime()} ms`)
  return true
}

/**
 * Builds all bundles, or only the named ones. Messages go to stderr, so that callers can use stdout.
 * @param {string[]} names
 * @param {{force?: boolean, report?: (line: string) => void}} options
 * @returns {Promise<string[]>} the parts that were stale
 */
export async function buildAll(names = [], { force = false, report = console.error } = {}) {
  const known = [...Object.keys(bundles), 'icons']
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new Error(`build: no such part: ${unknown.join(', ')}. Known: ${known.join(', ')}`)
  protectNewFiles()
  const wanted = names.length > 0 ? names : known
  const built = []
  if (wanted.includes('icons')) {
    const made = await buildIcons()
    if (made > 0) {
      report(`build: icons      out/icons, ${made} pictures`)
      built.push('icons')
    }
  }
  for (const name of wanted) {
    if (name !== 'icons' && (await buildBundle(name, { force, report }))) built.push(name)
  }
  if (built.includes('terminal')) await writeTerminalFiles()
  if (hasPackageRecords()) writeLicences()
  return built
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  const words = process.argv.slice(2)
  await buildAll(
    words.filter((word) => !word.startsWith('-')),
    { force: words.includes('--force') },
  )
  console.error('build: up to date')
}
