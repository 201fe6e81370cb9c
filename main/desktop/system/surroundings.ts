/** The Surroundings port: what Electron and the system say about the place in which the app runs. */
import { readFileSync } from 'node:fs'
import { arch, release, version } from 'node:os'
import { join } from 'node:path'
import type { App, Net, SafeStorage, Screen, Session } from 'electron'
import type { Section, Surroundings } from '../../ports.ts'
import { ownAppImage } from './app-image.ts'

export type ElectronSurroundingsOptions = {
  readonly app: Pick<App, 'isPackaged' | 'getLocale'>
  readonly net: Pick<Net, 'isOnline'>
  readonly screen: Pick<Screen, 'getAllDisplays'>
  readonly safeStorage: Pick<SafeStorage, 'getSelectedStorageBackend'>
  /** The one that requests run in: it knows the proxy and how names are looked up. */
  readonly session: Pick<Session, 'resolveProxy' | 'resolveHost'>
  readonly hasTrayHost: () => Promise<boolean | 'unknown'>
  /** The servers, whose way there is described. */
  readonly servers: readonly string[]
}

/** Only after the app is ready. */
export function electronSurroundings(options: ElectronSurroundingsOptions): Surroundings {
  const { app, net, screen, safeStorage, session, hasTrayHost, servers } = options
  const resolveProxy = (address: string): Promise<string> => session.resolveProxy(address)
  return {
    resolveProxy,
    isOnline: () => net.isOnline(),
    async resolveHost(name) {
      try {
        return (await session.resolveHost(name)).endpoints.map(({ address }) => address)
      } catch {
        return []
      }
    },
    async describe() {
      const { electron = '', chrome = '', node = '' } = process.versions
      const system: Section = {
        title: 'System',
        facts: [
          ['name', `${process.platform} ${release()} ${arch()}`],
          ['version', version()],
          ['Electron', `${electron}, Chrome ${chrome}, Node ${node}`],
          ['package', packageKind(app.isPackaged)],
          ['locale', await told(() => app.getLocale())],
          ['displays', await told(() => screen.getAllDisplays().map(displayText).join(', '))],
          ...desktopFacts(process.env),
          ['tray host', await told(async () => trayText(await hasTrayHost()))],
          ['keyring', await told(() => keyringText(safeStorage))],
        ],
      }
      const ways = servers.map(async (address) => [
        new URL(address).host,
        await told(() => resolveProxy(address)),
      ])
      const network: Section = {
        title: 'Network',
        facts: [
          ['system says', net.isOnline() ? 'online' : 'offline'],
          ...(await Promise.all(ways)).map(
            ([host = '', way = '']) => ['proxy', `${way} for ${host}`] as const,
          ),
        ],
      }
      return [system, network]
    },
  }
}

/** What is worth knowing must not keep the rest from being known. */
async function told(ask: () => string | Promise<string>): Promise<string> {
  try {
    return await ask()
  } catch (error) {
    return `not known: ${error instanceof Error ? error.message : 'error'}`
  }
}

/** How it was installed, as far as it can tell. */
function packageKind(isPackaged: boolean): string {
  if (!isPackaged) return 'none (from source)'
  if (ownAppImage(process.env, process.execPath) !== null) return 'AppImage'
  try {
    // electron-builder leaves it in deb and rpm.
    return readFileSync(join(process.resourcesPath, 'package-type'), 'utf8').trim()
  } catch {
    return 'another'
  }
}

function displayText({ size, scaleFactor }: Electron.Display): string {
  return `${size.width}×${size.height} at ${scaleFactor}`
}

function desktopFacts(env: NodeJS.ProcessEnv): readonly (readonly [string, string])[] {
  if (process.platform !== 'linux') return []
  return [
    ['desktop', env.XDG_CURRENT_DESKTOP ?? 'not known'],
    ['session', env.XDG_SESSION_TYPE ?? 'not known'],
  ]
}

function trayText(hosted: boolean | 'unknown'): string {
  return hosted === 'unknown' ? 'not known' : hosted ? 'yes' : 'no'
}

function keyringText(safeStorage: Pick<SafeStorage, 'getSelectedStorageBackend'>): string {
  if (process.platform === 'darwin') return 'Keychain'
  if (process.platform === 'win32') return 'DPAPI'
  return safeStorage.getSelectedStorageBackend()
}
