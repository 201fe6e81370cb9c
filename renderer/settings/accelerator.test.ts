import { expect, test } from 'vitest'
import type { KeyPress } from '../shortcuts.ts'
import { keysOf, record } from './accelerator.ts'

function press(key: string, code: string, ...held: ('ctrl' | 'alt' | 'shift' | 'meta')[]): KeyPress {
  const is = (one: (typeof held)[number]) => held.includes(one)
  return { key, code, ctrlKey: is('ctrl'), altKey: is('alt'), shiftKey: is('shift'), metaKey: is('meta') }
}

test.each([
  [press('p', 'KeyP', 'ctrl', 'alt'), 'Control+Alt+P'],
  [press('P', 'KeyP', 'ctrl', 'shift'), 'Control+Shift+P'],
  // On macOS, Option makes another sign of the letter.
  [press('π', 'KeyP', 'ctrl', 'alt'), 'Control+Alt+P'],
  [press('!', 'Digit1', 'ctrl', 'shift'), 'Control+Shift+1'],
  [press(' ', 'Space', 'alt'), 'Alt+Space'],
  [press('F9', 'F9'), 'F9'],
  [press('ArrowUp', 'ArrowUp', 'meta'), 'Super+Up'],
])('%j is recorded', (key, accelerator) => {
  expect(record(key, 'linux')).toEqual({ kind: 'shortcut', accelerator })
})

test('the system’s key has its name on macOS', () => {
  expect(record(press('p', 'KeyP', 'meta'), 'mac')).toEqual({ kind: 'shortcut', accelerator: 'Command+P' })
})

test('typing stays typing', () => {
  expect(record(press('p', 'KeyP'), 'linux')).toEqual({ kind: 'needs-more' })
  expect(record(press('P', 'KeyP', 'shift'), 'linux')).toEqual({ kind: 'needs-more' })
  expect(record(press('Control', 'ControlLeft', 'ctrl'), 'linux')).toEqual({ kind: 'waiting' })
  expect(record(press('+', 'BracketRight', 'ctrl'), 'linux')).toEqual({ kind: 'not-usable' })
})

test('as printed on the keys', () => {
  expect(keysOf('Control+Alt+P', 'linux')).toEqual(['Ctrl', 'Alt', 'P'])
  expect(keysOf('Control+Alt+P', 'mac')).toEqual(['⌃', '⌥', 'P'])
  expect(keysOf('Super+Up', 'windows')).toEqual(['Win', '↑'])
})
