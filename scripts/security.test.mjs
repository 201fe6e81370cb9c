/** Holds SECURITY.md to the code: the tests and files that it names exist, and what it says is never set, isn't. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './setup/paths.mjs'

const page = readFileSync(join(root, 'SECURITY.md'), 'utf8')

function filesIn(folder, pattern) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(root, folder, String(name)))
    .filter((path) => pattern.test(path) && !path.includes('node_modules'))
}

const titles = new Set(
  ['main', 'preload', 'renderer', 'words', 'e2e', 'scripts']
    .flatMap((folder) => filesIn(folder, /\.(?:test|spec)\.\w+$/))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\b(?:test|it)\(\s*'([^'\n]+)'/g)])
    .map(([, title]) => title),
)

/** What stands in straight quotation marks, wherever its lines break. */
const named = [...page.matchAll(/"([^"]+)"/g)].map(([, title]) => title.replace(/\s+/g, ' '))

test('SECURITY.md names only tests that exist', () => {
  expect(titles.size).toBeGreaterThan(500)
  const said = named.filter((title) => !['quotation marks', 'Limits'].includes(title))
  expect(said.length).toBeGreaterThan(40)
  expect(said.filter((title) => !titles.has(title))).toEqual([])
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
  // What whoever starts the app may switch off is a list of its own, with a test beside it.
  const others = sources.filter((path) => !path.endsWith('command-line.ts'))
  expect(others.filter((path) => weakening.test(readFileSync(path, 'utf8')))).toEqual([])
  const window = readFileSync(join(root, 'main/desktop/window/window.ts'), 'utf8')
  for (const said of [
    'contextIsolation: true',
    'sandbox: true',
    'nodeIntegration: false',
    'webSecurity: true',
  ])
    expect(window).toContain(said)
})
