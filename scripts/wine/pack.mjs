/** Builds the Windows zip like a release, but with the test build and its Electron. Needs neither Windows nor Wine. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sevenZip } from '../package/seven-zip.mjs'
import { root } from '../setup/paths.mjs'
import { wineElectronVersion } from './electron.mjs'

const output = join(root, 'dist/wine')

/**
 * @param {{app: string, electron: string}} options folders: the build for Wine, and the unpacked Electron
 * @returns {Promise<string>} the zip
 */
export async function packWindowsZip({ app, electron }) {
  const { build, Platform, Arch } = await import('electron-builder')
  rmSync(output, { recursive: true, force: true })
  Object.assign(process.env, sevenZip())
  const [zip] = await build({
    projectDir: root,
    targets: Platform.WINDOWS.createTarget(['zip'], Arch.x64),
    publish: 'never',
    config: {
      directories: { app, output },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own
      artifactName: '${name}-for-tests-only-${os}-${arch}.${ext}',
      electronDist: electron,
      electronVersion: wineElectronVersion,
      compression: 'store',
      extraMetadata: { main: 'scripts/wine/packaged.cjs' },
      files: ['scripts/electron-polyfill/*.cjs', 'scripts/wine/*.cjs'],
    },
  })
  return zip
}
