/**
 * A key is saved in a `.env` file that many programs read: every program that read the old value reads exactly the
 * new one, every other variable reads as before, and a shell executes and prints nothing new.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { setVariable } from '../main/organisation/keys/env-text.ts'
import { forms, surroundings } from './env-files/forms.ts'
import { envFile } from './env-files/generated.ts'
import { type Edit, violations } from './env-files/law.ts'

/** A fixed set of files: each takes the programs some milliseconds, too long for many thousands. */
const seed = 20_260_101
const value = 'px_live-0123456789'

/** None if the file stays unchanged. */
function edit(name: string, before: string, written = value): Edit[] {
  const after = setVariable(before, name, written)
  return after === null ? [] : [{ name, value: written, before, after }]
}

test.describe('a .env file', { tag: '@linux' }, () => {
  test.setTimeout(300_000)

  test('however the key is written, every program reads the new one', async () => {
    const texts = forms.flatMap((form) => surroundings.map((around) => around(form)))
    const edits = texts.flatMap((before) => edit('KEY', before))
    expect(await violations(edits)).toEqual([])
    const inTheMiddle = forms.flatMap((form) => edit('KEY', `A=1\n${form}\nB=2\n`))
    expect(inTheMiddle).toHaveLength(forms.length)
  })

  test('whatever else is in the file', async () => {
    const edits = fc
      .sample(envFile, { numRuns: 500, seed })
      .flatMap((before) => edit('PARALLEL_API_KEY', before))
    expect(await violations(edits)).toEqual([])
    expect(edits.length).toBeGreaterThan(100)
  })

  test('a key of any letters', async () => {
    const secret = fc.stringMatching(/^[\x20-\x7e]{12,40}$/)
    const edits = fc
      .sample(fc.tuple(fc.constantFrom(...forms), secret), { numRuns: 300, seed })
      .flatMap(([form, written]) => edit('KEY', `A=1\n${form}\nB=2\n`, written))
    expect(await violations(edits)).toEqual([])
    expect(edits.length).toBeGreaterThan(100)
  })

  test('node --env-file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'env-file-'))
    try {
      const path = join(folder, '.env')
      for (const form of ['KEY=', 'KEY=   # c', 'KEY="old"\t# c', 'export KEY=`old`', 'KEY="a\nb"']) {
        writeFileSync(path, setVariable(`A=1\n${form}\nB=2\n`, 'KEY', value) ?? '')
        const program = 'console.log([process.env.A, process.env.KEY, process.env.B].join())'
        const read = execFileSync(process.execPath, [`--env-file=${path}`, '-e', program], {
          encoding: 'utf8',
        })
        expect(read).toBe(`1,${value},2\n`)
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
