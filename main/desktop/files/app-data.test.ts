import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { fileAppData } from './app-data.ts'

const folder = mkdtempSync(join(tmpdir(), 'app-data-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('removes all files and copies except the named documents', () => {
  const documents = join(folder, 'documents')
  const logs = join(folder, 'logs')
  for (const one of [documents, logs]) mkdirSync(one, { recursive: true })
  for (const file of ['a.json', 'b.json', 'b.json.newer-1', 'c.json.tmp-0123456789abcdef'])
    writeFileSync(join(documents, file), '{}')
  writeFileSync(join(logs, 'main.log'), '')
  writeFileSync(join(folder, 'elsewhere'), '')
  expect(fileAppData({ documents, others: [logs] }).removeAll(['b'])).toMatchObject({ ok: true })
  expect(readdirSync(documents)).toEqual(['b.json'])
  expect(readdirSync(logs)).toEqual([])
  expect(readdirSync(folder)).toContain('elsewhere')
})

test('reports an unreadable folder as a failure', () => {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const removed = fileAppData({ documents: file, others: [] }).removeAll([])
  expect(removed).toMatchObject({ ok: false, failure: { kind: 'storage' } })
  expect(fileAppData({ documents: join(folder, 'none'), others: [] }).removeAll([]).ok).toBe(true)
})
