/**
 * `npm run package` makes the packages that this system can make, from a fresh build, and says what it left out and why.
 * `npm run package:test` (`--test`) makes an unpacked app for the tests, on any Electron; it is never for release.
 */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { buildAll } from './build.mjs'
import { plan } from './package/plan.mjs'
import { writeBillOfMaterials } from './package/sbom.mjs'
import { packTestApp } from './package/test-app.mjs'
import { fail, say } from './run/say.mjs'
import { findElectron } from './setup/electron.mjs'
import { ensureNodeModules } from './setup/node-modules.mjs'
import { root } from './setup/paths.mjs'

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

async function packRelease() {
  const homepage = process.env.PARALLEL_TRAY_HOMEPAGE
  const { packages, leftOut } = plan({ platform: process.platform, hasHomepage: Boolean(homepage), has })
  for (const { what, why } of leftOut) say(`Left out: ${what}: ${why}.`)
  // Refuses the fallback: an old Chromium never meets real credentials.
  await findElectron({ allowFallback: false })
  await buildAll([], { force: true })
  const { build, Platform, archFromString } = await import('electron-builder')
  const byArch = new Map()
  for (const { target, arch } of packages) {
    byArch.set(archFromString(arch), [...(byArch.get(archFromString(arch)) ?? []), target])
  }
  const files = await build({
    projectDir: root,
    targets: new Map([[Platform.current(), byArch]]),
    publish: 'never',
    config: homepage ? { extraMetadata: { homepage } } : {},
  })
  const bill = join(root, 'dist/parallel-tray.cdx.json')
  writeBillOfMaterials(bill)
  for (const file of [...files, bill]) say(`Made: ${file}`)
}

async function main() {
  await ensureNodeModules()
  if (!process.argv.includes('--test')) return packRelease()
  const runtime = await findElectron()
  await buildAll()
  const app = await packTestApp({ electron: dirname(runtime.executable), runtime })
  say(`For tests only, on Electron ${runtime.version} (${runtime.kind}): ${join(app)}`)
}

await main().catch(fail)
