/**
 * `npm test`: installs, checks, builds, then runs unit, wire and end-to-end tests, and proves what SECURITY.md says of them. `npm run test:full` also runs what
 * takes long or needs a mirror of Debian. Goes on after a failed layer, prints
 * the time of each, and ends with one line over all of them.
 */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fail, printError, say } from './run/say.mjs'
import { runTool } from './run/tool.mjs'
import { ensureNodeModules } from './setup/node-modules.mjs'
import { prepareCacheFolder, root } from './setup/paths.mjs'
import { useOwnTemporaryFolder } from './setup/user.mjs'
import { parseArguments } from './test/arguments.mjs'
import { findUnproven, namedTests, playwrightOutcomes, vitestOutcomes } from './test/named-tests.mjs'
import { countPlaywright, countVitest, lastLine, settle, sum } from './test/totals.mjs'

const tool = (name) => join(root, 'node_modules', name)

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** What became of each test of this run. */
const outcomes = []

async function vitest(project, rest) {
  const file = join(root, `out/test/${project}.json`)
  rmSync(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${file}`]
  const words = [tool('vitest/vitest.mjs'), 'run', '--project', project, ...reporters, ...rest]
  const ok = await runTool(process.execPath, words)
  const report = readReport(file)
  if (report) outcomes.push(...vitestOutcomes(report))
  return settle(report && countVitest(report), ok)
}

async function endToEnd(kind, rest) {
  const { runEndToEnd } = await import('./test/e2e.mjs')
  const { ok, report } = await runEndToEnd({ kind, rest })
  const parsed = readReport(report)
  if (parsed) outcomes.push(...playwrightOutcomes(parsed))
  return settle(parsed && countPlaywright(parsed), ok && parsed !== undefined)
}

/** @type {Record<string, (rest: string[]) => import('./test/totals.mjs').Counts | Promise<import('./test/totals.mjs').Counts>>} */
const run = {
  check: async () => {
    const biome = await runTool(process.execPath, [
      tool('@biomejs/biome/bin/biome'),
      'ci',
      '--error-on-warnings',
      '.',
    ])
    const types = await runTool(process.execPath, [tool('typescript/bin/tsc')])
    return settle(undefined, biome && types)
  },
  build: async () => {
    const { buildAll } = await import('./build.mjs')
    await buildAll()
    return settle(undefined, true)
  },
  unit: (rest) => vitest('unit', rest),
  wire: (rest) => vitest('wire', rest),
  e2e: (rest) => endToEnd('app', rest),
  package: (rest) => endToEnd('package', rest),
  security: () => {
    const titles = namedTests(readFileSync(join(root, 'SECURITY.md'), 'utf8'))
    const unproven = findUnproven(titles, outcomes, { runsAll: process.platform === 'linux' })
    console.log(`SECURITY.md names ${titles.length} tests. Without proof: ${unproven.length}`)
    for (const fault of unproven) console.log(`  ${fault}`)
    return settle(undefined, unproven.length === 0)
  },
  languages: async () => {
    // What e2e does in English and in longer words, in all the others.
    process.env.PARALLEL_TRAY_FIT_LANGUAGES = 'translated'
    try {
      return await endToEnd('app', ['-g', 'looks: every state fits'])
    } finally {
      delete process.env.PARALLEL_TRAY_FIT_LANGUAGES
    }
  },
  windows: async (rest) => {
    const { runWindowsTests } = await import('./test/wine.mjs')
    const { ok, report } = await runWindowsTests(rest)
    const parsed = readReport(report)
    return settle(parsed && countPlaywright(parsed), ok && parsed !== undefined)
  },
  appimage: async (rest) => {
    const { runAppImageTests } = await import('./test/app-image.mjs')
    const { ok, report } = await runAppImageTests(rest)
    const parsed = readReport(report)
    return settle(parsed && countPlaywright(parsed), ok && parsed !== undefined)
  },
  desktops: (rest) => endToEnd('desktops', rest),
  fresh: async () => {
    const { testFreshSystem } = await import('./test/fresh-system.mjs')
    return testFreshSystem()
  },
  bare: async () => {
    const { testBareSystem } = await import('./test/bare-system.mjs')
    return testBareSystem()
  },
  soak: async () =>
    settle(undefined, await runTool(process.execPath, [join(root, 'scripts/soak.mjs'), '--minutes', '4'])),
  bench: async () =>
    settle(undefined, await runTool(process.execPath, [join(root, 'scripts/bench.mjs'), '--check'])),
  screenshots: (rest) => endToEnd('screenshots', rest),
}

async function timed(name, action) {
  console.log(`\n── ${name}`)
  const started = Date.now()
  let counts
  try {
    counts = await action()
  } catch (error) {
    printError(error)
    counts = settle(undefined, false)
  }
  return { name, counts, seconds: (Date.now() - started) / 1000 }
}

async function main() {
  const { layers, rest } = parseArguments(process.argv.slice(2))
  say(`Written outside this folder: ${prepareCacheFolder()} (runtimes and copies; it may be deleted).`)
  useOwnTemporaryFolder()
  const done = [
    await timed('install', async () => {
      await ensureNodeModules()
      const { ensureTestPackages } = await import('./test/e2e.mjs')
      await ensureTestPackages(layers)
      return settle(undefined, true)
    }),
  ]
  if (done[0].counts.failed === 0) {
    for (const name of layers) done.push(await timed(name, () => run[name](rest)))
  }
  console.log('')
  for (const { name, counts, seconds } of done) {
    const numbers =
      counts.passed + counts.skipped > 0 ? `${counts.passed} passed, ${counts.skipped} skipped` : ''
    const verdict = counts.failed > 0 ? `${counts.failed} FAILED` : 'ok'
    console.log(`${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s  ${verdict}  ${numbers}`.trimEnd())
  }
  const total = sum(done.map(({ counts }) => counts))
  console.log(lastLine(total))
  // Said to the system in so many words: see `fail`.
  process.exit(total.failed > 0 ? 1 : 0)
}

await main().catch(fail)
