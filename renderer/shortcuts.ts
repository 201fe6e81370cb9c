/** Every keyboard shortcut of the window: which keys they are, how they are written, and what they do. */
import type { AppState, SystemInfo } from '../preload/contract/index.ts'
import { words } from '../words/index.ts'
import { type Deed, newKey, onScreen, refresh, topUp } from './deeds.ts'
import { type Section, sections } from './sections.ts'

export type Shortcut =
  | { readonly kind: 'palette' | 'refresh' | 'top-up' | 'new-key' }
  | { readonly kind: 'section'; readonly screen: Section }
  /** By its place in the list, from 0. */
  | { readonly kind: 'organisation'; readonly index: number }

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>
type System = SystemInfo['platform']

const letters = { k: 'palette', r: 'refresh', t: 'top-up', n: 'new-key' } as const

/** What is meant by a key press; null when it is no shortcut of ours. */
export function shortcutOf(press: KeyPress, system: System): Shortcut | null {
  if (press.shiftKey) return null
  const onMac = system === 'mac'
  const main = onMac ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey
  const others = press.metaKey || press.ctrlKey
  if (press.key === 'F5' && !others && !press.altKey) return { kind: 'refresh' }
  // By its place: with Alt, macOS makes another sign of it, and French rows have no digits without Shift.
  const digit = /^Digit([1-9])$/.exec(press.code)?.[1]
  if (press.altKey && !others) {
    const section = digit === undefined ? undefined : sections[Number(digit) - 1]
    return section ? { kind: 'section', screen: section.screen } : null
  }
  if (!main || press.altKey) return null
  if (digit !== undefined) return { kind: 'organisation', index: Number(digit) - 1 }
  const letter = letterOf(press)
  return letter in letters ? { kind: letters[letter as keyof typeof letters] } : null
}

/** Where a layout has no Latin letters, the key that would have it on the usual one. */
function letterOf({ key, code }: KeyPress): string {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '')
}

/** As menus write it: "Ctrl+K", "⌘K", "Alt+2", "⌥2". */
export function shortcutText(shortcut: Shortcut, system: System): string {
  const main = system === 'mac' ? '⌘' : `${words.keyboard.control}+`
  const alt = system === 'mac' ? '⌥' : `${words.keyboard.alt}+`
  switch (shortcut.kind) {
    case 'section':
      return alt + (sections.findIndex(({ screen }) => screen === shortcut.screen) + 1)
    case 'organisation':
      return main + (shortcut.index + 1)
    default:
      return (
        main +
        Object.entries(letters).flatMap(([key, kind]) => (kind === shortcut.kind ? key.toUpperCase() : []))
      )
  }
}

/** What a shortcut asks of main now; null when that can't be done here. The palette isn't main's. */
export function deedOf(shortcut: Shortcut, state: AppState): Deed | null {
  if (shortcut.kind === 'organisation') {
    const organisation = state.organisations[shortcut.index]
    return organisation ? ['organisation.show', { organisationId: organisation.id }] : null
  }
  const organisation = onScreen(state)
  if (organisation === null) return null
  switch (shortcut.kind) {
    case 'section':
      return ['view.show', { screen: shortcut.screen }]
    case 'refresh':
      return refresh(organisation)
    case 'top-up':
      return topUp(organisation)
    case 'new-key':
      return newKey(organisation, null)
    case 'palette':
      return null
  }
}
