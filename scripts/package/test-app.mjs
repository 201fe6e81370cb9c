/** Packs the app as a release would be packed, but unpacked and on whatever Electron there is: for tests only. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/paths.mjs'

/**
 * @param {{electron: string, runtime: {kind: string, version: string}}} options `electron` is an unpacked Electron
 * @returns {Promise<string>} the folder of the app
 */
export async function packTestApp({ electron, runtime }) {
  const output = join(root, 'dist/test')
  rmSync(output, { recursive: true, force: true })
  const isFallback = runtime.kind === 'fallback'
  const { build, Platform, Arch } = await import('electron-builder')
  if (isFallback) writeStart()
  await build({
    projectDir: root,
    targets: Platform.current().createTarget('dir', process.arch === 'arm64' ? Arch.arm64 : Arch.x64),
    publish: 'never',
    config: {
      directories: { output },
      electronDist: electron,
      electronVersion: runtime.version,
      mac: { notarize: false },
      // What Electron 22 lacks is filled in before the app starts; a release knows nothing of it.
      ...(isFallback
        ? { files: ['out/electron22/**'], extraMetadata: { main: 'out/electron22/packaged.cjs' } }
        : {}),
    },
  })
  return join(output, unpackedFolder())
}

function unpackedFolder() {
  if (process.platform === 'darwin') return process.arch === 'arm64' ? 'mac-arm64' : 'mac'
  const name = process.platform === 'win32' ? 'win' : 'linux'
  return `${name}${process.arch === 'arm64' ? '-arm64' : ''}-unpacked`
}

function writeStart() {
  const start = "require('./shim.cjs')\nrequire('../main/index.cjs')\n"
  writeFileSync(join(root, 'out/electron22/packaged.cjs'), start)
}
