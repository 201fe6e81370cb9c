/** electron-builder's `afterPack` hook, before signing: flips the fuses and verifies them. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { findFuseFaults, wantedFuses } from './fuses.mjs'

/** The binary that electron-builder packed; on macOS the app bundle. */
function packedBinary({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo
  if (electronPlatformName === 'darwin') return join(appOutDir, `${productFilename}.app`)
  if (electronPlatformName === 'win32') return join(appOutDir, `${productFilename}.exe`)
  return join(appOutDir, packager.executableName)
}

function resourcesOf(binary, { appOutDir, electronPlatformName }) {
  return electronPlatformName === 'darwin' ? join(binary, 'Contents/Resources') : join(appOutDir, 'resources')
}

/** @param {import('electron-builder').AfterPackContext} context */
export default async function afterPack(context) {
  const binary = packedBinary(context)
  // Electron's default app is unused. It has to go before signing, as a macOS signature covers it.
  rmSync(join(resourcesOf(binary, context), 'default_app.asar'), { force: true })
  const wire = await getCurrentFuseWire(binary)
  const supported = Object.entries(wantedFuses).filter(([fuse]) => wire[fuse] !== undefined)
  await flipFuses(binary, {
    version: FuseVersion.V1,
    // An arm64 Mac rejects a binary with an invalid signature; electron-builder signs again later if it can.
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
    ...Object.fromEntries(supported),
  })
  const faults = findFuseFaults(await getCurrentFuseWire(binary))
  if (faults.length > 0) throw new Error(`The fuses are not as wanted: ${faults.join('; ')}`)
}
