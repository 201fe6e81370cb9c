/** A tray menu as the user sees it, parsed from `com.canonical.dbusmenu`. */
import type dbus from 'dbus-next'

export interface MenuEntry {
  id: number
  /** Without mnemonics. */
  label: string
  enabled: boolean
  visible: boolean
  type: 'standard' | 'separator'
  /** Undefined unless it is a check or radio entry. */
  checked: boolean | undefined
  children: MenuEntry[]
}

type Variant = InstanceType<typeof dbus.Variant>
type Layout = [number, Record<string, Variant>, Variant[]]

/** An underscore marks the mnemonic; a literal one is doubled. */
function withoutMnemonic(label: string): string {
  return label.replaceAll(/_(.)/g, '$1')
}

/** @param layout one node of the reply to `GetLayout` */
export function menuFromLayout(layout: unknown): MenuEntry {
  const [id, properties, children] = layout as Layout
  const read = <T>(name: string, fallback: T): T => (properties[name]?.value as T | undefined) ?? fallback
  return {
    id,
    label: withoutMnemonic(read('label', '')),
    enabled: read('enabled', true),
    visible: read('visible', true),
    type: read('type', 'standard'),
    checked: properties['toggle-type'] ? read<number>('toggle-state', 0) === 1 : undefined,
    children: children.map((child) => menuFromLayout(child.value)),
  }
}

/** All descendants, in menu order. */
function allEntries(menu: MenuEntry): MenuEntry[] {
  return menu.children.flatMap((child) => [child, ...allEntries(child)])
}

/** Finds an entry by id, exact label or label pattern. */
export function findEntry(menu: MenuEntry, labelOrId: string | number | RegExp): MenuEntry | undefined {
  return allEntries(menu).find((entry) => {
    if (typeof labelOrId === 'number') return entry.id === labelOrId
    return typeof labelOrId === 'string' ? entry.label === labelOrId : labelOrId.test(entry.label)
  })
}

/** The labels of the visible entries, separators as `-`, submenus indented. */
export function menuLines(menu: MenuEntry, indent = ''): string[] {
  return menu.children
    .filter((entry) => entry.visible)
    .flatMap((entry) => [
      entry.type === 'separator' ? `${indent}-` : indent + entry.label,
      ...menuLines(entry, `${indent}  `),
    ])
}
