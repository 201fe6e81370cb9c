/** Called by electron-builder once the app lies unpacked, before it is signed: flips the fuses and reads them back. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { findFuseFaults, wantedFuses } from './fuses.mjs'

/** Where electron-builder put the binary. */
export function packedBinary({ appOutDir, electronPlatformName, packager }) {
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
  // What Electron runs when it has no app; with an app it is never read. Gone before anything is signed: a signature
  // of macOS covers it.
  rmSync(join(resourcesOf(binary, context), 'default_app.asar'), { force: true })
  const wire = await getCurrentFuseWire(binary)
  const had = Object.entries(wantedFuses).filter(([fuse]) => wire[fuse] !== undefined)
  await flipFuses(binary, {
    version: FuseVersion.V1,
    // An arm64 Mac refuses a binary whose signature doesn't fit; electron-builder signs anew where it can sign.
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
    ...Object.fromEntries(had),
  })
  const faults = findFuseFaults(await getCurrentFuseWire(binary))
  if (faults.length > 0) throw new Error(`The fuses are not as wanted: ${faults.join('; ')}`)
}
