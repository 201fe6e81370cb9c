/**
 * Tests a real AppImage (`npm run test:full`): electron-builder builds two versions; the test starts one, updates it from a
 * local feed, and moves it. Its runtime unpacks it instead of mounting it, which an unprivileged user can't do here.
 */
import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildAll } from '../build.mjs'
import { ensureAppImageTools } from '../package/app-image-tools.mjs'
import { packTestApp } from '../package/test-app.mjs'
import { Stop } from '../run/say.mjs'
import { distOf, findElectron } from '../setup/electron.mjs'
import { cacheFolder, isRoot, root } from '../setup/paths.mjs'
import { stage, testParts } from '../setup/stage.mjs'
import { ensureLibraries, ensurePackages, packageGroups } from '../setup/system-packages.mjs'
import { runPlaywright } from './run-playwright.mjs'

const newVersion = '9.8.7'

/**
 * @param {string[]} rest goes to Playwright
 * @returns {Promise<{ok: boolean, report: string}>}
 */
export async function runAppImageTests(rest) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Stop('The AppImage is made on x64 Linux only.')
  const { display, session, browser, packages, appImage } = packageGroups
  await ensurePackages([...display, ...session, ...browser, ...packages, ...appImage])
  const runtime = await findElectron()
  await ensureLibraries(runtime.executable)
  process.env.APPIMAGE_TOOLS_PATH = await ensureAppImageTools()
  await buildAll()
  const made = join(root, 'out/app-image')
  rmSync(made, { recursive: true, force: true })
  mkdirSync(made, { recursive: true })
  for (const version of [undefined, newVersion]) {
    const electron = distOf(runtime.executable)
    const { packages: files } = await packTestApp({ electron, runtime, kinds: ['AppImage'], version })
    copyFileSync(files[0], join(made, `${version ?? 'current'}.AppImage`))
  }
  const folder = isRoot ? stage([...testParts, relative(root, made)], { modules: true }) : root
  const target = join(root, 'test-results')
  const results = isRoot ? join(cacheFolder(), `results-${process.pid}`) : target
  const env = {
    PARALLEL_TRAY_APP_IMAGES: join(folder, 'out/app-image'),
    PARALLEL_TRAY_NEW_VERSION: newVersion,
  }
  const ok = await runPlaywright({ folder, results, runtime, env, rest })
  if (results !== target) {
    rmSync(target, { recursive: true, force: true })
    cpSync(results, target, { recursive: true })
    rmSync(results, { recursive: true, force: true })
  }
  return { ok, report: join(target, 'e2e.json') }
}
