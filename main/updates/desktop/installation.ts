/** How the app was installed, which decides how it can be updated. */
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { UpdatedBy } from '../../../preload/contract/index.ts'
import { ownAppImage } from '../../desktop/system/app-image.ts'

export type Installation =
  | { readonly kind: 'app-image'; readonly image: string }
  | { readonly kind: 'windows' }
  | { readonly kind: 'mac' }
  /** The app can check for updates, but not install them. */
  | { readonly kind: 'others'; readonly by: UpdatedBy }

export type Program = {
  readonly isPackaged: boolean
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  /** The path of the executable. */
  readonly program: string
  /** The resources folder, where electron-builder puts app-update.yml if the package has a feed. */
  readonly resources: string
}

/** Null if the app can't be updated: it has no feed, or was unpacked from an archive. */
export function findInstallation(options: Program): Installation | null {
  const { isPackaged, platform, resources, program, env } = options
  if (!isPackaged || !existsSync(join(resources, 'app-update.yml'))) return null
  if (platform === 'darwin') return { kind: 'mac' }
  if (platform === 'win32') {
    // Only the installer adds this file; the zip is the same otherwise.
    return existsSync(join(dirname(program), 'Uninstall Parallel Tray.exe')) ? { kind: 'windows' } : null
  }
  const image = ownAppImage(env, program)
  if (image !== null) {
    return isReplaceable(image) ? { kind: 'app-image', image } : { kind: 'others', by: 'hand' }
  }
  const type = packageType(resources)
  return type === 'deb' || type === 'rpm' ? { kind: 'others', by: type } : null
}

function isReplaceable(file: string): boolean {
  try {
    // A rename needs write access to the folder.
    accessSync(dirname(file), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** electron-builder adds this file to packages for a package manager only. */
function packageType(resources: string): string | null {
  try {
    return readFileSync(join(resources, 'package-type'), 'utf8').trim()
  } catch {
    return null
  }
}
