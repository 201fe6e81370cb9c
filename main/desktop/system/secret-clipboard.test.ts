import type { Clipboard, ClipboardItem } from 'electron'
import { expect, test } from 'vitest'
import { MemoryLog } from '../../testing/memory-ports.ts'
import { electronSecretClipboard } from './secret-clipboard.ts'

class Item {
  readonly payloads: Record<string, string | Blob>
  readonly types: string[] = []
  constructor(payloads: Record<string, string | Blob>) {
    this.payloads = payloads
  }
  getType(): never {
    throw new Error('not read here')
  }
}

function made(system: NodeJS.Platform, broken = false) {
  const writes: Item[][] = []
  const log = new MemoryLog()
  const clipboard = {
    write: async (items: Item[]) => {
      if (broken) throw new Error(`could not write ${items[0]?.payloads['text/plain']}`)
      writes.push(items)
    },
    readText: async () => {
      if (broken) throw new Error('not readable')
      return 'there'
    },
  }
  const port = electronSecretClipboard({
    clipboard: clipboard as unknown as Clipboard,
    ClipboardItem: Item as unknown as new (payloads: Record<string, string | Blob>) => ClipboardItem,
    log,
    system,
  })
  return { port, writes, log }
}

test.each([
  ['darwin', ['org.nspasteboard.ConcealedType']],
  [
    'win32',
    [
      'ExcludeClipboardContentFromMonitorProcessing',
      'CanIncludeInClipboardHistory',
      'CanUploadToCloudClipboard',
    ],
  ],
  ['linux', ['x-kde-passwordManagerHint']],
] as const)('writes the text and its hints at once on %s', async (system, formats) => {
  const { port, writes } = made(system)
  expect(await port.write('px_secret')).toBe(true)
  expect(writes).toHaveLength(1)
  expect(writes[0]).toHaveLength(1)
  const payloads = writes[0]?.[0]?.payloads ?? {}
  expect(Object.keys(payloads)).toEqual([
    'text/plain',
    ...formats.map((format) => `electron application/osclipboard;format="${format}"`),
  ])
  expect(payloads['text/plain']).toBe('px_secret')
})

test('writes a DWORD of zero on Windows and "secret" for KDE', async () => {
  const windows = made('win32')
  await windows.port.write('px_secret')
  for (const [format, payload] of Object.entries(windows.writes[0]?.[0]?.payloads ?? {})) {
    if (format === 'text/plain') continue
    expect([...new Uint8Array(await (payload as Blob).arrayBuffer())]).toEqual([0, 0, 0, 0])
  }
  const kde = made('linux')
  await kde.port.write('px_secret')
  expect(Object.values(kde.writes[0]?.[0]?.payloads ?? {})).toEqual(['px_secret', 'secret'])
})

test('returns false when the clipboard throws, without logging the error', async () => {
  const { port, log } = made('linux', true)
  expect(await port.write('px_secret')).toBe(false)
  expect(await port.read()).toBeNull()
  expect(log.lines.join()).not.toContain('px_secret')
})
