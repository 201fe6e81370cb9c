/** The size budget for the files that the window loads before its first screen, so that it opens fast. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** In bytes after gzip. */
export const maxBytes = { js: 45 * 1024, css: 12 * 1024 }

/**
 * The modules that renderer/main.tsx imports dynamically before the first screen: the largest language, and the code
 * that renders the screen.
 * @param {string} folder
 * @returns {string[]}
 */
function preloadedModules(folder) {
  const matching = (pattern) => readdirSync(folder).filter((name) => pattern.test(name))
  const languages = matching(/^[a-z]{2}(?:-[A-Z]{2})?-[\w-]{8}\.js$/)
    .map((name) => join(folder, name))
    .sort((a, b) => gzipped(b) - gzipped(a))
  const screens = matching(/^render-app-[\w-]{8}\.js$/).map((name) => join(folder, name))
  // A renamed module must not fall out of the budget.
  if (languages.length > 0 && screens.length === 0)
    throw new Error('build: the module that renders the first screen is not found, so its size is not known.')
  return [...languages.slice(0, 1), ...screens]
}

const gzipped = (file) => gzipSync(readFileSync(file)).length

/**
 * The scripts and style sheets that a page loads before its first screen, with their static imports.
 * @param {string} page the path of its HTML
 * @returns {{js: number, css: number}} bytes
 */
export function initialLoad(page) {
  const html = readFileSync(page, 'utf8')
  const referenced = [...html.matchAll(/(?:src|href)="(\.\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) =>
    join(dirname(page), path),
  )
  const files = new Set()
  const follow = (file) => {
    if (files.has(file)) return
    files.add(file)
    if (!file.endsWith('.js')) return
    const imports = readFileSync(file, 'utf8').matchAll(
      /\bimport\s*(?:[^"'()]*?\bfrom\s*)?["'](\.[^"']+)["']/g,
    )
    for (const [, path = ''] of imports) follow(join(dirname(file), path))
  }
  for (const file of [...referenced, ...referenced.flatMap((file) => preloadedModules(dirname(file)))])
    follow(file)
  const sum = (extension) =>
    [...files].filter((file) => file.endsWith(extension)).reduce((bytes, file) => bytes + gzipped(file), 0)
  return { js: sum('.js'), css: sum('.css') }
}

/**
 * @param {string} page
 * @returns {string} the sizes as text
 * @throws if they exceed the budget
 */
export function checkInitialLoad(page) {
  const { js, css } = initialLoad(page)
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} kB`
  const sizes = `${kilobytes(js)} of scripts and ${kilobytes(css)} of style sheets before the first screen`
  if (js > maxBytes.js || css > maxBytes.css)
    throw new Error(
      `build: the window loads ${sizes}, gzipped. At most ${kilobytes(maxBytes.js)} and ${kilobytes(maxBytes.css)} ` +
        'are allowed. What the first screen doesn’t need can be loaded later: see renderer/lazy.tsx.',
    )
  return sizes
}
