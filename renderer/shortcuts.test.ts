import { describe, expect, test } from 'vitest'
import { sampleOrganisation, sampleState } from '../preload/testing/samples.ts'
import { deedOf, type KeyPress, shortcutOf, shortcutText } from './shortcuts.ts'

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }
}

const control = { ctrlKey: true }
const alt = { altKey: true }

describe('which keys they are', () => {
  test.each([
    ['k', 'palette'],
    ['r', 'refresh'],
    ['t', 'top-up'],
    ['n', 'new-key'],
  ])('Ctrl+%s, on macOS with Cmd', (key, kind) => {
    expect(shortcutOf(press(key, control), 'linux')).toEqual({ kind })
    expect(shortcutOf(press(key.toUpperCase(), control), 'windows')).toEqual({ kind })
    expect(shortcutOf(press(key, { metaKey: true }), 'mac')).toEqual({ kind })
    // Ctrl+K and Ctrl+N edit text on macOS; with the system's key they are not ours elsewhere.
    expect(shortcutOf(press(key, control), 'mac')).toBeNull()
    expect(shortcutOf(press(key, { metaKey: true }), 'linux')).toBeNull()
    expect(shortcutOf(press(key), 'linux')).toBeNull()
    expect(shortcutOf(press(key, { ...control, shiftKey: true }), 'linux')).toBeNull()
    // AltGr is Ctrl and Alt: it writes signs.
    expect(shortcutOf(press(key, { ...control, ...alt }), 'linux')).toBeNull()
  })

  test('F5 refreshes everywhere', () => {
    expect(shortcutOf(press('F5'), 'linux')).toEqual({ kind: 'refresh' })
    expect(shortcutOf(press('F5', control), 'linux')).toBeNull()
  })

  test('sections and organisations by their place, whatever the layout makes of the digit', () => {
    expect(shortcutOf(press('2', alt), 'linux')).toEqual({ kind: 'section', screen: 'keys' })
    expect(shortcutOf({ ...press('2', alt), key: '™' }, 'mac')).toEqual({ kind: 'section', screen: 'keys' })
    expect(shortcutOf(press('6', alt), 'linux')).toBeNull()
    expect(shortcutOf({ ...press('9', control), key: 'ç' }, 'linux')).toEqual({
      kind: 'organisation',
      index: 8,
    })
  })

  test('a layout without Latin letters, and one with the letters elsewhere', () => {
    expect(shortcutOf({ ...press('k', control), key: 'л' }, 'linux')).toEqual({ kind: 'palette' })
    expect(shortcutOf({ ...press('k', control), key: 't' }, 'linux')).toEqual({ kind: 'top-up' })
  })
})

test('how they are written', () => {
  expect(shortcutText({ kind: 'palette' }, 'mac')).toBe('⌘K')
  expect(shortcutText({ kind: 'top-up' }, 'linux')).toBe('Ctrl+T')
  expect(shortcutText({ kind: 'section', screen: 'activity' }, 'windows')).toBe('Alt+3')
  expect(shortcutText({ kind: 'organisation', index: 0 }, 'mac')).toBe('⌘1')
})

describe('what they do', () => {
  const state = (change: Parameters<typeof sampleOrganisation>[0] = {}) =>
    sampleState({
      organisations: [sampleOrganisation(change), sampleOrganisation({ id: 'org_2' })],
      view: { screen: 'session', organisationId: 'org_1', dialog: null },
    })

  test('an organisation that isn’t there is not shown', () => {
    expect(deedOf({ kind: 'organisation', index: 1 }, state())).toEqual([
      'organisation.show',
      { organisationId: 'org_2' },
    ])
    expect(deedOf({ kind: 'organisation', index: 2 }, state())).toBeNull()
  })

  test('what isn’t allowed is offered to be allowed', () => {
    expect(deedOf({ kind: 'top-up' }, state())).toEqual([
      'dialog.open',
      { dialog: { kind: 'allow', organisationId: 'org_1', permission: 'add-money' } },
    ])
    expect(deedOf({ kind: 'new-key' }, state({ permissions: ['see', 'manage'] }))).toEqual([
      'dialog.open',
      { dialog: { kind: 'new-key', organisationId: 'org_1', appId: null } },
    ])
  })

  test('nothing is asked for without a usable sign-in, twice at once, or on a screen of the sign-in', () => {
    expect(deedOf({ kind: 'refresh' }, state({ session: { kind: 'unreadable', since: 0 } }))).toBeNull()
    expect(deedOf({ kind: 'top-up' }, state({ session: { kind: 'signing-out' } }))).toBeNull()
    expect(deedOf({ kind: 'refresh' }, state({ refreshing: true }))).toBeNull()
    const signingIn = {
      ...state(),
      view: { screen: 'sign-in', organisationId: 'org_1', dialog: null },
    } as const
    expect(deedOf({ kind: 'refresh' }, signingIn)).toBeNull()
    expect(deedOf({ kind: 'section', screen: 'keys' }, signingIn)).toBeNull()
  })
})
