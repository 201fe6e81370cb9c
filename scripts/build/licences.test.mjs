import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packageOf } from './bundled-packages.mjs'
import { collectLicences, licenceOf, splitLicence } from './licences.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licences-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function packageWith(members, files = {}) {
  const path = join(folder, members.name)
  mkdirSync(path)
  writeFileSync(join(path, 'package.json'), JSON.stringify({ version: '1.0.0', ...members }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text)
  return path
}

test.each([
  ['/home/a/main/index.ts', null],
  ['/home/a/node_modules/preact/dist/preact.mjs', 'node_modules/preact'],
  ['/home/a/node_modules/@scope/one/index.js', 'node_modules/@scope/one'],
  ['/home/a/node_modules/conf/node_modules/semver/index.js', 'node_modules/conf/node_modules/semver'],
  ['C:\\a\\node_modules\\@scope\\one\\index.js', 'node_modules/@scope/one'],
  ['\0vite/preload-helper.js', 'node_modules/vite'],
  ['\0rolldown/runtime.js', 'node_modules/rolldown'],
])('the package of %s', (id, expected) => {
  expect(packageOf(id)).toBe(expected)
})

test('fails the build for a virtual module of an unknown bundler', () => {
  expect(() => packageOf('\0somebody/helper.js')).toThrow('somebody/helper.js')
})

test('fails the build for a licence that is unknown, missing or without its text', () => {
  const files = { LICENSE: 'Copyright (c) 2026 Somebody' }
  expect(() => licenceOf(packageWith({ name: 'copyleft', license: 'GPL-3.0-only' }, files))).toThrow(
    'copyleft',
  )
  expect(() => licenceOf(packageWith({ name: 'unsaid' }, files))).toThrow('unsaid')
  expect(() => licenceOf(packageWith({ name: 'silent', license: 'MIT' }, { 'readme.md': '' }))).toThrow(
    'silent',
  )
})

test('stores a licence text once, with separate notices, whatever its line breaks', () => {
  const first = packageWith(
    { name: 'first', license: 'MIT' },
    {
      LICENSE:
        'MIT License\n\nCopyright (c) 2026 One\n\nPermission is hereby\ngranted.\n\nTHE SOFTWARE IS\nFREE.\n',
    },
  )
  const second = packageWith(
    { name: 'second', license: 'MIT' },
    {
      'license.md':
        '# The MIT License (MIT)\r\n\r\nCopyright © Two\r\nCopyright (c) 2020 Three\r\n\r\nPermission is\r\nhereby granted.\r\n\r\nTHE SOFTWARE IS FREE.\r\n',
    },
  )
  expect(collectLicences([first, second].map(licenceOf))).toEqual({
    packages: [
      { name: 'first', version: '1.0.0', licence: 'MIT', notice: 'Copyright (c) 2026 One', text: 0 },
      {
        name: 'second',
        version: '1.0.0',
        licence: 'MIT',
        notice: 'Copyright © Two\nCopyright (c) 2020 Three',
        text: 0,
      },
    ],
    texts: ['Permission is hereby granted.\n\nTHE SOFTWARE IS FREE.'],
  })
})

test('keeps a sentence that starts a line with the word copyright in the text', () => {
  const { notice, body } = splitLicence(
    'Copyright (c) 2026 One\n\nThe above\ncopyright notice stays.\n\nThe\nCOPYRIGHT HOLDERS.',
  )
  expect(notice).toBe('Copyright (c) 2026 One')
  expect(body).toBe('The above copyright notice stays.\n\nThe COPYRIGHT HOLDERS.')
})
