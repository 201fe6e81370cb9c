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

test('a text is copied when the clipboard holds it, in the line breaks of the system', async () => {
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

test('a clipboard that another program blocks took nothing, although nothing says so', async () => {
  const desktop = desktopWith({ writeText: async () => {}, readText: async () => 'of another program' })
  expect(await desktop.copyText('4.10')).toBe(false)
})

test('a clipboard that refuses', async () => {
  const desktop = desktopWith({ writeText: () => Promise.reject(new Error('no')), readText: async () => '' })
  expect(await desktop.copyText('4.10')).toBe(false)
})

test('a clipboard whose owner hangs is given up after two seconds', async () => {
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
