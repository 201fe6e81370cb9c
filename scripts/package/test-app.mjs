/** Packages the app like a release, but with the installed Electron and a name that marks it as a test build. */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/paths.mjs'
import { linuxConfig } from './linux.mjs'
import { plan } from './plan.mjs'
import { sevenZip } from './seven-zip.mjs'

const output = join(root, 'dist/test')
const polyfill = 'scripts/electron-polyfill'

/** The kinds of packages that the tests install and remove. */
export const testedKinds = process.platform === 'linux' ? ['tar.gz', 'deb'] : []

/**
 * @param {{electron: string, runtime: {kind: string, version: string}, kinds?: readonly string[],
 *   version?: string | undefined}} options `electron` is an
 *   unpacked Electron; `kinds`: packages to make, each from the same app as in a release
 * @returns {Promise<{app: string, packages: string[]}>} the folder of the unpacked app, and the packages
 */
export async function packTestApp({ kinds = [], ...options }) {
  rmSync(output, { recursive: true, force: true })
  const { builds } = plan({ platform: process.platform, hasHomepage: true, has: () => true })
  const requested = builds
    .map(({ targets }) => targets.filter((kind) => kinds.includes(kind)))
    .filter(({ length }) => length > 0)
  const files = []
  for (const targets of requested.length > 0 ? requested : [['dir']])
    files.push(...(await pack(options, targets)))
  return { app: join(output, unpackedFolder()), packages: files }
}

/**
 * macOS lets a program open a Keychain item only if its signature matches that of the item's creator, and asks the user
 * otherwise. Every test build has another signature. So test builds have another name and thus another item, which is
 * removed here.
 */
function useOwnKeychainItem() {
  if (process.platform !== 'darwin') return {}
  const productName = 'Parallel Tray for tests'
  spawnSync('security', ['delete-generic-password', '-s', `${productName} Safe Storage`], { stdio: 'ignore' })
  return { productName }
}

/** @returns {Promise<string[]>} the files that were made */
async function pack({ electron, runtime, version }, targets) {
  const needsPolyfill = runtime.kind !== 'official'
  const { build, Platform, Arch } = await import('electron-builder')
  Object.assign(process.env, sevenZip())
  process.env.CUSTOM_FPM_PATH ??= join(import.meta.dirname, 'fake-fpm.mjs')
  const architecture = process.arch === 'arm64' ? Arch.arm64 : Arch.x64
  return build({
    projectDir: root,
    targets: new Map([[Platform.current(), new Map([[architecture, [...targets]]])]]),
    publish: 'never',
    config: {
      ...linuxConfig,
      directories: { output },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own
      artifactName: '${name}-for-tests-only-${arch}.${ext}',
      electronDist: electron,
      electronVersion: runtime.version,
      // Faster, as size doesn't matter here.
      compression: 'store',
      deb: { compression: 'gz' },
      mac: { notarize: false },
      extraMetadata: {
        homepage: 'https://for-tests-only.invalid/',
        ...useOwnKeychainItem(),
        ...(version === undefined ? {} : { version }),
        // A release never contains the polyfill.
        ...(needsPolyfill ? { main: `${polyfill}/packaged.cjs` } : {}),
      },
      ...(needsPolyfill ? { files: [`${polyfill}/*.cjs`] } : {}),
    },
  })
}

function unpackedFolder() {
  if (process.platform === 'darwin') return process.arch === 'arm64' ? 'mac-arm64' : 'mac'
  const name = process.platform === 'win32' ? 'win' : 'linux'
  return `${name}${process.arch === 'arm64' ? '-arm64' : ''}-unpacked`
}
