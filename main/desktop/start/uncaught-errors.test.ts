import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { crashOf } from '../../diagnostics/crash.ts'
import type { Crash } from '../../ports.ts'
import { MemoryLog } from '../../testing/memory-ports.ts'
import type { CrashFile } from '../log/crash-file.ts'
import { handleUncaughtErrors, throwIfRejected } from './uncaught-errors.ts'

test('an uncaught exception is recorded and exits; an unhandled rejection is only logged', () => {
  const listeners = new Map<string, (thrown: unknown) => void>()
  const log = new MemoryLog()
  const exits: number[] = []
  const written: Crash[] = []
  const recordOf = (thrown: unknown) => crashOf(thrown, 0, '1.2.3', (text) => text)
  const write: CrashFile['write'] = (thrown) => {
    written.push(recordOf(thrown))
    return recordOf(thrown)
  }
  const crashes = { recordOf, write } as CrashFile
  const on = (event: string, listener: never) => listeners.set(event, listener)
  const [stdout, stderr] = [new EventEmitter(), new EventEmitter()]
  const process = { on, stdout, stderr } as never
  handleUncaughtErrors({ process, crashes, log, exit: (code) => exits.push(code) })
  // As after the terminal was closed.
  for (const stream of [stdout, stderr]) expect(stream.emit('error', new Error('write EIO'))).toBe(true)
  listeners.get('unhandledRejection')?.(new Error('nobody awaited this'))
  expect(log.lines.at(-1)).toMatch(/^promise not heard .*nobody awaited this/)
  // A value that can't be converted to text must not throw while it is logged.
  listeners.get('unhandledRejection')?.(Object.create(null))
  expect([exits, written]).toEqual([[], []])
  listeners.get('uncaughtException')?.(new Error('broken'))
  expect(written.map(({ error }) => error)).toEqual(['Error: broken'])
  expect(log.lines.at(-1)).toMatch(/^crashed .*Error: broken/)
  expect(exits).toEqual([1])
})

test('a start that fails becomes an uncaught exception', async () => {
  const broken = new Error('no folder')
  const callback = await new Promise<() => void>((schedule) => {
    void throwIfRejected(Promise.reject(broken), schedule)
  })
  expect(callback).toThrow(broken)
  expect(await throwIfRejected(Promise.resolve(7))).toBe(7)
})
