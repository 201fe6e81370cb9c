/** The SystemProbe port: the facts about the system and the network that the diagnostics contain. */
import { readFileSync } from 'node:fs'
import { arch, release, version } from 'node:os'
import { join } from 'node:path'
import type { App, Net, SafeStorage, Screen, Session } from 'electron'
import type { Section, SystemProbe } from '../../ports.ts'
import { ownAppImage } from './app-image.ts'

export type ElectronSystemProbeOptions = {
  readonly app: Pick<App, 'isPackaged' | 'getLocale'>
  readonly net: Pick<Net, 'isOnline'>
  readonly screen: Pick<Screen, 'getAllDisplays'>
  readonly safeStorage: Pick<SafeStorage, 'getSelectedStorageBackend'>
  /** The session of the app's requests, which knows its proxy and resolver. */
  readonly session: () => Pick<Session, 'resolveProxy' | 'resolveHost'>
  readonly hasTrayHost: () => Promise<boolean | 'unknown'>
  /** The addresses of the servers, for which the proxy is described. */
  readonly servers: readonly string[]
}

/** Call it only after the app is ready. */
export function electronSystemProbe(options: ElectronSystemProbeOptions): SystemProbe {
  const { app, net, screen, safeStorage, session, hasTrayHost, servers } = options
  const resolveProxy = (address: string): Promise<string> => session().resolveProxy(address)
  return {
    resolveProxy,
    isOnline: () => net.isOnline(),
    async resolveHost(name) {
      try {
        return (await session().resolveHost(name)).endpoints.map(({ address }) => address)
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
          ['locale', await orError(() => app.getLocale())],
          ['displays', await orError(() => screen.getAllDisplays().map(displayText).join(', '))],
          ...desktopFacts(process.env),
          ['tray host', await orError(async () => trayText(await hasTrayHost()))],
          ['keyring', await orError(() => keyringText(safeStorage))],
        ],
      }
      const routes = servers.map(async (address) => [
        new URL(address).host,
        await orError(() => resolveProxy(address)),
      ])
      const network: Section = {
        title: 'Network',
        facts: [
          ['system says', net.isOnline() ? 'online' : 'offline'],
          ...(await Promise.all(routes)).map(
            ([host = '', route = '']) => ['proxy', `${route} for ${host}`] as const,
          ),
        ],
      }
      return [system, network]
    },
  }
}

/** A fact that can't be determined must not hide the others. */
async function orError(ask: () => string | Promise<string>): Promise<string> {
  try {
    return await ask()
  } catch (error) {
    return `not known: ${error instanceof Error ? error.message : 'error'}`
  }
}

/** The kind of package that the app was installed from. */
function packageKind(isPackaged: boolean): string {
  if (!isPackaged) return 'none (from source)'
  if (ownAppImage(process.env, process.execPath) !== null) return 'AppImage'
  try {
    // electron-builder adds this file to deb and rpm packages.
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
