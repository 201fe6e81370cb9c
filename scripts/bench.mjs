/** Measures what must stay small: `npm run bench`. The figures are of this machine, as it is now. */
import { join, resolve } from 'node:path'
import { runnerImport } from 'vite'

const root = resolve(import.meta.dirname, '..')
const { module } = await runnerImport(join(root, 'scripts/bench/history.ts'), {
  configFile: false,
  logLevel: 'error',
})
await module.run()
