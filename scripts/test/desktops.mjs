/**
 * Tests the built app on real desktops (`npm run test:desktops`, as root): GNOME, KDE and Xfce from Debian's packages, in
 * a separate system, since their services would be activated on every session bus of this one. Created once, in the cache
 * folder.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Stop, say } from '../run/say.mjs'
import { runTool } from '../run/tool.mjs'
import { cacheFolder, isRoot } from '../setup/paths.mjs'
import { ensurePackages, nameHere, packageGroups } from '../setup/system-packages.mjs'
import { codename, inPivotedRoot, makeDebian } from './debian.mjs'

/** Without recommended packages. */
const desktopPackages = [
  ...['gnome-shell', 'gnome-shell-extension-appindicator', 'gnome-settings-daemon', 'gjs'],
  ...['xfwm4', 'xfce4-panel', 'xfce4-notifyd', 'xfce4-settings', 'exo-utils', 'xdotool', 'x11-utils'],
  ...['plasma-workspace', 'plasma-desktop', 'kwin-wayland', 'qtwayland5', 'kde-spectacle', 'kde-cli-tools'],
  ...['libkf5wallet-bin', 'breeze', 'breeze-icon-theme'],
  ...['xdg-desktop-portal', 'xdg-desktop-portal-gtk', 'xdg-desktop-portal-kde'],
  ...['xdg-utils', 'imagemagick', 'libglib2.0-bin', 'fonts-cantarell', 'fonts-noto-core'],
]

/** In the system with the desktops. */
const node = '/usr/local/bin/node'

/** Replaces a program by a copy, which has no capabilities: where a container refuses one, the program doesn't start. */
function dropCapabilities(program) {
  copyFileSync(program, `${program}.copy`)
  renameSync(`${program}.copy`, program)
}

/** The folder of the system with the desktops; created if missing. */
function desktopSystem() {
  const { electron, display, session } = packageGroups
  const packages = [...electron, ...display, ...session, ...desktopPackages].map(nameHere)
  const mark = createHash('sha256')
    .update([codename(), process.version, ...packages].join())
    .digest('hex')
    .slice(0, 8)
  const system = join(cacheFolder(), `desktops-${mark}`)
  if (existsSync(system)) return system
  for (const older of readdirSync(cacheFolder()).filter((name) => name.startsWith('desktops-')))
    rmSync(join(cacheFolder(), older), { recursive: true, force: true })
  say('Installing GNOME, KDE and Xfce into a Debian of their own: about 2 GB, some minutes …')
  const unfinished = join(cacheFolder(), `unpack-${process.pid}`)
  makeDebian(unfinished, packages)
  dropCapabilities(join(unfinished, 'usr/bin/kwin_wayland'))
  copyFileSync(process.execPath, join(unfinished, node))
  renameSync(unfinished, system)
  return system
}

/**
 * Runs Playwright in that system, as an unprivileged user.
 * @param {import('./run-playwright.mjs').Run} playwrightRun
 * @returns {Promise<boolean>}
 */
export async function onRealDesktops(playwrightRun) {
  if (!isRoot) throw new Stop('Desktops can be installed by root only, into a system of their own.')
  await ensurePackages(['mmdebstrap'])
  const system = desktopSystem()
  const inside = join(playwrightRun.folder, 'scripts/test/within-desktops.mjs')
  return runTool('unshare', inPivotedRoot(system, [node, inside], { sharedFolder: cacheFolder() }), {
    cwd: '/',
    env: {
      PATH: '/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      LANG: 'C.UTF-8',
      ...(process.env.CI ? { CI: process.env.CI } : {}),
      PARALLEL_TRAY_CACHE: cacheFolder(),
      PARALLEL_TRAY_RUN: JSON.stringify(playwrightRun),
    },
  })
}
