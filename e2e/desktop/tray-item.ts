/** A tray icon as a panel sees it: image, tooltip and menu, which can be clicked. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import dbus from 'dbus-next'
import { type Bus, type BusMessage, call } from './bus.ts'
import { findEntry, type MenuEntry, menuFromLayout, menuLines } from './menu.ts'
import { waitFor } from './wait.ts'

const itemInterface = 'org.kde.StatusNotifierItem'
const dbusMenu = 'com.canonical.dbusmenu'

interface TrayIcon {
  width: number
  height: number
  /** A, R, G, B for each pixel, not premultiplied. */
  argb: Buffer
}

export interface TrayProperties {
  id: string
  title: string
  status: string
  /** Title and text of the tooltip, without empty parts. */
  tooltip: string
  iconName: string
  icons: TrayIcon[]
  /** The icon file, if the app gives a file name instead of pixels. */
  iconFile: Buffer | undefined
  /** Changes with the image. */
  iconHash: string
  menuPath: string
}

type Variants = Record<string, InstanceType<typeof dbus.Variant>>
type Pixmap = [number, number, Uint8Array]

/** Apps may name an icon file in a theme folder of their own. */
function readIcon(folder: string, name: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, `${name}.png`))
  } catch {
    return undefined
  }
}

function propertiesFrom(variants: Variants): TrayProperties {
  const read = <T>(name: string, fallback: T): T => (variants[name]?.value as T | undefined) ?? fallback
  const tooltip = read<[string, Pixmap[], string, string]>('ToolTip', ['', [], '', ''])
  const icons = read<Pixmap[]>('IconPixmap', []).map(([width, height, argb]) => ({
    width,
    height,
    argb: Buffer.from(argb),
  }))
  const iconName = read('IconName', '')
  const iconFile = readIcon(read('IconThemePath', ''), iconName)
  const hash = createHash('sha256').update(iconFile ?? iconName)
  for (const icon of icons) hash.update(icon.argb)
  return {
    id: read('Id', ''),
    title: read('Title', ''),
    status: read('Status', ''),
    tooltip: [tooltip[2], tooltip[3]].filter((part) => part !== '').join('\n'),
    iconName,
    icons,
    iconFile,
    iconHash: hash.digest('hex').slice(0, 16),
    menuPath: read('Menu', ''),
  }
}

interface WaitOptions {
  timeoutMs?: number
}

export class TrayItem {
  readonly #service: string
  readonly #path: string
  readonly #bus: Bus

  constructor(bus: Bus, service: string, path: string) {
    this.#bus = bus
    this.#service = service
    this.#path = path
  }

  async properties(): Promise<TrayProperties> {
    const target = {
      destination: this.#service,
      path: this.#path,
      interface: 'org.freedesktop.DBus.Properties',
    }
    const [variants] = await call(this.#bus, target, 'GetAll', 's', [itemInterface])
    return propertiesFrom(variants as Variants)
  }

  async #menuTarget() {
    const { menuPath } = await this.properties()
    return { destination: this.#service, path: menuPath, interface: dbusMenu }
  }

  /** The whole menu; its root has the id 0 and no label. */
  async menu(): Promise<MenuEntry> {
    const [, layout] = await call(this.#bus, await this.#menuTarget(), 'GetLayout', 'iias', [0, -1, []])
    return menuFromLayout(layout)
  }

  /** Clicks an entry, by label, pattern or id, once it is visible and enabled. */
  async click(labelOrId: string | number | RegExp, options: WaitOptions = {}): Promise<void> {
    let menu: MenuEntry | undefined
    const entry = await waitFor(
      `An enabled tray menu entry ${labelOrId}`,
      async () => {
        menu = await this.menu()
        const found = findEntry(menu, labelOrId)
        return found?.enabled && found.visible && found
      },
      { ...options, seen: () => menu && menuLines(menu), subscribe: (signal) => this.#onChange(signal) },
    )
    const data = new dbus.Variant('i', 0)
    await call(this.#bus, await this.#menuTarget(), 'Event', 'isvu', [entry.id, 'clicked', data, 0])
  }

  /** Clicks the icon. */
  async activate(): Promise<void> {
    await call(
      this.#bus,
      { destination: this.#service, path: this.#path, interface: itemInterface },
      'Activate',
      'ii',
      [0, 0],
    )
  }

  /** Waits until the menu satisfies `predicate`. */
  async waitForMenu(predicate: (menu: MenuEntry) => boolean, options: WaitOptions = {}): Promise<MenuEntry> {
    let menu: MenuEntry | undefined
    return waitFor(
      'The expected tray menu',
      async () => {
        menu = await this.menu()
        return predicate(menu) && menu
      },
      { ...options, seen: () => menu && menuLines(menu), subscribe: (signal) => this.#onChange(signal) },
    )
  }

  /** Waits until the properties satisfy `predicate`. */
  async waitForProperties(
    predicate: (properties: TrayProperties) => boolean,
    options: WaitOptions = {},
  ): Promise<TrayProperties> {
    let seen: TrayProperties | undefined
    return waitFor(
      'The expected tray icon',
      async () => {
        seen = await this.properties()
        return predicate(seen) && seen
      },
      {
        ...options,
        seen: () => seen && { ...seen, icons: seen.icons.length, iconFile: seen.iconFile?.length },
        subscribe: (signal) => this.#onChange(signal),
      },
    )
  }

  /** Waits for a tooltip; a pattern is tested on all of it. */
  async waitForTooltip(
    expected: RegExp | ((tooltip: string) => boolean),
    options: WaitOptions = {},
  ): Promise<string> {
    const matches = typeof expected === 'function' ? expected : (tooltip: string) => expected.test(tooltip)
    return (await this.waitForProperties(({ tooltip }) => matches(tooltip), options)).tooltip
  }

  /** Calls `signal` on every message from an item or a menu: a new icon, tooltip or layout. */
  #onChange(signal: () => void): () => void {
    const listen = (message: BusMessage) => {
      if (message.interface === itemInterface || message.interface === dbusMenu) signal()
    }
    this.#bus.on('message', listen)
    return () => void this.#bus.off('message', listen)
  }
}
