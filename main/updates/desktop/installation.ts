/** How this app came onto the computer: that decides who can put a newer version in its place. */
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { UpdatedBy } from '../../../preload/contract/index.ts'
import { ownAppImage } from '../../desktop/system/app-image.ts'

export type Installation =
  | { readonly kind: 'app-image'; readonly image: string }
  | { readonly kind: 'windows' }
  | { readonly kind: 'mac' }
  /** It can only look for newer versions. */
  | { readonly kind: 'others'; readonly by: UpdatedBy }

export type Program = {
  readonly isPackaged: boolean
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  /** The path of what runs. */
  readonly program: string
  /** The folder in which electron-builder puts app-update.yml, which names the feed, if it was given one. */
  readonly resources: string
}

/** Null where there are no updates: no feed was built in, or the app was unpacked from an archive by hand. */
export function findInstallation(its: Program): Installation | null {
  const { isPackaged, platform, resources, program, env } = its
  if (!isPackaged || !existsSync(join(resources, 'app-update.yml'))) return null
  if (platform === 'darwin') return { kind: 'mac' }
  if (platform === 'win32') {
    // Only the installer puts one there: the zip is the same otherwise.
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
    // Replacing changes the folder.
    accessSync(dirname(file), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** What electron-builder writes into packages of a package manager, and only there. */
function packageType(resources: string): string | null {
  try {
    return readFileSync(join(resources, 'package-type'), 'utf8').trim()
  } catch {
    return null
  }
}
