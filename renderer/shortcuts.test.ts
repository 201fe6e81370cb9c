import { describe, expect, test } from 'vitest'
import { sampleOrganisation, sampleState } from '../preload/testing/samples.ts'
import { formatShortcut, type KeyPress, matchShortcut, shortcutCommand } from './shortcuts.ts'

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }
}

const control = { ctrlKey: true }
const alt = { altKey: true }

describe('matching a key press', () => {
  test.each([
    ['k', 'palette'],
    ['r', 'refresh'],
    ['t', 'top-up'],
    ['n', 'new-key'],
  ])('Ctrl+%s, Cmd on macOS: %s', (key, kind) => {
    expect(matchShortcut(press(key, control), 'linux')).toEqual({ kind })
    expect(matchShortcut(press(key.toUpperCase(), control), 'windows')).toEqual({ kind })
    expect(matchShortcut(press(key, { metaKey: true }), 'mac')).toEqual({ kind })
    // On macOS Ctrl+K and Ctrl+N edit text; elsewhere the system key isn't used for shortcuts.
    expect(matchShortcut(press(key, control), 'mac')).toBeNull()
    expect(matchShortcut(press(key, { metaKey: true }), 'linux')).toBeNull()
    expect(matchShortcut(press(key), 'linux')).toBeNull()
    expect(matchShortcut(press(key, { ...control, shiftKey: true }), 'linux')).toBeNull()
    // AltGr, which types characters, is reported as Ctrl and Alt.
    expect(matchShortcut(press(key, { ...control, ...alt }), 'linux')).toBeNull()
  })

  test('F5 refreshes everywhere', () => {
    expect(matchShortcut(press('F5'), 'linux')).toEqual({ kind: 'refresh' })
    expect(matchShortcut(press('F5', control), 'linux')).toBeNull()
  })

  test('matches digits by position on any layout', () => {
    expect(matchShortcut(press('2', alt), 'linux')).toEqual({ kind: 'section', screen: 'keys' })
    expect(matchShortcut({ ...press('2', alt), key: '™' }, 'mac')).toEqual({
      kind: 'section',
      screen: 'keys',
    })
    expect(matchShortcut(press('6', alt), 'linux')).toBeNull()
    expect(matchShortcut({ ...press('9', control), key: 'ç' }, 'linux')).toEqual({
      kind: 'organisation',
      index: 8,
    })
  })

  test('Ctrl+0 shows all organisations, where there are several', () => {
    expect(matchShortcut(press('0', control), 'linux')).toEqual({ kind: 'all' })
    expect(formatShortcut({ kind: 'all' }, 'mac')).toBe('⌘0')
    const one = sampleState({ organisations: [sampleOrganisation()] })
    const two = sampleState({ organisations: [sampleOrganisation(), sampleOrganisation({ id: 'org_2' })] })
    expect(shortcutCommand({ kind: 'all' }, one)).toBeNull()
    expect(shortcutCommand({ kind: 'all' }, two)).toEqual(['view.show', { screen: 'all' }])
    const onAll = { ...two, view: { screen: 'all', organisationId: 'org_1', dialog: null } } as const
    expect(shortcutCommand({ kind: 'refresh' }, onAll)).toEqual(['organisations.refresh', {}])
    // Of which one isn't said.
    expect(shortcutCommand({ kind: 'top-up' }, onAll)).toBeNull()
  })

  test('matches letters by position only on layouts without Latin letters', () => {
    expect(matchShortcut({ ...press('k', control), key: 'л' }, 'linux')).toEqual({ kind: 'palette' })
    expect(matchShortcut({ ...press('k', control), key: 't' }, 'linux')).toEqual({ kind: 'top-up' })
  })
})

test('formats labels', () => {
  expect(formatShortcut({ kind: 'palette' }, 'mac')).toBe('⌘K')
  expect(formatShortcut({ kind: 'top-up' }, 'linux')).toBe('Ctrl+T')
  expect(formatShortcut({ kind: 'section', screen: 'activity' }, 'windows')).toBe('Alt+3')
  expect(formatShortcut({ kind: 'organisation', index: 0 }, 'mac')).toBe('⌘1')
})

describe('the command of a shortcut', () => {
  const state = (change: Parameters<typeof sampleOrganisation>[0] = {}) =>
    sampleState({
      organisations: [sampleOrganisation(change), sampleOrganisation({ id: 'org_2' })],
      view: { screen: 'session', organisationId: 'org_1', dialog: null },
    })

  test('shows an organisation by its position', () => {
    expect(shortcutCommand({ kind: 'organisation', index: 1 }, state())).toEqual([
      'organisation.show',
      { organisationId: 'org_2' },
    ])
    expect(shortcutCommand({ kind: 'organisation', index: 2 }, state())).toBeNull()
  })

  test('opens the permission dialog if the permission is missing', () => {
    expect(shortcutCommand({ kind: 'top-up' }, state())).toEqual([
      'dialog.open',
      { dialog: { kind: 'allow', organisationId: 'org_1', permission: 'add-money' } },
    ])
    expect(shortcutCommand({ kind: 'new-key' }, state({ permissions: ['see', 'manage'] }))).toEqual([
      'dialog.open',
      { dialog: { kind: 'new-key', organisationId: 'org_1', appId: null } },
    ])
  })

  test('is null without an active session, during a refresh, and on the sign-in screens', () => {
    expect(
      shortcutCommand({ kind: 'refresh' }, state({ session: { kind: 'unreadable', since: 0 } })),
    ).toBeNull()
    expect(shortcutCommand({ kind: 'top-up' }, state({ session: { kind: 'signing-out' } }))).toBeNull()
    expect(shortcutCommand({ kind: 'refresh' }, state({ refreshing: true }))).toBeNull()
    const signingIn = {
      ...state(),
      view: { screen: 'sign-in', organisationId: 'org_1', dialog: null },
    } as const
    expect(shortcutCommand({ kind: 'refresh' }, signingIn)).toBeNull()
    expect(shortcutCommand({ kind: 'section', screen: 'keys' }, signingIn)).toBeNull()
  })
})
