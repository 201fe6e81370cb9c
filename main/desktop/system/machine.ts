import { release, type, version } from 'node:os'
import type { App } from 'electron'
import type { SystemInfo } from '../../../preload/contract/index.ts'
import type { Platform } from '../../ports.ts'
import { regionalFormats } from '../start/regional-formats.ts'

const machines: Readonly<Record<string, string>> = { x64: 'x86_64', ia32: 'i686' }

/** For the registration at the service: the vendor's API reference lists the fields. */
export function describePlatform(): Platform {
  const machine = machines[process.arch] ?? process.arch
  const system = type()
  return {
    machine,
    os_name: process.platform === 'win32' ? 'nt' : 'posix',
    processor: machine,
    release: release(),
    system: system === 'Windows_NT' ? 'Windows' : system,
    version: version(),
  }
}

/** For the window, which offers only what the system supports. Call it only after the app is ready. */
export function describeMachine(app: Pick<App, 'getSystemLocale'>): SystemInfo {
  const systems = { darwin: 'mac', win32: 'windows' } as const
  const system =
    process.platform === 'darwin' || process.platform === 'win32' ? systems[process.platform] : 'linux'
  return {
    platform: system,
    wayland: process.env.XDG_SESSION_TYPE === 'wayland' || process.env.WAYLAND_DISPLAY !== undefined,
    formats: regionalFormats({
      platform: process.platform,
      env: process.env,
      systemLocale: app.getSystemLocale(),
    }),
  }
}
