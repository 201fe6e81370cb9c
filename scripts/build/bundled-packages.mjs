/**
 * Notes which packages really are in what ships. Only the bundler knows: package.json names what is asked for, and
 * most of what that brings along is never bundled.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../setup/paths.mjs'

/** The bundles that ship. */
export const shipped = /** @type {const} */ (['main', 'updater', 'preload', 'renderer'])

const noteOf = (bundle) => join(root, 'out/.built', `${bundle}.packages.json`)

/**
 * The package that a module belongs to, as its folder below the clone; null for our own modules.
 * The bundlers put a few lines of their own in, under made-up names.
 * @param {string} id
 * @returns {string | null}
 * @throws for a made-up module of nobody that is known: its licence has to be known, too
 */
export function packageOf(id) {
  if (id.startsWith('\0')) {
    const maker = /^\0(vite|rolldown)\//.exec(id)?.[1]
    if (maker === undefined) throw new Error(`build: nobody knows whose module ${id.slice(1)} is.`)
    return `node_modules/${maker}`
  }
  return (
    /^(?:.*?[\\/])?(node_modules[\\/](?:.*[\\/]node_modules[\\/])?(?:@[^\\/]+[\\/])?[^\\/]+)/
      .exec(id)?.[1]
      ?.replaceAll('\\', '/') ?? null
  )
}

/**
 * A plugin that writes down what a bundle is made of, once it is made. A module of which nothing is left isn't in it.
 * @param {(typeof shipped)[number]} bundle
 * @returns {import('vite').Plugin}
 */
export function notePackages(bundle) {
  return {
    name: 'note-packages',
    generateBundle(_options, made) {
      const folders = Object.values(made)
        .flatMap((part) => (part.type === 'chunk' ? Object.entries(part.modules) : []))
        .filter(([, { renderedLength }]) => renderedLength > 0)
        .map(([id]) => packageOf(id))
        .filter((folder) => folder !== null)
      mkdirSync(dirname(noteOf(bundle)), { recursive: true })
      writeFileSync(noteOf(bundle), JSON.stringify([...new Set(folders)].sort()))
    },
  }
}

/** Whether all that ships has been built here. */
export function allNoted() {
  return shipped.every((bundle) => existsSync(noteOf(bundle)))
}

/**
 * The packages in all that ships, by their folders below the clone, in the order of their names.
 * @returns {string[]}
 */
export function bundledPackages() {
  const folders = shipped.flatMap((bundle) => JSON.parse(readFileSync(noteOf(bundle), 'utf8')))
  return [...new Set(folders)].sort()
}
