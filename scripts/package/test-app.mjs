/** Packs the app as a release would be packed, but on whatever Electron there is: for tests only, and named so. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/paths.mjs'
import { linuxConfig } from './linux.mjs'
import { plan } from './plan.mjs'
import { sevenZip } from './seven-zip.mjs'

const output = join(root, 'dist/test')
const polyfill = 'scripts/electron-polyfill'

/** Kinds that tests install and take away again. */
export const testedKinds = process.platform === 'linux' ? ['tar.gz', 'deb'] : []

/**
 * @param {{electron: string, runtime: {kind: string, version: string}, kinds?: readonly string[]}} options `electron` is an
 *   unpacked Electron; `kinds`: packages to be made too, each from the app that a release would make it of
 * @returns {Promise<{app: string, packages: string[]}>} the folder of the unpacked app, and the packages
 */
export async function packTestApp({ kinds = [], ...options }) {
  rmSync(output, { recursive: true, force: true })
  const { builds } = plan({ platform: process.platform, hasHomepage: true, has: () => true })
  const wanted = builds
    .map(({ targets }) => targets.filter((kind) => kinds.includes(kind)))
    .filter(({ length }) => length > 0)
  const files = []
  for (const targets of wanted.length > 0 ? wanted : [['dir']]) files.push(...(await pack(options, targets)))
  return { app: join(output, unpackedFolder()), packages: files }
}

/** @returns {Promise<string[]>} the files that were made */
async function pack({ electron, runtime }, targets) {
  const needsPolyfill = runtime.kind !== 'official'
  const { build, Platform, Arch } = await import('electron-builder')
  Object.assign(process.env, sevenZip())
  process.env.CUSTOM_FPM_PATH ??= join(import.meta.dirname, 'fpm-for-tests.mjs')
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
      // Quick rather than small.
      compression: 'store',
      deb: { compression: 'gz' },
      mac: { notarize: false },
      extraMetadata: {
        homepage: 'https://for-tests-only.invalid/',
        // A release knows nothing of the polyfill.
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
