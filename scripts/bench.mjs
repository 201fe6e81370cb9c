/**
 * `npm run bench [-- --check]`: compares the app with an empty one (docs/performance.md). Prints a table, writes the
 * samples to test-results/bench.json, and with `--check` fails if a goal is missed.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { summarise, table, timelineTable } from './bench/table.mjs'
import { buildAll } from './build.mjs'
import { fail, Stop } from './run/say.mjs'
import { prepareCacheFolder } from './setup/paths.mjs'
import { useOwnTemporaryFolder } from './setup/user.mjs'
import { ensureTestPackages, runEndToEnd } from './test/e2e.mjs'

async function main() {
  const [option, ...rest] = process.argv.slice(2)
  if ((option !== undefined && option !== '--check') || rest.length > 0)
    throw new Stop('Usage: npm run bench [-- --check]')
  prepareCacheFolder()
  useOwnTemporaryFolder()
  await ensureTestPackages(['bench'])
  await buildAll()
  const { ok, report } = await runEndToEnd({ kind: 'bench', rest: [] })
  if (!ok) throw new Stop('The bench did not get to its end.')
  const { rows, timelines } = JSON.parse(readFileSync(join(dirname(report), 'bench.json'), 'utf8'))
  console.log(`\n${table(rows)}`)
  if (Object.keys(timelines).length > 0) console.log(`\n${timelineTable(timelines)}`)
  const missed = rows.map(summarise).filter(({ reached }) => !reached)
  if (missed.length > 0) console.log(`\nMissed: ${missed.map(({ name }) => name).join('; ')}`)
  process.exit(option === '--check' && missed.length > 0 ? 1 : 0)
}

await main().catch(fail)
