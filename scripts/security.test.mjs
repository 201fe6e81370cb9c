/**
 * Holds SECURITY.md to the code: the tests and files that it names exist, and what it says is never set, isn't. That the
 * named tests ran and passed is the last layer of `npm test` (test/named-tests.mjs).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './setup/paths.mjs'
import { namedTests } from './test/named-tests.mjs'

/** A title is followed by the function or the options of its test. */
const titlePattern = /\(\s*(?:'([^'\n]+)'|`([^`\n]+)`|"([^"\n]+)")\s*,\s*(?:async\b|function\b|[({]|\w+ =>)/g
const parameter = /%[sdjo]|\$\{[^}]*\}|\$\w+/

const page = readFileSync(join(root, 'SECURITY.md'), 'utf8')

function filesIn(folder, pattern) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(root, folder, String(name)))
    .filter((path) => pattern.test(path) && !path.includes('node_modules'))
}

/** The titles in the sources, with a gap for each parameter: `%s`, `$name` or `${…}`. */
const titles = ['main', 'preload', 'renderer', 'words', 'e2e', 'scripts']
  .flatMap((folder) => filesIn(folder, /\.(?:test|spec)\.\w+$/))
  .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(titlePattern)])
  .map(([, single, template, double]) => (single ?? template ?? double).split(parameter))

function exists(name) {
  return titles.some((parts) => {
    if (parts.join('').length < 8) return false
    const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    return new RegExp(`^${escaped.join('.+')}$`).test(name)
  })
}

test('SECURITY.md names only tests that exist', () => {
  expect(titles.length).toBeGreaterThan(500)
  const named = namedTests(page)
  expect(named.length).toBeGreaterThan(35)
  expect(named.filter((title) => !exists(title))).toEqual([])
})

test('SECURITY.md covers the twenty items of Electron’s checklist, each with a test', () => {
  const rows = [...page.matchAll(/^\| (\d+) \|.*$/gm)]
  expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  for (const [row, number] of rows) expect(row.match(/"[^"]+"/g), `item ${number}`).not.toBeNull()
})

test('SECURITY.md names only files that exist', () => {
  const files = [...page.matchAll(/`((?:main|preload|scripts|\.github)\/[^`]+)`/g)].map(([, path]) => path)
  expect(files.length).toBeGreaterThan(8)
  expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('nothing in the code weakens a window', () => {
  const weakening =
    /\b(?:allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|allowpopups|nodeIntegrationIn\w+)\b|(?:webSecurity|contextIsolation|sandbox): false|(?:nodeIntegration|webviewTag): true|<webview|no-sandbox|disable-web-security|ignore-certificate|setCertificateVerifyProc|certificate-error|dangerouslySetInnerHTML/
  const sources = ['main', 'preload', 'renderer'].flatMap((folder) => filesIn(folder, /(?<!\.test)\.tsx?$/))
  expect(sources.length).toBeGreaterThan(200)
  // The switch that is refused has to be named, with tests beside it.
  const refusing = ['start/switches.ts', 'system/app-image.ts']
  const others = sources.filter((path) => !refusing.some((end) => path.endsWith(end)))
  expect(others.filter((path) => weakening.test(readFileSync(path, 'utf8')))).toEqual([])
  const window = readFileSync(join(root, 'main/desktop/window/create-window.ts'), 'utf8')
  for (const said of [
    'contextIsolation: true',
    'sandbox: true',
    'nodeIntegration: false',
    'webSecurity: true',
  ])
    expect(window).toContain(said)
})
