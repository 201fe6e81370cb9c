import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  copyFileAside,
  deleteCopies,
  deleteFile,
  deleteTemporaryFiles,
  documentsIn,
  isDocumentName,
} from './store-files.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(...names: string[]): void {
  for (const name of names) writeFileSync(join(folder, name), name)
}

it('accepts only plain names', () => {
  expect(['installation', 'org-a1_B.2-c', 'organisations/1f0c/ledger'].every(isDocumentName)).toBe(true)
  expect(
    ['', '.', '..', '../x', 'a/../b', '/a', 'a/', 'a//b', 'a\\b', '.x', 'a b', 'x'.repeat(101)].some(
      isDocumentName,
    ),
  ).toBe(false)
})

it('doesn’t count temporary files, copies and foreign files as documents', () => {
  put(
    'org-a.json',
    'org-b.json',
    'org-a.json.tmp-1234567890abcdef',
    'org-a.json.unreadable-20260101T000000',
    'Cookies',
  )
  expect(documentsIn(folder).sort()).toEqual(['org-a', 'org-b'])
  expect(documentsIn(join(folder, 'absent'))).toEqual([])
})

it('deletes only temporary files', () => {
  const others = ['org-a.json', 'x.tmp-1234567890abcdef', 'org-a.json.tmp-12345', 'org-a.json.unreadable-1']
  put(...others, 'org-a.json.tmp-1234567890abcdef', 'org-ab.json.tmp-1234567890abcdef')
  deleteTemporaryFiles(folder)
  expect(readdirSync(folder).sort()).toEqual([...others].sort())
})

it('deletes the copies and temporary files of one document only', () => {
  put('org-a.json', 'org-a.json.tmp-1234567890abcdef', 'org-a.json.replaced-1', 'org-ab.json.replaced-1')
  deleteCopies(folder, 'org-a')
  expect(readdirSync(folder).sort()).toEqual(['org-a.json', 'org-ab.json.replaced-1'])
})

it('names a copy by reason and time, and never overwrites another', () => {
  put('org-a.json')
  const now = new Date('2026-02-03T04:05:06.789Z')
  expect(copyFileAside(folder, 'org-a', 'newer', now)).toBe('org-a.json.newer-20260203T040506')
  expect(copyFileAside(folder, 'org-a', 'newer', now)).toBe('org-a.json.newer-20260203T040506-2')
  expect(readFileSync(join(folder, 'org-a.json.newer-20260203T040506-2'), 'utf8')).toBe('org-a.json')
  expect(documentsIn(folder)).toEqual(['org-a'])
})

it('deletes a file, throws when it can’t, and accepts a missing one', () => {
  put('a.json')
  deleteFile(join(folder, 'a.json'))
  deleteFile(join(folder, 'a.json'))
  expect(readdirSync(folder)).toEqual([])
  expect(() => deleteFile(folder)).toThrow()
})
