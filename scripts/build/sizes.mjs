/** What the window loads before its first screen, and how much that may be: a tray app is to open at once. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** In bytes, as gzip would send them: the same measure whatever the names are. */
export const mostBytes = { js: 45 * 1024, css: 12 * 1024 }

/**
 * What renderer/main.tsx asks for before anything is drawn: the words of one language, here the largest, and what
 * says them.
 * @param {string} folder
 * @returns {string[]}
 */
function askedForAtOnce(folder) {
  const named = (pattern) => readdirSync(folder).filter((name) => pattern.test(name))
  const languages = named(/^[a-z]{2}(?:-[A-Z]{2})?-[\w-]{8}\.js$/)
    .map((name) => join(folder, name))
    .sort((a, b) => gzipped(b) - gzipped(a))
  const screens = named(/^show-[\w-]{8}\.js$/).map((name) => join(folder, name))
  return [...languages.slice(0, 1), ...screens]
}

const gzipped = (file) => gzipSync(readFileSync(file)).length

/**
 * The scripts and sheets that a page loads before its first screen, with what they import in turn. What is imported
 * later doesn't count.
 * @param {string} page the path of its HTML
 * @returns {{js: number, css: number}} bytes
 */
export function firstLoad(page) {
  const html = readFileSync(page, 'utf8')
  const named = [...html.matchAll(/(?:src|href)="(\.\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) =>
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
  for (const file of [...named, ...named.flatMap((file) => askedForAtOnce(dirname(file)))]) follow(file)
  const sum = (ending) =>
    [...files].filter((file) => file.endsWith(ending)).reduce((bytes, file) => bytes + gzipped(file), 0)
  return { js: sum('.js'), css: sum('.css') }
}

/**
 * @param {string} page
 * @returns {string} what it is, in a few words
 * @throws when it is more than it may be
 */
export function checkFirstLoad(page) {
  const { js, css } = firstLoad(page)
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} kB`
  const is = `${kilobytes(js)} of scripts and ${kilobytes(css)} of sheets before the first screen`
  if (js > mostBytes.js || css > mostBytes.css)
    throw new Error(
      `build: the window loads ${is}, gzipped. At most ${kilobytes(mostBytes.js)} and ${kilobytes(mostBytes.css)} ` +
        'may be. What the first screen doesn’t need can be loaded later: see renderer/lazy.tsx.',
    )
  return is
}
