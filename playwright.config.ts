import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

/**
 * What a user does, in the built app: run by `npm run test:e2e` and `npm run screenshots`, which prepare the rest.
 * A test for one system only has its tag (@linux, @mac, @windows): the others aren't selected elsewhere.
 */
if (process.getuid?.() === 0)
  throw new Error('As root run `npm run test:e2e`: it runs Playwright as another user.')

const here = { linux: '@linux', darwin: '@mac', win32: '@windows' }[process.platform as string]
const others = ['@linux', '@mac', '@windows'].filter((tag) => tag !== here)
/** Tests that install a package need somebody who may: see scripts/test/own-system.mjs. */
const installs = process.env.PARALLEL_TRAY_ORDERS === undefined ? ['@installs'] : []
const screenshots = process.env.PARALLEL_TRAY_SCREENSHOTS !== undefined
/** `npm run bench`: where the figures go. */
const benchmarks = process.env.PARALLEL_TRAY_BENCH !== undefined
/** The packaged app has its own run, `npm run test:package`, as it has to be packed first. */
const packaged = process.env.PARALLEL_TRAY_PACKAGED !== undefined
const results = process.env.PARALLEL_TRAY_RESULTS ?? 'test-results'

export default defineConfig({
  testDir: 'e2e',
  testMatch: benchmarks ? 'bench/*.bench.ts' : packaged ? 'packaged/*.spec.ts' : '*.spec.ts',
  testIgnore: packaged ? [] : 'packaged/**',
  outputDir: join(results, 'artifacts'),
  snapshotPathTemplate: '{testDir}/looks/baselines/{arg}{ext}',
  // Most of a test is waiting; each worker has a display, a bus and a keyring of its own.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  grepInvert: new RegExp([...others, ...installs, ...(screenshots ? [] : ['@screenshots'])].join('|')),
  ...(screenshots ? { grep: /@screenshots/ } : {}),
  reporter: [['list'], ['json', { outputFile: join(results, 'e2e.json') }]],
})
