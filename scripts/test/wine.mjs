/**
 * Tests the Windows app under Wine (`npm run test:windows`): Windows' code paths, registry, encryption and file names. Wine
 * isn't Windows, and the Electron is old: see docs/platforms.md.
 */
import { cpSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildAll } from '../build.mjs'
import { Stop } from '../run/say.mjs'
import { cacheFolder, isRoot, root } from '../setup/paths.mjs'
import { stage, testParts } from '../setup/stage.mjs'
import { ensurePackages, packageGroups } from '../setup/system-packages.mjs'
import { userEnvironment } from '../setup/user.mjs'
import { buildForWine } from '../wine/build.mjs'
import { ensureWineElectron, wineElectronVersion } from '../wine/electron.mjs'
import { packWindowsZip } from '../wine/pack.mjs'
import { endPrefix, makePrefix, wineEnvironment } from '../wine/prefix.mjs'
import { runPlaywright } from './run-playwright.mjs'

/**
 * @param {string[]} rest goes to Playwright
 * @returns {Promise<{ok: boolean, report: string}>}
 */
export async function runWindowsTests(rest) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Stop('Wine runs on x64 Linux only here.')
  const { display, session, browser, wine } = packageGroups
  await ensurePackages([...display, ...session, ...browser, ...wine])
  const electron = await ensureWineElectron()
  await buildAll()
  const zip = relative(root, await packWindowsZip({ app: await buildForWine(), electron }))
  const folder = isRoot ? stage([...testParts, 'out/wine', zip], { modules: true }) : root
  const app = join(folder, 'out/wine')
  const prefix = join(process.env.TMPDIR, 'wine')
  const drive = { prefix, env: userEnvironment() }
  makePrefix(drive)
  const results = isRoot ? join(cacheFolder(), `results-${process.pid}`) : join(root, 'test-results')
  const executable = join(folder, 'scripts/wine/run-electron.sh')
  const preloads = ['standard-streams.cjs', 'polyfill.cjs'].map((name) => join(app, 'scripts/wine', name))
  const args = [...preloads.flatMap((file) => ['-r', file]), '--no-sandbox', '--disable-gpu', app]
  const ok = await runPlaywright({
    folder,
    results,
    runtime: { kind: 'wine', executable, version: wineElectronVersion },
    env: {
      ...wineEnvironment(prefix),
      WINE_PROGRAM: join(electron, 'electron.exe'),
      PARALLEL_TRAY_WINE: join(folder, zip),
      PARALLEL_TRAY_ELECTRON: JSON.stringify({ executable, args }),
    },
    rest,
  })
  endPrefix(drive)
  const target = join(root, 'test-results')
  if (results !== target) {
    rmSync(target, { recursive: true, force: true })
    cpSync(results, target, { recursive: true })
    rmSync(results, { recursive: true, force: true })
  }
  return { ok, report: join(target, 'e2e.json') }
}
