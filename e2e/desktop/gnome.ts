/** GNOME Shell on Wayland, without a screen, with or without the extension that shows tray icons. */
import { call } from './bus.ts'
import type { Desktop } from './desktop.ts'
import type { Rectangle } from './picture.ts'
import {
  type Button,
  type DesktopWindow,
  middleOf,
  type RealDesktop,
  type RealDesktopOptions,
  Session,
} from './real-desktop.ts'
import type { Position } from './virtual-pointer.ts'
import { waitFor } from './wait.ts'

const screen = { width: 1280, height: 800 }

export async function startGnome(
  desktop: Desktop,
  { logs, hasTray, scale = 1 }: RealDesktopOptions & { hasTray: boolean },
): Promise<RealDesktop> {
  const session = await Session.start(desktop, logs, {
    WAYLAND_DISPLAY: 'wayland-0',
    DISPLAY: '',
    XDG_CURRENT_DESKTOP: 'GNOME',
    XDG_SESSION_TYPE: 'wayland',
    XDG_SESSION_DESKTOP: 'gnome',
    DESKTOP_SESSION: 'gnome',
  })
  await session.service('/usr/libexec/dconf-service', [], { name: 'ca.desrt.dconf' })
  const set = (schema: string, key: string, value: string) =>
    session.ask('gsettings', ['set', schema, key, value])
  await set('org.gnome.shell', 'welcome-dialog-last-shown-version', '99')
  await set('org.gnome.desktop.interface', 'enable-animations', 'false')
  const extensions = hasTray ? "['ubuntu-appindicators@ubuntu.com']" : '[]'
  await set('org.gnome.shell', 'enabled-extensions', extensions)
  await set('org.gnome.mutter', 'dynamic-workspaces', 'false')
  await set('org.gnome.desktop.wm.preferences', 'num-workspaces', '2')
  await set('org.gnome.mutter', 'experimental-features', "['scale-monitor-framebuffer']")
  const monitor = ['--virtual-monitor', `${scale * screen.width}x${scale * screen.height}`]
  const shell = ['--headless', '--wayland', '--wayland-display', 'wayland-0', ...monitor, '--unsafe-mode']
  await session.service('gnome-shell', shell, { name: 'org.gnome.Shell', env: { WAYLAND_DISPLAY: '' } })
  const target = { destination: 'org.gnome.Shell', path: '/org/gnome/Shell', interface: 'org.gnome.Shell' }
  const evaluate = async <T>(body: string): Promise<T> => {
    const helpers = `
      const { Clutter, Meta } = imports.gi
      const now = global.get_current_time()
      const appWindows = () => global.get_window_actors().map((actor) => actor.meta_window)
        .filter((w) => w.get_window_type() == Meta.WindowType.NORMAL)
      const toRectangle = ({ x, y, width, height }) => ({ x, y, width, height })
      const toWindow = (w) => ({
        title: w.get_title(),
        appId: w.get_wm_class(),
        isFocused: w.has_focus(),
        isVisible: !w.minimized && w.located_on_workspace(global.workspace_manager.get_active_workspace()),
        frame: toRectangle(w.get_frame_rect()),
        surface: toRectangle(w.get_buffer_rect()),
      })`
    const [isOk, answer] = await call(session.bus, target, 'Eval', 's', [
      `(() => { ${helpers}\n ${body} })()`,
    ])
    if (isOk !== true) throw new Error(`GNOME Shell could not do it: ${answer}`)
    return JSON.parse(String(answer) || 'null') as T
  }
  await waitFor('The end of the start of GNOME Shell', () =>
    evaluate<boolean>('return !Main.layoutManager._startingUp').catch(() => false),
  )
  // A real login would activate it.
  await session.service('gjs', ['/usr/share/gnome-shell/org.gnome.Shell.Notifications'], {
    name: 'org.gnome.Shell.Notifications',
  })
  if (scale !== 1) await setScale(session, scale)
  await session.portal('gtk', '/usr/libexec/xdg-desktop-portal-gtk')
  if (hasTray) await session.waitForTray()
  // After the start the overview is open, and GNOME says that it can't lock the screen.
  await evaluate(
    'Main.overview.hide(); for (const s of Main.messageTray.getSources()) s.destroy(); return true',
  )
  const panel = await evaluate<Rectangle>(
    'const b = Main.layoutManager.panelBox; return { x: b.x, y: b.y, width: b.width, height: b.height }',
  )
  const screenshot = {
    destination: 'org.gnome.Shell.Screenshot',
    path: '/org/gnome/Shell/Screenshot',
    interface: 'org.gnome.Shell.Screenshot',
  }
  const usePointer = (what: string) =>
    evaluate(`
      global.testPointer ??= Clutter.get_default_backend().get_default_seat()
        .create_virtual_device(Clutter.InputDeviceType.POINTER_DEVICE)
      const time = GLib.get_monotonic_time()
      const p = global.testPointer
      ${what}; return true`)
  const move = async ({ x, y }: { x: number; y: number }) => {
    await usePointer(`p.notify_absolute_motion(time, ${x - 1}, ${y})`)
    await usePointer(`p.notify_absolute_motion(time, ${x}, ${y})`)
  }
  /** All presses at once: GNOME counts those as a double click that are within 400 ms. */
  const click = async (position: Position, button: Button = 'left', presses = 1) => {
    const name = button === 'left' ? 'Clutter.BUTTON_PRIMARY' : 'Clutter.BUTTON_SECONDARY'
    await move(position)
    await usePointer(`
      for (let nth = 0; nth < ${presses}; nth += 1)
        for (const state of [Clutter.ButtonState.PRESSED, Clutter.ButtonState.RELEASED])
          p.notify_button(time, ${name}, state)`)
  }
  return {
    env: session.env,
    screen,
    // The clock is in the middle.
    tray: hasTray ? { ...panel, x: panel.width * 0.6, width: panel.width * 0.4 } : undefined,
    ...(hasTray
      ? {
          iconSizes: [16, 22, 32],
          setIconSize: async (pixels) => {
            await set('org.gnome.shell.extensions.appindicator', 'icon-size', `${pixels}`)
          },
        }
      : {}),
    windows: () => evaluate<DesktopWindow[]>('return appWindows().map(toWindow)'),
    trayItems: () => session.trayItems(),
    ...session.pictures((png) => call(session.bus, screenshot, 'Screenshot', 'bbs', [false, false, png])),
    move,
    click,
    change: async (what) => {
      const changes = {
        close: 'w.delete(now)',
        minimise: 'w.minimize()',
        leave:
          'const m = global.workspace_manager; m.get_workspace_by_index(1 - m.get_active_workspace_index()).activate(now)',
      }
      await evaluate(`const [w] = appWindows(); ${changes[what]}; return true`)
    },
    notification: async () => {
      const area = await evaluate<Rectangle | null>(`
        const { _banner: banner, _notificationState: state } = Main.messageTray
        const shown = 2
        if (!banner || state != shown) return null
        const [x, y] = banner.get_transformed_position()
        return { x, y, width: banner.width, height: banner.height }`)
      return area === null ? undefined : middleOf(area)
    },
    openByIcon: (position) => click(position, 'left', 2),
    setDark: async (isDark) => {
      await set('org.gnome.desktop.interface', 'color-scheme', isDark ? 'prefer-dark' : 'default')
    },
    close: () => session.close(),
  }
}

/** Configures the only monitor, as the settings do. */
async function setScale({ bus }: Session, scale: number): Promise<void> {
  const name = 'org.gnome.Mutter.DisplayConfig'
  const target = { destination: name, path: '/org/gnome/Mutter/DisplayConfig', interface: name }
  const [serial, monitors] = await call(bus, target, 'GetCurrentState')
  const [[connector], [[mode]]] = (monitors as [[[string], [[string]]]])[0]
  const layout = [0, 0, scale, 0, true, [[connector, mode, {}]]]
  const temporarily = 1
  await call(bus, target, 'ApplyMonitorsConfig', 'uua(iiduba(ssa{sv}))a{sv}', [
    serial,
    temporarily,
    [layout],
    {},
  ])
}
