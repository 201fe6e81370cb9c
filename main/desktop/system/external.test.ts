import { expect, test, vi } from 'vitest'
import { MemoryLog } from '../../testing/memory-ports.ts'
import { type ElectronDesktopOptions, electronDesktop } from './external.ts'

function desktopWith(clipboard: {
  writeText: (text: string) => Promise<void>
  readText: () => Promise<string>
}) {
  const options = { clipboard, platformUrl: 'https://platform.example', log: new MemoryLog() }
  return electronDesktop(options as unknown as ElectronDesktopOptions)
}

test('counts a text as copied once the clipboard contains it, with the system’s line breaks', async () => {
  let held = ''
  const desktop = desktopWith({
    writeText: async (text) => {
      held = text.replaceAll('\n', '\r\n')
    },
    readText: async () => held,
  })
  expect(await desktop.copyText('one\ntwo')).toBe(true)
  expect(held).toBe('one\r\ntwo')
})

test('detects a clipboard that another program blocks silently', async () => {
  const desktop = desktopWith({ writeText: async () => {}, readText: async () => 'of another program' })
  expect(await desktop.copyText('4.10')).toBe(false)
})

test('reports a clipboard that throws', async () => {
  const desktop = desktopWith({ writeText: () => Promise.reject(new Error('no')), readText: async () => '' })
  expect(await desktop.copyText('4.10')).toBe(false)
})

test('times out after two seconds when the clipboard’s owner hangs', async () => {
  vi.useFakeTimers()
  try {
    const copied = desktopWith({
      writeText: async () => {},
      readText: () => new Promise<string>(() => {}),
    }).copyText('4.10')
    await vi.advanceTimersByTimeAsync(2000)
    expect(await copied).toBe(false)
  } finally {
    vi.useRealTimers()
  }
})
