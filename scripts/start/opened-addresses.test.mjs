import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { announceAddresses, printableAddress } from './opened-addresses.mjs'

const onPosix = test.skipIf(process.platform === 'win32')

let folder
let printed
let addresses
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opened-'))
  printed = []
})
afterEach(() => {
  addresses?.stop()
  addresses = undefined
  rmSync(folder, { recursive: true })
})

function announce() {
  addresses = announceAddresses(folder, (address) => printed.push(address))
  return join(folder, 'opened')
}

test.each([
  [
    'https://platform.example.com/device?user_code=ABCD',
    'https://platform.example.com/device?user_code=ABCD',
  ],
  ['http://127.0.0.1:8787/device', 'http://127.0.0.1:8787/device'],
  ['https://example.com/\u001b]0;title\u0007#', 'https://example.com/%1B]0;title%07#'],
  ['https://example.com/\u202egnp.exe', 'https://example.com/%E2%80%AEgnp.exe'],
  ['https://ex\u0430mple.com/', 'https://xn--exmple-4nf.com/'],
])('%j is printed as %j', (line, address) => {
  expect(printableAddress(line)).toBe(address)
})

test.each([
  ['a command to the terminal', '\u001b[2J'],
  ['a request', 'Enter the password of root:'],
  ['a file', 'file:///etc/passwd'],
  ['a script', 'javascript:alert(1)'],
  ['an address with a user', 'https://root@example.com/'],
  ['an address without end', `https://example.com/${'a'.repeat(5000)}`],
  ['an empty line', ''],
])('%s is not printed', (_what, line) => {
  expect(printableAddress(line)).toBeNull()
})

onPosix('prints what xdg-open was asked to open, once', () => {
  announce()
  const open = (address) => spawnSync(join(addresses.bin, 'xdg-open'), [address]).status
  expect(open('https://example.com/a')).toBe(0)
  addresses.look()
  expect(open('https://example.com/b')).toBe(0)
  addresses.look()
  addresses.look()
  expect(printed).toEqual(['https://example.com/a', 'https://example.com/b'])
})

onPosix('prints nothing else that is written into the file', () => {
  const list = announce()
  appendFileSync(list, 'no address\n\u001b[31mred\nhttps://exam')
  addresses.look()
  appendFileSync(list, 'ple.com/\n')
  addresses.look()
  truncateSync(list, 0)
  addresses.look()
  appendFileSync(list, 'https://example.com/after\n')
  addresses.look()
  expect(printed).toEqual(['https://example.com/', 'https://example.com/after'])
})

onPosix('only the app’s user reads and writes the file', () => {
  expect(statSync(announce()).mode & 0o777).toBe(0o600)
  expect(statSync(addresses.bin).mode & 0o022).toBe(0)
})
