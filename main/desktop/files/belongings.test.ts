import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { fileBelongings } from './belongings.ts'

const folder = mkdtempSync(join(tmpdir(), 'belongings-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('removes all files, also copies, except the named documents', () => {
  const documents = join(folder, 'documents')
  const logs = join(folder, 'logs')
  for (const one of [documents, logs]) mkdirSync(one, { recursive: true })
  for (const file of ['a.json', 'b.json', 'b.json.newer-1', 'c.json.tmp-0123456789abcdef'])
    writeFileSync(join(documents, file), '{}')
  writeFileSync(join(logs, 'main.log'), '')
  writeFileSync(join(folder, 'elsewhere'), '')
  expect(fileBelongings({ documents, others: [logs] }).removeAll(['b'])).toMatchObject({ ok: true })
  expect(readdirSync(documents)).toEqual(['b.json'])
  expect(readdirSync(logs)).toEqual([])
  expect(readdirSync(folder)).toContain('elsewhere')
})

test('a folder that can’t be read is a failure, not an exception', () => {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const removed = fileBelongings({ documents: file, others: [] }).removeAll([])
  expect(removed).toMatchObject({ ok: false, failure: { kind: 'storage' } })
  expect(fileBelongings({ documents: join(folder, 'none'), others: [] }).removeAll([]).ok).toBe(true)
})
