/**
 * A real headless Wayland desktop: the compositor sway, waybar as its panel with a tray, and a mouse. It uses the bus and
 * the folders of a test desktop.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startService, stopProcess } from '../../scripts/desktop/session.mjs'
import { call, connectBus } from './bus.ts'
import type { Desktop } from './desktop.ts'
import { type Picture, pictureFrom, type Rectangle } from './picture.ts'
import { TrayItem } from './tray-item.ts'
import { type Position, VirtualPointer } from './virtual-pointer.ts'
import { waitFor } from './wait.ts'

const run = promisify(execFile)
const screen = { width: 1280, height: 800 }
const panelArea = { x: 0, y: 0, width: screen.width, height: 28 }
/** The timeout for helper programs, which respond within milliseconds. */
const answerMs = 5000

const swayConfig = `
output HEADLESS-1 resolution ${screen.width}x${screen.height} scale 1
xwayland disable
default_border normal
font pango:Liberation Sans 10
`
const waybarConfig = {
  layer: 'top',
  position: 'top',
  height: panelArea.height,
  tray: { 'icon-size': 18, spacing: 8 },
}
const waybarStyle = 'window#waybar { background: #222222; }'

/** A window as the compositor knows it. */
export interface SwayWindow {
  id: number
  title: string
  isFocused: boolean
  isVisible: boolean
  /** The area that the program draws, in screen coordinates. */
  content: Rectangle
}

export interface Sway {
  /** Variables that a program needs in addition to the desktop's to open a window here. */
  env: Record<string, string>
  windows(): Promise<SwayWindow[]>
  /** The panel's area on the screen. */
  panel: Rectangle
  /** The icons in waybar's tray. */
  trayItems(): Promise<TrayItem[]>
  picture(): Promise<Picture>
  /** Writes a PNG of the screen, for review. */
  savePicture(path: string): Promise<void>
  click(position: Position): Promise<void>
  /** A command of sway's, like `workspace 2`. */
  command(text: string): Promise<void>
  close(): Promise<void>
}

export interface SwayOptions {
  /** False: sway alone, without waybar and so without a tray. */
  panel?: boolean
  /** Modules of waybar, beside the tray. */
  modules?: Record<string, unknown>
  /** For waybar. */
  style?: string
}

/** Starts it. Close it when the test ends, and the programs on it before. */
export async function startSway(
  desktop: Desktop,
  { panel = true, modules = {}, style = '' }: SwayOptions = {},
): Promise<Sway> {
  const runtime = desktop.env.XDG_RUNTIME_DIR ?? ''
  const folder = join(desktop.folder, 'sway')
  mkdirSync(folder)
  const files = {
    sway: join(folder, 'sway.conf'),
    waybar: join(folder, 'waybar.json'),
    style: join(folder, 'waybar.css'),
  }
  writeFileSync(files.sway, swayConfig)
  const bar = { ...waybarConfig, 'modules-right': [...Object.keys(modules), 'tray'], ...modules }
  writeFileSync(files.waybar, JSON.stringify(bar))
  writeFileSync(files.style, `${waybarStyle}\n${style}`)
  const env = {
    // The first display name that sway tries in an empty folder.
    WAYLAND_DISPLAY: 'wayland-1',
    SWAYSOCK: join(runtime, 'sway.sock'),
    DISPLAY: '',
    XDG_CURRENT_DESKTOP: 'sway',
    XDG_SESSION_TYPE: 'wayland',
  }
  const withoutScreen = { WLR_BACKENDS: 'headless', WLR_LIBINPUT_NO_DEVICES: '1', WLR_RENDERER: 'pixman' }
  const { WAYLAND_DISPLAY: _none, ...outside } = { ...desktop.env, ...env, ...withoutScreen }
  const inside = { ...desktop.env, ...env }
  const ask = async (program: string, args: string[]): Promise<Buffer> => {
    const options = { env: inside, timeout: answerMs, encoding: 'buffer', maxBuffer: 64 << 20 } as const
    return (await run(program, args, options)).stdout
  }
  const askSway = async (...args: string[]): Promise<unknown> =>
    JSON.parse((await ask('swaymsg', ['-r', ...args])).toString())

  const sway = startService('sway', ['-c', files.sway], { env: outside, stdio: 'ignore' })
  const isThere = () => askSway('-t', 'get_outputs').then(isArrayOfSome, () => false)
  await waitFor('The start of sway', isThere)
  // Before the panel starts, so that it finds a mouse at once.
  const pointer = await VirtualPointer.connect(join(runtime, env.WAYLAND_DISPLAY), screen)
  const waybar = panel
    ? startService('waybar', ['-c', files.waybar, '-s', files.style], { env: inside, stdio: 'ignore' })
    : undefined
  const bus = await connectBus(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '')
  const watcher = {
    destination: 'org.kde.StatusNotifierWatcher',
    path: '/StatusNotifierWatcher',
    interface: 'org.freedesktop.DBus.Properties',
  }
  const watcherProperty = async (name: string): Promise<unknown> => {
    const [variant] = await call(bus, watcher, 'Get', 'ss', [watcher.destination, name])
    return (variant as { value: unknown }).value
  }
  if (panel) {
    await waitFor('A tray in waybar', () =>
      watcherProperty('IsStatusNotifierHostRegistered').catch(() => false),
    )
  }
  return {
    env,
    panel: panelArea,
    windows: async () => windowsIn((await askSway('-t', 'get_tree')) as TreeNode),
    trayItems: async () => {
      const addresses = (await watcherProperty('RegisteredStatusNotifierItems')) as string[]
      return addresses.map((address) => {
        const slash = address.indexOf('/')
        return new TrayItem(bus, address.slice(0, slash), address.slice(slash))
      })
    },
    picture: async () => pictureFrom(await ask('grim', ['-t', 'ppm', '-'])),
    savePicture: async (path) => void (await ask('grim', [path])),
    click: (position) => pointer.click(position),
    command: async (text) => void (await ask('swaymsg', [text])),
    close: async () => {
      bus.disconnect()
      pointer.close()
      if (waybar !== undefined) await stopProcess(waybar)
      await stopProcess(sway)
    },
  }
}

function isArrayOfSome(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0
}

/** Of sway-ipc(7), GET_TREE. `window_rect` is relative to `rect`. */
interface TreeNode {
  id: number
  name: string
  pid?: number
  focused: boolean
  visible?: boolean
  rect: Rectangle
  window_rect: Rectangle
  nodes: TreeNode[]
  floating_nodes: TreeNode[]
}

function windowsIn(node: TreeNode): SwayWindow[] {
  const inside = [...node.nodes, ...node.floating_nodes].flatMap(windowsIn)
  if (node.pid === undefined) return inside
  const { rect, window_rect: content } = node
  return [
    {
      id: node.id,
      title: node.name,
      isFocused: node.focused,
      isVisible: node.visible === true,
      content: { ...content, x: rect.x + content.x, y: rect.y + content.y },
    },
    ...inside,
  ]
}
