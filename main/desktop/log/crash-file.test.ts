import { EventEmitter } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { redaction } from '../../diagnostics/redaction.ts'
import { MemoryLog } from '../../testing/memory-ports.ts'
import { expectMode } from '../../testing/posix.ts'
import { orEnd, watchForMistakes } from '../start/mistakes.ts'
import { crashFile } from './crash-file.ts'

const secret = 'aZ09-kept_Secret-Value'
let folder = ''
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'crash-')), 'logs')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const made = () =>
  crashFile(
    folder,
    '1.2.3',
    redaction(() => [secret], '/home/ann'),
  )

test('how main broke is on the disk at once, without what is secret, until the next time', () => {
  const error = new TypeError(`no ${secret}\nat /home/ann/what the message says`)
  error.stack = `TypeError: no ${secret}\n    at refresh (/home/ann/app/main.cjs:1:2)\n    at next (main.cjs:3:4)`
  made().write(error)
  expect(readdirSync(folder)).toEqual(['crash.json'])
  expectMode(join(folder, 'crash.json'), 0o600)
  expect(made().read()).toMatchObject({
    version: 1,
    appVersion: '1.2.3',
    error: 'TypeError: no [removed] at ~/what the message says',
    stack: ['at refresh (~/app/main.cjs:1:2)', 'at next (main.cjs:3:4)'],
    told: false,
  })
  made().markTold()
  expect(made().read()?.told).toBe(true)
  made().write('a text that was thrown')
  expect(made().read()).toMatchObject({ error: 'Error: a text that was thrown', told: false })
})

test('whatever is thrown', () => {
  const cruel = {
    toString: () => {
      throw new Error('no')
    },
  }
  for (const thrown of [undefined, null, 7, { a: 1 }, Object.create(null), cruel, Symbol('s')]) {
    made().write(thrown)
    expect(made().read()?.version).toBe(1)
  }
})

test('an error that says very much is written down as fast as others', () => {
  const startedAt = performance.now()
  made().write(new Error('{"a":"b"}'.repeat(500_000)))
  expect(performance.now() - startedAt).toBeLessThan(1500)
  expect(made().read()).toMatchObject({
    error: expect.stringMatching(/^Error: {"a":"b"}/),
    stack: expect.arrayContaining([expect.stringMatching(/^at .*crash-file\.test/)]),
  })
})

test('what is no such record counts as none', () => {
  made().write('x')
  for (const text of ['', '{', '[]', '{"version":2}', '{"version":1,"at":"x"}']) {
    writeFileSync(join(folder, 'crash.json'), text)
    expect(made().read()).toBe(null)
    made().markTold()
    expect(readFileSync(join(folder, 'crash.json'), 'utf8')).toBe(text)
  }
})

test('what nobody caught ends the app; a promise that failed unheard is written down', () => {
  const listeners = new Map<string, (thrown: unknown) => void>()
  const log = new MemoryLog()
  const exits: number[] = []
  const crashes = made()
  const on = (event: string, listener: never) => listeners.set(event, listener)
  const [stdout, stderr] = [new EventEmitter(), new EventEmitter()]
  const process = { on, stdout, stderr } as never
  watchForMistakes({ process, crashes, log, exit: (code) => exits.push(code) })
  // A terminal that was closed is no mistake of anybody's.
  for (const said of [stdout, stderr]) expect(said.emit('error', new Error('write EIO'))).toBe(true)
  listeners.get('unhandledRejection')?.(new Error('nobody awaited this'))
  expect(log.lines.at(-1)).toMatch(/^promise not heard .*nobody awaited this/)
  // What can't even be made a text of must not become the end of the app by being written down.
  listeners.get('unhandledRejection')?.(Object.create(null))
  expect([exits, crashes.read()]).toEqual([[], null])
  listeners.get('uncaughtException')?.(new Error('broken'))
  expect(crashes.read()?.error).toBe('Error: broken')
  expect(log.lines.at(-1)).toMatch(/^crashed .*Error: broken/)
  expect(exits).toEqual([1])
})

test('a start that breaks is one that nobody caught, not a promise that failed unheard', async () => {
  const broken = new Error('no folder')
  const deed = await new Promise<() => void>((soon) => {
    void orEnd(Promise.reject(broken), soon)
  })
  expect(deed).toThrow(broken)
  expect(await orEnd(Promise.resolve(7))).toBe(7)
})
