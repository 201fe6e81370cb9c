/**
 * A real Wayland desktop without a screen: the compositor sway, waybar as its panel with a tray, and a mouse. It is
 * put on a desktop of the tests, and uses its bus and its folders.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startService, stopProcess } from '../../scripts/desktop/session.mjs'
import { call, connectBus } from './bus.ts'
import type { Desktop } from './desktop.ts'
import { TrayItem } from './tray-item.ts'
import { type Position, VirtualPointer } from './virtual-pointer.ts'
import { waitFor } from './wait.ts'

const run = promisify(execFile)
const screen = { width: 1280, height: 800 }
const panelHeight = 28
/** For each program that is asked something: they answer in milliseconds. */
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
  height: panelHeight,
  tray: { 'icon-size': 18, spacing: 8 },
}
const panelColour = '#222222'
const waybarStyle = `window#waybar { background: ${panelColour}; }`

export interface Rectangle extends Position {
  width: number
  height: number
}

/** A window as the compositor knows it. */
export interface SwayWindow {
  id: number
  title: string
  isFocused: boolean
  isVisible: boolean
  /** What the program draws itself, on the screen. */
  content: Rectangle
}

/** What is on the screen. */
export interface Picture {
  /** Of a pixel, like `#00ff00`. */
  colourAt(position: Position): string
  /** The colours in an area, the most frequent first, each with its share from 0 to 1. */
  coloursIn(area: Rectangle): { colour: string; share: number }[]
  /** The smallest area of the panel that holds all that isn't its background; undefined if nothing is there. */
  inPanel(): Rectangle | undefined
}

export interface Sway {
  /** What a program needs besides the desktop's environment to come up here. */
  env: Record<string, string>
  windows(): Promise<SwayWindow[]>
  /** Where the panel is on the screen. */
  panel: Rectangle
  /** The icons that waybar has taken in. */
  trayItems(): Promise<TrayItem[]>
  picture(): Promise<Picture>
  /** Writes what is on the screen as a PNG, for people. */
  savePicture(path: string): Promise<void>
  click(position: Position): Promise<void>
  /** A command of sway's, like `workspace 2`. */
  command(text: string): Promise<void>
  close(): Promise<void>
}

export interface SwayOptions {
  /** Modules of waybar, beside the tray. */
  modules?: Record<string, unknown>
  /** For waybar. */
  style?: string
}

/** Starts it. Close it when the test ends, and the programs on it before. */
export async function startSway(
  desktop: Desktop,
  { modules = {}, style = '' }: SwayOptions = {},
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
  const panel = { ...waybarConfig, 'modules-right': [...Object.keys(modules), 'tray'], ...modules }
  writeFileSync(files.waybar, JSON.stringify(panel))
  writeFileSync(files.style, `${waybarStyle}\n${style}`)
  const env = {
    // The first that sway tries in an empty folder.
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
  // Before the panel comes: it then finds a mouse from the beginning.
  const pointer = await VirtualPointer.connect(join(runtime, env.WAYLAND_DISPLAY), screen)
  const waybar = startService('waybar', ['-c', files.waybar, '-s', files.style], {
    env: inside,
    stdio: 'ignore',
  })
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
  await waitFor('A tray in waybar', () =>
    watcherProperty('IsStatusNotifierHostRegistered').catch(() => false),
  )
  return {
    env,
    panel: { x: 0, y: 0, width: screen.width, height: panelHeight },
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
      await stopProcess(waybar)
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

/** From a portable pixmap: "P6", width, height and 255, each ended by white space, then three bytes for each pixel. */
function pictureFrom(ppm: Buffer): Picture {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.toString('latin1', 0, 64))
  if (head === null) throw new Error('grim made no picture')
  const [width, height] = [Number(head[1]), Number(head[2])]
  const pixels = ppm.subarray(head[0].length)
  if (pixels.length !== width * height * 3) throw new Error('grim made half a picture')
  const colourAt = ({ x, y }: Position): string =>
    `#${pixels
      .readUIntBE(3 * (Math.floor(y) * width + Math.floor(x)), 3)
      .toString(16)
      .padStart(6, '0')}`
  return {
    colourAt,
    coloursIn: (area) => {
      const counts = new Map<string, number>()
      for (const position of positionsIn(area)) {
        const colour = colourAt(position)
        counts.set(colour, (counts.get(colour) ?? 0) + 1)
      }
      return [...counts]
        .map(([colour, count]) => ({ colour, share: count / (area.width * area.height) }))
        .sort((a, b) => b.share - a.share)
    },
    inPanel: () => {
      const positions = [...positionsIn({ x: 0, y: 0, width, height: panelHeight })]
      const drawn = positions.filter((position) => colourAt(position) !== panelColour)
      if (drawn.length === 0) return undefined
      const [xs, ys] = [drawn.map(({ x }) => x), drawn.map(({ y }) => y)]
      const [x, y] = [Math.min(...xs), Math.min(...ys)]
      return { x, y, width: Math.max(...xs) - x + 1, height: Math.max(...ys) - y + 1 }
    },
  }
}

function* positionsIn(area: Rectangle): Generator<Position> {
  for (let y = area.y; y < area.y + area.height; y += 1)
    for (let x = area.x; x < area.x + area.width; x += 1) yield { x, y }
}
