/** The keyboard shortcuts of the window: their keys, their labels and their commands. */
import type { AppState, SystemInfo } from '../preload/contract/index.ts'
import { words } from '../words/index.ts'
import {
  type Command,
  currentOrganisation,
  newKeyCommand,
  refreshAllCommand,
  refreshCommand,
  topUpCommand,
} from './commands.ts'
import { type Section, sections } from './sections.ts'

export type Shortcut =
  | { readonly kind: 'palette' | 'refresh' | 'top-up' | 'new-key' | 'all' }
  | { readonly kind: 'section'; readonly screen: Section }
  /** Zero-based position in the list of organisations. */
  | { readonly kind: 'organisation'; readonly index: number }

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>
type System = SystemInfo['platform']

const letterShortcuts = { k: 'palette', r: 'refresh', t: 'top-up', n: 'new-key' } as const

/** Returns the shortcut that a key press stands for, or null. */
export function matchShortcut(press: KeyPress, system: System): Shortcut | null {
  if (press.shiftKey) return null
  const isMac = system === 'mac'
  const hasPrimaryModifier = isMac ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey
  const hasCtrlOrMeta = press.metaKey || press.ctrlKey
  if (press.key === 'F5' && !hasCtrlOrMeta && !press.altKey) return { kind: 'refresh' }
  // By position: on macOS, Alt changes the character; on French keyboards, digits need Shift.
  const digit = /^Digit(\d)$/.exec(press.code)?.[1]
  if (press.altKey && !hasCtrlOrMeta) {
    const section = digit === undefined ? undefined : sections[Number(digit) - 1]
    return section ? { kind: 'section', screen: section.screen } : null
  }
  if (!hasPrimaryModifier || press.altKey) return null
  if (digit === '0') return { kind: 'all' }
  if (digit !== undefined) return { kind: 'organisation', index: Number(digit) - 1 }
  const letter = latinLetter(press)
  return letter in letterShortcuts ? { kind: letterShortcuts[letter as keyof typeof letterShortcuts] } : null
}

/** On a layout without Latin letters: the letter that a US keyboard has in this position. */
function latinLetter({ key, code }: KeyPress): string {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '')
}

/** The label for menus: "Ctrl+K", "⌘K", "Alt+2", "⌥2". */
export function formatShortcut(shortcut: Shortcut, system: System): string {
  const primary = system === 'mac' ? '⌘' : `${words.keyboard.control}+`
  const alt = system === 'mac' ? '⌥' : `${words.keyboard.alt}+`
  switch (shortcut.kind) {
    case 'section':
      return alt + (sections.findIndex(({ screen }) => screen === shortcut.screen) + 1)
    case 'organisation':
      return primary + (shortcut.index + 1)
    case 'all':
      return `${primary}0`
    default:
      return (
        primary +
        Object.entries(letterShortcuts).flatMap(([key, kind]) =>
          kind === shortcut.kind ? key.toUpperCase() : [],
        )
      )
  }
}

/** Returns the command of a shortcut; null if it can't run now. The palette has none: it is not opened by main. */
export function shortcutCommand(shortcut: Shortcut, state: AppState): Command | null {
  if (shortcut.kind === 'organisation') {
    const organisation = state.organisations[shortcut.index]
    return organisation ? ['organisation.show', { organisationId: organisation.id }] : null
  }
  if (shortcut.kind === 'all') return state.organisations.length > 1 ? ['view.show', { screen: 'all' }] : null
  const organisation = currentOrganisation(state)
  if (organisation === null) return shortcut.kind === 'refresh' ? refreshAllCommand(state) : null
  switch (shortcut.kind) {
    case 'section':
      return ['view.show', { screen: shortcut.screen }]
    case 'refresh':
      return refreshCommand(organisation)
    case 'top-up':
      return topUpCommand(organisation)
    case 'new-key':
      return newKeyCommand(organisation, null)
    case 'palette':
      return null
  }
}
