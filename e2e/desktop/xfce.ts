/** Xfce on X11, on a virtual display of its own: window manager, panel, settings daemon and notification daemon. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startDisplay } from '../../scripts/desktop/session.mjs'
import type { Desktop } from './desktop.ts'
import {
  type Button,
  type DesktopWindow,
  type RealDesktop,
  type RealDesktopOptions,
  recordingBrowser,
  Session,
} from './real-desktop.ts'
import type { Position } from './virtual-pointer.ts'
import { waitFor } from './wait.ts'

const screen = { width: 1280, height: 800 }
const panelHeight = 32

/** A task list and a tray at the top. */
function panelSettings(iconSize: number): string {
  const plugins = ['tasklist', 'separator', 'systray']
  const ids = plugins.map((_, index) => `<value type="int" value="${index + 1}"/>`).join('')
  const tray = `<property name="square-icons" type="bool" value="true"/><property name="icon-size" type="uint" value="${iconSize}"/>`
  const expand = '<property name="expand" type="bool" value="true"/>'
  const own: Record<string, string> = { separator: expand, systray: tray }
  const entries = plugins.map(
    (name, index) =>
      `<property name="plugin-${index + 1}" type="string" value="${name}">${own[name] ?? ''}</property>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0"><property name="configver" type="int" value="2"/>
<property name="panels" type="array"><value type="int" value="1"/>
<property name="dark-mode" type="bool" value="false"/>
<property name="panel-1" type="empty"><property name="position" type="string" value="p=6;x=0;y=0"/>
<property name="length" type="uint" value="100"/><property name="position-locked" type="bool" value="true"/>
<property name="size" type="uint" value="${panelHeight}"/><property name="plugin-ids" type="array">${ids}</property></property></property>
<property name="plugins" type="empty">${entries.join('')}</property></channel>`
}

export async function startXfce(
  desktop: Desktop,
  { logs, scale = 1, iconSize = 16 }: RealDesktopOptions & { iconSize?: number },
): Promise<RealDesktop> {
  const folder = join(desktop.folder, 'display')
  mkdirSync(folder)
  const { display, authority, stop } = await startDisplay({
    folder,
    size: `${scale * screen.width}x${scale * screen.height}x24`,
  })
  const session = await Session.start(desktop, logs, {
    DISPLAY: display,
    XAUTHORITY: authority,
    XDG_CURRENT_DESKTOP: 'XFCE',
    XDG_SESSION_TYPE: 'x11',
    DESKTOP_SESSION: 'xfce',
  })
  const { env, ask } = { env: session.env, ask: session.ask.bind(session) }
  const settings = join(env.XDG_CONFIG_HOME ?? '', 'xfce4/xfconf/xfce-perchannel-xml')
  mkdirSync(settings, { recursive: true })
  writeFileSync(join(settings, 'xfce4-panel.xml'), panelSettings(iconSize))
  installHelper(env)
  const library = '/usr/lib/x86_64-linux-gnu/xfce4'
  await session.service(`${library}/xfconf/xfconfd`, [], { name: 'org.xfce.Xfconf' })
  const set = (channel: string, property: string, type: string, value: string) =>
    ask('xfconf-query', ['-c', channel, '-p', property, '-n', '-t', type, '-s', value])
  if (scale !== 1) await set('xsettings', '/Xft/DPI', 'int', `${96 * scale}`)
  await session.service('xfsettingsd', ['--no-daemon'], { name: 'org.xfce.SettingsDaemon' })
  await session.service('/usr/libexec/dconf-service', [], { name: 'ca.desrt.dconf' })
  await session.service('xfwm4', [])
  await session.service('xfce4-panel', [])
  await session.service(`${library}/notifyd/xfce4-notifyd`, [], { name: 'org.freedesktop.Notifications' })
  await session.portal('gtk', '/usr/libexec/xdg-desktop-portal-gtk')
  await session.waitForTray()

  const property = async (id: string, name: string): Promise<string> =>
    (await ask('xprop', ['-id', id, name])).toString().trim()
  const ids = async (): Promise<string[]> => {
    const list = (await ask('xprop', ['-root', '_NET_CLIENT_LIST'])).toString()
    const all = [...list.matchAll(/0x[0-9a-f]+/g)].map(([id]) => id)
    const isNormal = await Promise.all(all.map((id) => property(id, '_NET_WM_WINDOW_TYPE')))
    return all.filter((_, index) => isNormal[index]?.includes('_TYPE_NORMAL'))
  }
  const numbers = (text: string) => [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  const windowOf = async (id: string): Promise<DesktopWindow> => {
    const [name, wmClass, state, desktopNumber, extents, active, current] = await Promise.all([
      property(id, '_NET_WM_NAME'),
      property(id, 'WM_CLASS'),
      property(id, '_NET_WM_STATE'),
      property(id, '_NET_WM_DESKTOP'),
      property(id, '_NET_FRAME_EXTENTS'),
      ask('xprop', ['-root', '_NET_ACTIVE_WINDOW']),
      ask('xprop', ['-root', '_NET_CURRENT_DESKTOP']),
    ])
    const info = (await ask('xwininfo', ['-id', id])).toString()
    const geometry = (key: string) => Number(new RegExp(`${key}: +(-?\\d+)$`, 'm').exec(info)?.[1]) / scale
    const [left = 0, right = 0, top = 0, bottom = 0] = numbers(extents.split('=')[1] ?? '')
    const surface = {
      x: geometry('Absolute upper-left X'),
      y: geometry('Absolute upper-left Y'),
      width: geometry('Width'),
      height: geometry('Height'),
    }
    const isHere =
      numbers(desktopNumber.split('=')[1] ?? '')[0] === numbers(String(current).split('=')[1] ?? '')[0]
    return {
      title: /"(.*)"/.exec(name)?.[1] ?? '',
      appId: /"([^"]*)"$/.exec(wmClass)?.[1] ?? '',
      isFocused: Number(/0x[0-9a-f]+/.exec(String(active))?.[0]) === Number(id),
      isVisible: isHere && !state.includes('_STATE_HIDDEN'),
      frame: {
        x: surface.x - left / scale,
        y: surface.y - top / scale,
        width: surface.width + (left + right) / scale,
        height: surface.height + (top + bottom) / scale,
      },
      surface,
    }
  }
  const move = async ({ x, y }: { x: number; y: number }): Promise<void> => {
    await ask('xdotool', ['mousemove', `${x - 1}`, `${y}`, 'mousemove', '--sync', `${x}`, `${y}`])
  }
  const click = async (position: Position, button: Button = 'left'): Promise<void> => {
    await move(position)
    await ask('xdotool', ['click', button === 'left' ? '1' : '3'])
  }
  return {
    env,
    screen,
    tray: { x: 800, y: 0, width: 480, height: panelHeight },
    iconSizes: [16, 22, 32],
    setIconSize: (pixels) =>
      set('xfce4-panel', '/plugins/plugin-3/icon-size', 'int', `${pixels}`).then(() => {}),
    windows: async () => Promise.all((await ids()).map(windowOf)),
    trayItems: () => session.trayItems(),
    ...session.pictures((png) => ask('import', ['-window', 'root', png])),
    move,
    click,
    change: async (what) => {
      const [id = ''] = await ids()
      if (what === 'minimise') await ask('xdotool', ['windowminimize', id])
      // As the close button does: `xdotool windowclose` would destroy it.
      if (what === 'close') await ask('xdotool', ['windowactivate', '--sync', id, 'key', 'alt+F4'])
      if (what === 'leave') {
        const current = async () => Number((await ask('xdotool', ['get_desktop'])).toString())
        const other = 1 - (await current())
        await ask('xdotool', ['set_num_desktops', '2', 'set_desktop', `${other}`])
        await waitFor('The other workspace', async () => (await current()) === other)
      }
    },
    notification: async () => {
      const search = ['search', '--onlyvisible', '--class', 'xfce4-notifyd']
      const [id] = String(await ask('xdotool', search).catch(() => '')).split('\n')
      if (!id) return undefined
      const { x, y, width, height } = (await windowOf(id)).frame
      // The button of the action "default": a click beside it only closes the notification.
      return { x: x + width - 60, y: y + height - 30 }
    },
    openByIcon: click,
    setDark: async (isDark) => {
      await set('xsettings', '/Net/ThemeName', 'string', isDark ? 'Adwaita-dark' : 'Adwaita')
      await ask('gsettings', [
        'set',
        'org.gnome.desktop.interface',
        'color-scheme',
        isDark ? 'prefer-dark' : 'default',
      ])
    },
    setPanelDark: async (isDark) => {
      const rgba = isDark ? ['0.13', '0.13', '0.13', '1'] : ['0.96', '0.96', '0.95', '1']
      const values = rgba.flatMap((value) => ['-t', 'double', '-s', value])
      const panel = '/panels/panel-1'
      await ask('xfconf-query', ['-c', 'xfce4-panel', '-p', `${panel}/background-rgba`, '-n', ...values])
      // 1 makes the panel use `background-rgba` instead of its theme.
      await set('xfce4-panel', `${panel}/background-style`, 'int', '1')
    },
    close: async () => {
      await session.close()
      await stop()
    },
  }
}

/** Xfce looks up the default browser in its own folder of helpers, not in the MIME associations. */
function installHelper(env: Record<string, string>): void {
  const helpers = join(env.XDG_DATA_HOME ?? '', 'xfce4/helpers')
  mkdirSync(helpers, { recursive: true })
  const lines = [
    '[Desktop Entry]',
    'Type=X-XFCE-Helper',
    'Name=Browser',
    'X-XFCE-Category=WebBrowser',
    `X-XFCE-Commands=${recordingBrowser(env)}`,
    `X-XFCE-CommandsWithParameter=${recordingBrowser(env)} "%s"`,
  ]
  writeFileSync(join(helpers, 'custom-WebBrowser.desktop'), `${lines.join('\n')}\n`)
  writeFileSync(join(env.XDG_CONFIG_HOME ?? '', 'xfce4/helpers.rc'), 'WebBrowser=custom-WebBrowser\n')
}
