/**
 * `npm run test:soak [-- --minutes N]`: runs property tests that `npm test` runs for seconds for N minutes (default 30):
 * top-ups, simulations of the whole app, long ones with many organisations, and repeated crashes of the app. Each prints its
 * seed and a summary; `PARALLEL_TRAY_SEED` repeats a run.
 */
import { join } from 'node:path'
import { fail, Stop, say } from './run/say.mjs'
import { runTool } from './run/tool.mjs'
import { root } from './setup/paths.mjs'

const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const simulation = [vitest, 'run', '--project', 'wire', 'e2e/simulation']

/** `share` of the time; each step takes some seconds more to start and to end. */
const steps = [
  {
    name: 'top-ups',
    share: 0.2,
    words: [vitest, 'run', '--project', 'unit', 'main/organisation/top-up/top-up.model.test.ts'],
    env: {},
  },
  { name: 'simulations of 8 days', share: 0.3, words: simulation, env: {} },
  {
    name: 'simulations of 90 days with up to 20 organisations',
    share: 0.3,
    words: simulation,
    env: { PARALLEL_TRAY_DAYS: '90', PARALLEL_TRAY_ORGANISATIONS: '20' },
  },
  {
    name: 'crashes of the app',
    share: 0.2,
    words: [join(root, 'scripts/test.mjs'), '--only', 'e2e', '-g', 'through crashes'],
    env: {},
  },
]

function readMinutes([option, value, ...rest]) {
  if (option === undefined) return 30
  const minutes = Number(value)
  if (option === '--minutes' && minutes > 0 && rest.length === 0) return minutes
  throw new Stop('Usage: npm run test:soak [-- --minutes N]')
}

async function main() {
  const minutes = readMinutes(process.argv.slice(2))
  let ok = true
  for (const { name, share, words, env } of steps) {
    say(`\n── ${name}, ${(minutes * share).toFixed(1)} min`)
    const time = { PARALLEL_TRAY_SOAK_MINUTES: String(minutes * share) }
    ok = (await runTool(process.execPath, words, { env: { ...process.env, ...env, ...time } })) && ok
  }
  process.exit(ok ? 0 : 1)
}

await main().catch(fail)
