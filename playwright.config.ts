import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { timeoutFactor } from './e2e/desktop/wait.ts'

/**
 * What a user does, in the built app: run by `npm run test:e2e` and `npm run screenshots`, which prepare the rest.
 * A test for one system only has its tag (@linux, @mac, @windows): the others aren't selected elsewhere.
 */
if (process.getuid?.() === 0)
  throw new Error('As root run `npm run test:e2e`: it runs Playwright as another user.')

/** The app for Windows under Wine has its own run, `npm run test:windows`; the tests themselves run on Linux. */
const wine = process.env.PARALLEL_TRAY_WINE !== undefined
/** Those that need nothing of a Linux desktop. */
const wineSpecs = [
  'wine/*',
  ...['http', 'instance', 'organisations', 'restart', 'security', 'settings', 'storage', 'window'],
].map((name) => `${name}.spec.ts`)

const system = wine ? 'win32' : process.platform
const here = { linux: '@linux', darwin: '@mac', win32: '@windows' }[system as string]
const others = ['@linux', '@mac', '@windows'].filter((tag) => tag !== here)
/** Tests that install a package need somebody who may: see scripts/test/own-system.mjs. */
const installs = process.env.PARALLEL_TRAY_ORDERS === undefined ? ['@installs'] : []
const screenshots = process.env.PARALLEL_TRAY_SCREENSHOTS !== undefined
/** `npm run bench`: where the figures go. */
const benchmarks = process.env.PARALLEL_TRAY_BENCH !== undefined
/** The packaged app has its own run, `npm run test:package`, as it has to be packed first. */
const packaged = process.env.PARALLEL_TRAY_PACKAGED !== undefined
/** A real AppImage has its own run, too: see scripts/test/app-image.mjs. */
const appImage = process.env.PARALLEL_TRAY_APP_IMAGES !== undefined
/** The real desktops have theirs, `npm run test:desktops`, as they have to be installed first. */
const desktops = process.env.PARALLEL_TRAY_DESKTOPS !== undefined
const testMatch = benchmarks
  ? 'bench/*.bench.ts'
  : packaged
    ? 'packaged/*.spec.ts'
    : desktops
      ? 'desktops/*.spec.ts'
      : appImage
        ? 'app-image/*.spec.ts'
        : wine
          ? wineSpecs
          : '*.spec.ts'
const testIgnore = [
  ...(packaged ? [] : ['packaged/**']),
  ...(appImage ? [] : ['app-image/**']),
  ...(desktops ? [] : ['desktops/**']),
  ...(wine ? [] : ['wine/**']),
]
const results = process.env.PARALLEL_TRAY_RESULTS ?? 'test-results'

export default defineConfig({
  testDir: 'e2e',
  testMatch,
  testIgnore,
  outputDir: join(results, 'artifacts'),
  snapshotPathTemplate: '{testDir}/looks/baselines/{arg}{ext}',
  // Most of a test is waiting; each worker has a display, a bus and a keyring of its own.
  workers: wine ? 1 : 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000 * timeoutFactor,
  // On Windows the first sign-in waits for Chromium's encryption key, which it writes ten seconds after the start.
  expect: { timeout: (system === 'win32' ? 20_000 : 5_000) * timeoutFactor },
  grepInvert: new RegExp([...others, ...installs, ...(screenshots ? [] : ['@screenshots'])].join('|')),
  ...(screenshots ? { grep: /@screenshots/ } : {}),
  reporter: [['list'], ['json', { outputFile: join(results, 'e2e.json') }]],
})
