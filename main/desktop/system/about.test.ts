import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readAbout } from './about.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'about-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function about(written: string) {
  const licencesFile = join(folder, 'licences.json')
  writeFileSync(licencesFile, written)
  return readAbout({
    licencesFile,
    version: '1.2.3',
    versions: { electron: '45.4.1', chrome: '150.0.1', node: '24.1.0' },
  })
}

const one = { name: 'one', version: '1.0.0', licence: 'MIT', notice: 'Copyright (c) One', text: 0 }

test('each package has its own notice and the shared licence text', async () => {
  const bare = { ...one, name: 'bare', notice: '', text: null }
  const read = await about(
    JSON.stringify({ packages: [one, { ...one, name: 'two', notice: '' }, bare], texts: ['Granted.'] }),
  )
  expect(read).toEqual({
    ok: true,
    value: {
      version: '1.2.3',
      electron: '45.4.1',
      chromium: '150.0.1',
      node: '24.1.0',
      licences: [
        { name: 'one', version: '1.0.0', licence: 'MIT', text: 'Copyright (c) One\n\nGranted.' },
        { name: 'two', version: '1.0.0', licence: 'MIT', text: 'Granted.' },
        { name: 'bare', version: '1.0.0', licence: 'MIT', text: null },
      ],
    },
  })
})

test.each(['', '{}', '{"packages":[{}],"texts":[]}'])(
  'a malformed licence file is a failure: %s',
  async (written) => {
    expect(await about(written)).toMatchObject({ ok: false, failure: { kind: 'bug' } })
  },
)
