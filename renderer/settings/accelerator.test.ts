import { expect, test } from 'vitest'
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
  expect(recordKey(key, 'linux')).toEqual({ kind: 'shortcut', accelerator })
})

test('calls the system key Command on macOS', () => {
  expect(recordKey(press('p', 'KeyP', 'meta'), 'mac')).toEqual({ kind: 'shortcut', accelerator: 'Command+P' })
})

test('refuses keys that are needed for typing', () => {
  expect(recordKey(press('p', 'KeyP'), 'linux')).toEqual({ kind: 'needs-more' })
  expect(recordKey(press('P', 'KeyP', 'shift'), 'linux')).toEqual({ kind: 'needs-more' })
  expect(recordKey(press('Control', 'ControlLeft', 'ctrl'), 'linux')).toEqual({ kind: 'waiting' })
  expect(recordKey(press('+', 'BracketRight', 'ctrl'), 'linux')).toEqual({ kind: 'not-usable' })
})

test('shows key caps', () => {
  expect(acceleratorKeys('Control+Alt+P', 'linux')).toEqual(['Ctrl', 'Alt', 'P'])
  expect(acceleratorKeys('Control+Alt+P', 'mac')).toEqual(['⌃', '⌥', 'P'])
  expect(acceleratorKeys('Super+Up', 'windows')).toEqual(['Win', '↑'])
})
