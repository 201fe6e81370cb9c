/** The switches of Chromium and Electron that the app accepts. Every other one ends the start. */

/**
 * Accepted always: display, graphics, language, proxy, keyring and logs. Each name is exact, because Chromium has more
 * than a thousand switches, and several of those that share a prefix with a harmless one remove a protection.
 */
const userSwitches = [
  ...['disable-gpu', 'disable-gpu-compositing', 'disable-software-rasterizer', 'disable-dev-shm-usage'],
  ...['ignore-gpu-blocklist', 'use-gl', 'use-angle', 'force_high_performance_gpu', 'force_low_power_gpu'],
  ...['ozone-platform', 'ozone-platform-hint', 'enable-wayland-ime', 'wayland-text-input-version'],
  ...['gtk-version', 'xdg-portal-required-version', 'display', 'class', 'touch-events', 'high-dpi-support'],
  ...['force-device-scale-factor', 'force-color-profile', 'force-dark-mode', 'force-renderer-accessibility'],
  ...['font-render-hinting', 'disable-font-subpixel-positioning', 'disable-lcd-text'],
  ...['disable-smooth-scrolling', 'lang', 'password-store', 'log-level', 'enable-logging'],
  ...['proxy-server', 'proxy-bypass-list', 'proxy-pac-url', 'proxy-auto-detect', 'no-proxy-server'],
  ...['auth-server-allowlist', 'auth-negotiate-delegate-allowlist'],
] as const

/**
 * Accepted with other servers than Parallel's own, for development and tests: each lets another program control the app
 * or read its traffic, so real sign-ins must be out of reach.
 */
const developmentSwitches = [
  ...['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'js-flags'],
  ...['host-resolver-rules', 'disable-gpu-process-crash-limit', 'log-file', 'v', 'vmodule'],
] as const

const sandboxSwitch = 'no-sandbox'

/** The values of `--enable-features` that window systems need; any other feature could remove a protection. */
const allowedFeatures = new Set(['UseOzonePlatform', 'WaylandWindowDecorations'])

const accepted: ReadonlySet<string> = new Set([...userSwitches, ...developmentSwitches, sandboxSwitch])

/**
 * Whether the argument is a switch that some start accepts. `refusedSwitch` then decides about this start.
 * @param argument as it was typed, like `--lang=de`
 */
export function isKnownSwitch(argument: string): boolean {
  const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? []
  if (name === undefined) return false
  if (name !== 'enable-features') return accepted.has(name)
  return (value ?? '').split(',').every((feature) => allowedFeatures.has(feature))
}

export type StartConditions = {
  readonly isPackaged: boolean
  /** Whether the app talks to Parallel's own servers. */
  readonly hasRealServers: boolean
  /** Whether Chromium has the switch, from the command line or the environment (`ELECTRON_DISABLE_SANDBOX`). */
  readonly hasSwitch: (name: string) => boolean
  /** Whether this is an AppImage on a system without user namespaces. Asked only if it matters. */
  readonly needsNoSandbox: () => boolean
}

/** @returns the kind of the switch that must end this start, or null */
export function refusedSwitch(start: StartConditions): 'debugging' | 'sandbox' | null {
  const { isPackaged, hasRealServers, hasSwitch, needsNoSandbox } = start
  if (hasRealServers && developmentSwitches.some(hasSwitch)) return 'debugging'
  if (isPackaged && hasSwitch(sandboxSwitch) && !needsNoSandbox()) return 'sandbox'
  return null
}
