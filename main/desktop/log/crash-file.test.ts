import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { redaction } from '../../diagnostics/redaction.ts'
import { expectMode } from '../../testing/posix.ts'
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

test('writes a crash at once, redacted, and keeps it until the next one', () => {
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
    wasShown: false,
  })
  made().markShown()
  expect(made().read()?.wasShown).toBe(true)
  made().write('a text that was thrown')
  expect(made().read()).toMatchObject({ error: 'Error: a text that was thrown', wasShown: false })
})

test('writes a record for any thrown value', () => {
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

test('writes a very long error message quickly', () => {
  const startedAt = performance.now()
  made().write(new Error('{"a":"b"}'.repeat(500_000)))
  expect(performance.now() - startedAt).toBeLessThan(1500)
  expect(made().read()).toMatchObject({
    error: expect.stringMatching(/^Error: {"a":"b"}/),
    stack: expect.arrayContaining([expect.stringMatching(/^at .*crash-file\.test/)]),
  })
})

test('treats an invalid file as no record, and leaves it unchanged', () => {
  made().write('x')
  for (const text of ['', '{', '[]', '{"version":2}', '{"version":1,"at":"x"}']) {
    writeFileSync(join(folder, 'crash.json'), text)
    expect(made().read()).toBe(null)
    made().markShown()
    expect(readFileSync(join(folder, 'crash.json'), 'utf8')).toBe(text)
  }
})
