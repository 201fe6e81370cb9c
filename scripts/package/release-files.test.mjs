import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { requireSignature } from '../../main/updates/desktop/feed-signature.ts'
import { collectFiles, signFeeds } from './release-files.mjs'

let folder
let artifacts
let target
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'))
  artifacts = join(folder, 'artifacts')
  target = join(folder, 'packages')
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(artifact, name, text) {
  mkdirSync(join(artifacts, artifact), { recursive: true })
  writeFileSync(join(artifacts, artifact, name), text)
}

function makeKeys() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }),
    publicKeys: [publicKey.export({ format: 'der', type: 'spki' }).toString('base64')],
  }
}

test('collects the files of all systems, and the bill of materials once', () => {
  put('packages-Linux', 'a.deb', 'deb')
  put('packages-Linux', 'parallel-tray.cdx.json', '{}')
  put('packages-Windows', 'a.exe', 'exe')
  put('packages-Windows', 'parallel-tray.cdx.json', '{}')
  collectFiles(artifacts, target)
  expect(readdirSync(target).sort()).toEqual(['a.deb', 'a.exe', 'parallel-tray.cdx.json'])
})

test.each([
  ['a package, even with the same content', 'parallel-tray-1.0.0.zip', 'same', 'same'],
  ['another bill of materials', 'parallel-tray.cdx.json', '{}', '[]'],
])('fails when one system overwrites %s of another', (_what, name, one, other) => {
  put('packages-Windows', name, one)
  put('packages-macOS', name, other)
  expect(() => collectFiles(artifacts, target)).toThrow(name)
})

test.each([
  ['packages-Linux', 'latest.yml'],
  ['packages-Linux', 'latest-mac.yml'],
  ['packages-Linux', 'setup.exe'],
  ['packages-macOS', 'latest-linux.yml'],
  ['packages-Windows', 'latest-mac.yml'],
  ['packages-Windows', 'SHA256SUMS'],
  ['packages-Windows', 'latest.yml.sig'],
  ['packages-Other', 'a.deb'],
])('fails when %s holds %s', (artifact, name) => {
  put(artifact, name, '')
  expect(() => collectFiles(artifacts, target)).toThrow(artifact)
})

test('fails when an artifact holds a folder', () => {
  mkdirSync(join(artifacts, 'packages-Linux/folder'), { recursive: true })
  expect(() => collectFiles(artifacts, target)).toThrow('folder')
})

test('signs each feed so that the app accepts it', async () => {
  put('packages-Linux', 'latest-linux.yml', 'version: 1.0.0\nname: é\n')
  put('packages-macOS', 'latest-mac.yml', 'version: 1.0.0\n')
  put('packages-macOS', 'a.zip', 'zip')
  collectFiles(artifacts, target)
  const keys = makeKeys()
  const feeds = ['latest-linux.yml', 'latest-mac.yml']
  expect(signFeeds(target, keys).sort()).toEqual(feeds)
  const read = async ({ path }) => readFileSync(join(target, path), 'utf8')
  for (const path of feeds) {
    expect(await requireSignature(read, keys.publicKeys)({ path })).toContain('version: 1.0.0')
    await expect(requireSignature(read, makeKeys().publicKeys)({ path })).rejects.toThrow(path)
  }
})

test('fails without a key, or with one that no released app knows', () => {
  mkdirSync(target)
  expect(signFeeds(target, { privateKey: undefined, publicKeys: [] })).toEqual([])
  writeFileSync(join(target, 'latest.yml'), '')
  const { privateKey, publicKeys } = makeKeys()
  expect(() => signFeeds(target, { privateKey: '', publicKeys })).toThrow('UPDATE_SIGNING_KEY')
  expect(() => signFeeds(target, { privateKey, publicKeys: makeKeys().publicKeys })).toThrow('updates.json')
  expect(readdirSync(target)).toEqual(['latest.yml'])
})
