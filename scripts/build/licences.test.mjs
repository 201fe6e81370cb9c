import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packageOf } from './bundled-packages.mjs'
import { gather, licenceOf, splitLicence } from './licences.mjs'

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

test('a made-up module of nobody that is known fails the build', () => {
  expect(() => packageOf('\0somebody/helper.js')).toThrow('somebody/helper.js')
})

test('a licence that nobody has looked at, none, or one without its text fails the build', () => {
  const files = { LICENSE: 'Copyright (c) 2026 Somebody' }
  expect(() => licenceOf(packageWith({ name: 'copyleft', license: 'GPL-3.0-only' }, files))).toThrow(
    'copyleft',
  )
  expect(() => licenceOf(packageWith({ name: 'unsaid' }, files))).toThrow('unsaid')
  expect(() => licenceOf(packageWith({ name: 'silent', license: 'MIT' }, { 'readme.md': '' }))).toThrow(
    'silent',
  )
})

test('of a licence only whose it is differs: its text is kept once, however its lines were broken', () => {
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
  expect(gather([first, second].map(licenceOf))).toEqual({
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

test('a sentence that begins a line with the word copyright stays in the text', () => {
  const { notice, body } = splitLicence(
    'Copyright (c) 2026 One\n\nThe above\ncopyright notice stays.\n\nThe\nCOPYRIGHT HOLDERS.',
  )
  expect(notice).toBe('Copyright (c) 2026 One')
  expect(body).toBe('The above copyright notice stays.\n\nThe COPYRIGHT HOLDERS.')
})
