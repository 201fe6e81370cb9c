/**
 * Records which packages the shipped bundles contain. Only the bundler knows: package.json names direct dependencies,
 * most of whose dependencies are never bundled.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../setup/paths.mjs'

/** The bundles of a release. */
const shippedBundles = /** @type {const} */ (['main', 'updater', 'preload', 'renderer'])

const recordFile = (bundle) => join(root, 'out/.built', `${bundle}.packages.json`)

/**
 * The package of a module, as its folder below the root; null for the app's own modules.
 * Bundlers inject their own code as virtual modules.
 * @param {string} id
 * @returns {string | null}
 * @throws for a virtual module of an unknown bundler, as its licence is unknown
 */
export function packageOf(id) {
  if (id.startsWith('\0')) {
    const bundler = /^\0(vite|rolldown)\//.exec(id)?.[1]
    if (bundler === undefined) throw new Error(`build: ${id.slice(1)} is a module of an unknown bundler.`)
    return `node_modules/${bundler}`
  }
  return (
    /^(?:.*?[\\/])?(node_modules[\\/](?:.*[\\/]node_modules[\\/])?(?:@[^\\/]+[\\/])?[^\\/]+)/
      .exec(id)?.[1]
      ?.replaceAll('\\', '/') ?? null
  )
}

/**
 * A plugin that records the packages of a bundle. Modules that tree shaking removed completely don't count.
 * @param {(typeof shippedBundles)[number]} bundle
 * @returns {import('vite').Plugin}
 */
export function recordPackages(bundle) {
  return {
    name: 'record-packages',
    generateBundle(_options, output) {
      const folders = Object.values(output)
        .flatMap((part) => (part.type === 'chunk' ? Object.entries(part.modules) : []))
        .filter(([, { renderedLength }]) => renderedLength > 0)
        .map(([id]) => packageOf(id))
        .filter((folder) => folder !== null)
      mkdirSync(dirname(recordFile(bundle)), { recursive: true })
      writeFileSync(recordFile(bundle), JSON.stringify([...new Set(folders)].sort()))
    },
  }
}

/** Whether every shipped bundle has a record. */
export function hasPackageRecords() {
  return shippedBundles.every((bundle) => existsSync(recordFile(bundle)))
}

/**
 * The packages of all shipped bundles, as sorted folders below the root.
 * @returns {string[]}
 */
export function bundledPackages() {
  const folders = shippedBundles.flatMap((bundle) => JSON.parse(readFileSync(recordFile(bundle), 'utf8')))
  return [...new Set(folders)].sort()
}
