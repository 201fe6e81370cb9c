/** Facts that can only be derived from the desktop's name. */

type Env = Readonly<Record<string, string | undefined>>

/** The names in `XDG_CURRENT_DESKTOP`, in lower case, the most specific first. */
function desktopNames({ XDG_CURRENT_DESKTOP = '' }: Env): readonly string[] {
  return XDG_CURRENT_DESKTOP.toLowerCase()
    .split(':')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

const minimisingDesktops = new Set([
  ...[
    'gnome',
    'gnome-classic',
    'gnome-flashback',
    'kde',
    'xfce',
    'lxqt',
    'lxde',
    'mate',
    'x-cinnamon',
    'cinnamon',
  ],
  ...[
    'unity',
    'budgie',
    'pantheon',
    'deepin',
    'dde',
    'ukui',
    'cosmic',
    'enlightenment',
    'labwc',
    'wayfire',
    'phosh',
  ],
])

/**
 * Whether this desktop minimises windows. Tiling ones like sway ignore the request, and Chromium then stops drawing a
 * window that is still on the screen. On X11 a window manager without a name is expected to minimise.
 */
export function canMinimise(
  isWayland: boolean,
  { system = process.platform, env = process.env }: { system?: NodeJS.Platform; env?: Env } = {},
): boolean {
  if (system !== 'linux') return true
  const names = desktopNames(env)
  return names.length === 0 ? !isWayland : names.some((name) => minimisingDesktops.has(name))
}

/** Desktops for which Chromium chooses a keyring, by name and by the `DESKTOP_SESSION` of older ones. */
const keyringDesktops = new Set(['unity', 'deepin', 'gnome', 'x-cinnamon', 'kde', 'pantheon', 'xfce', 'ukui'])
const keyringSessions = /^(?:deepin|gnome|mate|kde4|kde-plasma|kde|xubuntu|ukui)$|xfce/

/**
 * Whether Chromium chooses a keyring for this desktop on its own (`base/nix/xdg_util.cc`). For all others, like sway,
 * i3, Hyprland and LXQt, its synchronous store chooses none, even if one is unlocked.
 */
export function hasKeyringInChromium(env: Env = process.env): boolean {
  const names = desktopNames(env)
  if (names.some((name) => keyringDesktops.has(name))) return true
  // Chromium recognises LXQt and stops there.
  if (names.includes('lxqt')) return false
  return (
    keyringSessions.test(env.DESKTOP_SESSION ?? '') ||
    env.GNOME_DESKTOP_SESSION_ID !== undefined ||
    env.KDE_FULL_SESSION !== undefined
  )
}
