/**
 * `npm run package` builds the app and the packages that this system can build, and prints which it skips and why.
 * `npm run package:test` (`--test`) builds an unpacked app for the tests, with any Electron, never for a release.
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildAll } from './build.mjs'
import { emptySecrets, readHomepage } from './package/environment.mjs'
import { publishTo, readFeed, readUpdates } from './package/feed.mjs'
import { linuxConfig } from './package/linux.mjs'
import { architectures, plan } from './package/plan.mjs'
import { writeBillOfMaterials } from './package/sbom.mjs'
import { sevenZip } from './package/seven-zip.mjs'
import { packTestApp } from './package/test-app.mjs'
import { fail, Stop, say } from './run/say.mjs'
import { distOf, findElectron } from './setup/electron.mjs'
import { ensureNodeModules } from './setup/node-modules.mjs'
import { prepareCacheFolder, root } from './setup/paths.mjs'

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

const output = join(root, 'dist')

async function packRelease() {
  const homepage = readHomepage(process.env)
  const { builds, leftOut } = plan({ platform: process.platform, hasHomepage: homepage !== null, has })
  const { feed, why } = readFeed({ updates: readUpdates(), env: process.env, platform: process.platform })
  for (const { what, why } of leftOut) say(`Left out: ${what}: ${why}.`)
  if (builds.length === 0) throw new Stop('There is nothing that this system can make.')
  say(feed === null ? `Left out: updates: ${why}.` : `Updates come from ${feed}`)
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    throw new Stop(
      'A release is made of the Electron that package-lock.json names, for both architectures: ' +
        'unset ELECTRON_OVERRIDE_DIST_PATH. (ELECTRON_MIRROR names where to download it.)',
    )
  }
  // Refuses the fallback, since an old Chromium must never handle real credentials.
  await findElectron({ allowFallback: false })
  for (const name of emptySecrets(process.env)) delete process.env[name]
  Object.assign(process.env, sevenZip())
  rmSync(output, { recursive: true, force: true })
  await buildAll([], { force: true })
  try {
    for (const { targets, updates } of builds) {
      const config = {
        ...publishTo(updates ? feed : null),
        ...(homepage ? { extraMetadata: { homepage } } : {}),
      }
      for (const file of await packOnce(targets, config)) say(`Made: ${basename(file)}`)
    }
  } catch (error) {
    // An incomplete set of packages must not be taken for a complete one.
    rmSync(output, { recursive: true, force: true })
    throw error
  }
  writeBillOfMaterials(join(output, 'parallel-tray.cdx.json'))
  say(`All of it is in ${output}`)
}

/** Packs the targets for both architectures. */
async function packOnce(targets, config) {
  const { build, Platform, archFromString } = await import('electron-builder')
  const byArchitecture = new Map(architectures.map((name) => [archFromString(name), [...targets]]))
  return build({
    projectDir: root,
    targets: new Map([[Platform.current(), byArchitecture]]),
    publish: 'never',
    config: { ...linuxConfig, ...config },
  })
}

async function main() {
  await ensureNodeModules()
  prepareCacheFolder()
  if (!process.argv.includes('--test')) return packRelease()
  const runtime = await findElectron()
  await buildAll()
  const { app } = await packTestApp({ electron: distOf(runtime.executable), runtime })
  say(`For tests only, on Electron ${runtime.version} (${runtime.kind}): ${app}`)
}

await main().catch(fail)
