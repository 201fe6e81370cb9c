/** A build of the app for the old Electron that runs under Wine. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundles } from '../build/bundles.mjs'
import { root } from '../setup/paths.mjs'

const targets = { main: 'node16', updater: 'node16', preload: 'node16', renderer: 'chrome108' }
const folder = join(root, 'out/wine')

/**
 * Builds the app into out/wine; the icons and licences are those of the usual build.
 * @returns {Promise<string>} the folder, which Electron takes as an app
 */
export async function buildForWine() {
  const { build } = await import('vite')
  rmSync(folder, { recursive: true, force: true })
  for (const [name, target] of Object.entries(targets)) {
    const { output, config: configOf } = bundles[name]
    const config = configOf()
    const outDir = join(folder, dirname(output))
    // Without the plugins, which record the packages of a release.
    await build({ ...config, plugins: [], build: { ...config.build, target, outDir } })
  }
  // Only the fields that Electron and electron-builder read.
  const { scripts, devDependencies, ...manifest } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  for (const part of ['LICENSE', 'out/icons', 'out/licences.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true })
  }
  for (const part of ['electron-polyfill', 'wine']) {
    mkdirSync(join(folder, 'scripts'), { recursive: true })
    cpSync(join(root, 'scripts', part), join(folder, 'scripts', part), { recursive: true })
  }
  return folder
}
