/** The polyfill against the type declarations of the Electron in package.json; e2e/polyfill.spec.ts runs it on the real one. */
import { EventEmitter } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../setup/paths.mjs'
import { asyncClipboard, ClipboardItem } from './clipboard.cjs'
import { addConsoleDetails } from './console-message.cjs'
import { addActionDetails } from './notification-action.cjs'
import { asyncSafeStorage } from './safe-storage.cjs'

const declarations = readFileSync(join(root, 'node_modules/electron/electron.d.ts'), 'utf8')

/** The members that an interface or class declares. */
function membersOf(name) {
  const start = declarations.search(new RegExp(`^  (interface|class) ${name} `, 'm'))
  const body = declarations.slice(start, declarations.indexOf('\n  }', start))
  return [...body.matchAll(/^ {4}(?:readonly )?(\w+)[(?:]/gm)].map((match) => match[1])
}

test.each([
  ['SafeStorage', asyncSafeStorage({})],
  ['Clipboard', asyncClipboard({})],
])('adds to %s only what the Electron in package.json has', (name, added) => {
  expect(membersOf(name)).toEqual(expect.arrayContaining(Object.keys(added)))
})

test('returns values of the declared shapes', () => {
  const shapes = [
    'isAsyncEncryptionAvailable(): Promise<boolean>;',
    'encryptStringAsync(plainText: string): Promise<Buffer>;',
    'decryptStringAsync(encrypted: Buffer): Promise<Electron.DecryptStringAsyncReturnValue>;',
    'readText(): Promise<string>;',
    'writeText(text: string): Promise<void>;',
    'has(mimetype: string): Promise<boolean>;',
    'write(data: ClipboardItem[]): Promise<void>;',
    'constructor(items: Record<string, (string) | (ClipboardBookmark) | (Blob) | (Promise<(Blob) | (string)>)>);',
  ]
  for (const shape of shapes) expect(declarations).toContain(shape)
  expect(membersOf('DecryptStringAsyncReturnValue').sort()).toEqual(['result', 'shouldReEncrypt'])
})

test('writes the text of an item', async () => {
  const written = []
  const clipboard = asyncClipboard({ writeText: (text) => written.push(text) })
  await clipboard.write([new ClipboardItem({ 'text/plain': 'a', 'application/x-hint': 'b' })])
  expect(written).toEqual(['a'])
})

test('adds the details of a console message to its event', () => {
  const contents = new EventEmitter()
  const heard = []
  contents.on('console-message', ({ level, message }) => heard.push([level, message]))
  addConsoleDetails(contents)
  contents.emit('console-message', {}, 3, 'older', 1, 'index.html')
  contents.emit('console-message', { level: 'warning', message: 'newer' }, 2, 'newer', 1, 'index.html')
  expect(heard).toEqual([
    ['error', 'older'],
    ['warning', 'newer'],
  ])
  expect(declarations).toContain("level: ('info' | 'warning' | 'error' | 'debug');")
})

test('adds the index of a notification’s button to its event', () => {
  class Notification extends EventEmitter {}
  addActionDetails(Notification)
  const heard = []
  const notification = new Notification()
  notification.on('action', ({ actionIndex }) => heard.push(actionIndex))
  notification.on('close', (event) => heard.push(event))
  notification.emit('action', {}, 1)
  notification.emit('action', { actionIndex: 0 }, 1)
  notification.emit('close')
  expect(heard).toEqual([1, 0, undefined])
  expect(declarations).toMatch(/interface NotificationActionEventParams \{[^}]* actionIndex: number;/)
})

test('names a property of the theme that the Electron in package.json has', () => {
  expect(membersOf('NativeTheme')).toContain('shouldUseDarkColorsForSystemIntegratedUI')
})

test('is smaller than 10 kB', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.cjs'))
  const bytes = files.map((name) => statSync(join(import.meta.dirname, name)).size)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10_000)
})
