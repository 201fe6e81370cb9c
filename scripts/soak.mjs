/**
 * `npm run test:soak`: what `npm test` does for seconds, for hours. Top-ups by the hundred thousand, lives of the
 * simulation by the thousand, whole ones of 90 days with 20 organisations, and the app killed again and again.
 * `PARALLEL_TRAY_SEED` repeats a failed life of the simulation. `--short` does it for minutes: part of `test:full`.
 */
import { join } from 'node:path'
import { runTool } from './run/tool.mjs'
import { root } from './setup/paths.mjs'

const lives = (runs, days, organisations) => ({
  PARALLEL_TRAY_RUNS: String(runs),
  PARALLEL_TRAY_DAYS: String(days),
  PARALLEL_TRAY_ORGANISATIONS: String(organisations),
})

const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const simulation = [vitest, 'run', '--project', 'wire', 'e2e/simulation']
const topUps = [vitest, 'run', '--project', 'unit', 'main/organisation/top-up/top-up.model.test.ts']
const endToEnd = [join(root, 'scripts/test.mjs'), '--only', 'e2e', '-g', 'crash.spec']

const isShort = process.argv.includes('--short')
const steps = [
  { words: topUps, env: { PARALLEL_TRAY_SOAK_RUNS: isShort ? '20000' : '100000' } },
  { words: simulation, env: isShort ? lives(1500, 8, 2) : lives(10_000, 8, 2) },
  { words: simulation, env: isShort ? lives(20, 90, 20) : lives(100, 90, 20) },
  { words: endToEnd, env: { PARALLEL_TRAY_CRASHES: isShort ? '10' : '30' } },
]

for (const { words, env } of steps) {
  const ok = await runTool(process.execPath, words, { cwd: root, env: { ...process.env, ...env } })
  if (!ok) process.exitCode = 1
}
