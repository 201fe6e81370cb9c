import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../setup/paths.mjs'
import { filledIn } from './api.mjs'

const declarations = readFileSync(join(root, 'node_modules/electron/electron.d.ts'), 'utf8')
const shim = readFileSync(join(import.meta.dirname, 'shim.mjs'), 'utf8')

/** The members that Electron's own types declare for an interface or class. */
function membersOf(name) {
  const start = declarations.search(new RegExp(`^  (interface|class) ${name} `, 'm'))
  const body = declarations.slice(start, declarations.indexOf('\n  }', start))
  return new Set([...body.matchAll(/^ {4}(?:readonly )?(\w+)[(?:]/gm)].map((match) => match[1]))
}

const typeOf = {
  protocol: 'Protocol',
  safeStorage: 'SafeStorage',
  clipboard: 'Clipboard',
  session: 'Session',
}

for (const [module, names] of Object.entries(filledIn)) {
  test(`what the shim adds to ${module} exists in the Electron that ships`, () => {
    const members = membersOf(typeOf[module])
    for (const name of names) expect(members).toContain(name)
  })
}

test('the asynchronous calls answer in the shape that the shim gives', () => {
  const shapes = [
    'isAsyncEncryptionAvailable(): Promise<boolean>;',
    'encryptStringAsync(plainText: string): Promise<Buffer>;',
    'decryptStringAsync(encrypted: Buffer): Promise<Electron.DecryptStringAsyncReturnValue>;',
    'readText(): Promise<string>;',
    'writeText(text: string): Promise<void>;',
    'has(mimetype: string): Promise<boolean>;',
    'write(data: ClipboardItem[]): Promise<void>;',
    'resolveHost(host: string, options?: ResolveHostOptions): Promise<Electron.ResolvedHost>;',
    'constructor(items: Record<string, (string) | (ClipboardBookmark) | (Blob) | (Promise<(Blob) | (string)>)>);',
  ]
  for (const shape of shapes) expect(declarations).toContain(shape)
  expect([...membersOf('DecryptStringAsyncReturnValue')].sort()).toEqual(['result', 'shouldReEncrypt'])
})

test('the shim reaches for no other module of Electron than those listed', () => {
  const used = /const \{ (.+) \} = electron/.exec(shim)?.[1].split(', ')
  expect(used).toEqual(['app', 'clipboard', 'protocol', 'safeStorage', 'session'])
})
