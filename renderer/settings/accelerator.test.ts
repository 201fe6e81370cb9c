import { describe, expect, test } from 'vitest'
import type { KeyPress } from '../shortcuts.ts'
import { acceleratorKeys, recordKey } from './accelerator.ts'

function press(key: string, code: string, ...held: ('ctrl' | 'alt' | 'shift' | 'meta')[]): KeyPress {
  const isHeld = (key: (typeof held)[number]) => held.includes(key)
  return {
    key,
    code,
    ctrlKey: isHeld('ctrl'),
    altKey: isHeld('alt'),
    shiftKey: isHeld('shift'),
    metaKey: isHeld('meta'),
  }
}

/** What the browser says of the keyboard, without modifier keys. */
const qwertz = new Map([
  ['KeyY', 'z'],
  ['KeyZ', 'y'],
  ['KeyP', 'p'],
  ['Semicolon', 'ö'],
])
const azerty = new Map([
  ['KeyA', 'q'],
  ['KeyQ', 'a'],
  ['KeyM', ','],
  ['Semicolon', 'm'],
])
const dvorak = new Map([
  ['Semicolon', 's'],
  ['KeyQ', "'"],
])
const russian = new Map([['KeyZ', 'я']])

describe('names the key by what is printed on it', () => {
  // With Option, macOS sends another character, so only the layout says what is printed.
  test.each([
    ['QWERTZ, ⌥⌘Z', press('Ω', 'KeyY', 'alt', 'meta'), qwertz, 'Alt+Command+Z', 'KeyY'],
    ['QWERTZ, ⌥⌘Y', press('¥', 'KeyZ', 'alt', 'meta'), qwertz, 'Alt+Command+Y', 'KeyZ'],
    ['QWERTZ, ⌃Z', press('z', 'KeyY', 'ctrl'), qwertz, 'Control+Z', 'KeyY'],
    ['QWERTZ, ⌥⌘, a dead key', press('Dead', 'KeyY', 'alt', 'meta'), qwertz, 'Alt+Command+Z', 'KeyY'],
    ['AZERTY, ⌥⌘A', press('æ', 'KeyQ', 'alt', 'meta'), azerty, 'Alt+Command+A', 'KeyQ'],
    ['AZERTY, ⌥⌘M', press('µ', 'Semicolon', 'alt', 'meta'), azerty, 'Alt+Command+M', 'Semicolon'],
    ['AZERTY, ⌥⌘1', press('¹', 'Digit1', 'alt', 'meta'), azerty, 'Alt+Command+1', 'Digit1'],
    ['Dvorak, ⌥⌘S', press('ß', 'Semicolon', 'alt', 'meta'), dvorak, 'Alt+Command+S', 'Semicolon'],
    // Without Latin letters, Electron takes the letter of a US keyboard in this place.
    ['Russian, ⌥⌘Я', press('ϑ', 'KeyZ', 'alt', 'meta'), russian, 'Alt+Command+Z', 'KeyZ'],
    ['a layout that is not known', press('Ω', 'KeyZ', 'alt', 'meta'), undefined, 'Alt+Command+Z', 'KeyZ'],
  ])('%s', (_name, pressed, layout, accelerator, code) => {
    expect(recordKey(pressed, 'mac', layout)).toEqual({ kind: 'shortcut', accelerator, code })
  })

  test.each([
    ['AZERTY, the comma', press('∞', 'KeyM', 'alt', 'meta'), azerty],
    ['Dvorak, the apostrophe', press('œ', 'KeyQ', 'alt', 'meta'), dvorak],
    ['QWERTZ, Ö', press('œ', 'Semicolon', 'alt', 'meta'), qwertz],
  ])('refuses a key that accelerators have no name for: %s', (_name, pressed, layout) => {
    expect(recordKey(pressed, 'mac', layout)).toEqual({ kind: 'not-usable' })
  })
})

test.each([
  [press('p', 'KeyP', 'ctrl', 'alt'), 'Control+Alt+P'],
  [press('P', 'KeyP', 'ctrl', 'shift'), 'Control+Shift+P'],
  // On macOS, Option changes the character.
  [press('π', 'KeyP', 'ctrl', 'alt'), 'Control+Alt+P'],
  [press('!', 'Digit1', 'ctrl', 'shift'), 'Control+Shift+1'],
  [press(' ', 'Space', 'alt'), 'Alt+Space'],
  [press('F9', 'F9'), 'F9'],
  [press('ArrowUp', 'ArrowUp', 'meta'), 'Super+Up'],
])('records %j as %s', (key, accelerator) => {
  expect(recordKey(key, 'linux', undefined)).toMatchObject({ kind: 'shortcut', accelerator })
})

test('calls the system key Command on macOS', () => {
  expect(recordKey(press('p', 'KeyP', 'meta'), 'mac', undefined)).toMatchObject({ accelerator: 'Command+P' })
})

test('refuses keys that are needed for typing', () => {
  expect(recordKey(press('p', 'KeyP'), 'linux', undefined)).toEqual({ kind: 'needs-more' })
  expect(recordKey(press('P', 'KeyP', 'shift'), 'linux', undefined)).toEqual({ kind: 'needs-more' })
  expect(recordKey(press('Control', 'ControlLeft', 'ctrl'), 'linux', undefined)).toEqual({ kind: 'waiting' })
  expect(recordKey(press('+', 'BracketRight', 'ctrl'), 'linux', undefined)).toEqual({ kind: 'not-usable' })
})

test('shows key caps', () => {
  expect(acceleratorKeys('Control+Alt+P', 'linux')).toEqual(['Ctrl', 'Alt', 'P'])
  expect(acceleratorKeys('Control+Alt+P', 'mac')).toEqual(['⌃', '⌥', 'P'])
  expect(acceleratorKeys('Super+Up', 'windows')).toEqual(['Win', '↑'])
})
