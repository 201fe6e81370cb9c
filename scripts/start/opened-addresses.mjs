/** An xdg-open that prints addresses on the terminal, since a virtual display has no browser. */
import { closeSync, constants, fstatSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveToUser, sharedFolder } from '../setup/user.mjs'

/** More than a verification address needs; a longer line is ignored. */
const maxLine = 4096

/**
 * The address as it is printed, or null: only http and https, and in the parser's spelling, which is ASCII without
 * control characters. The unprivileged user writes the file, and its lines are printed on the caller's terminal.
 * @param {string} line
 */
export function printableAddress(line) {
  if (line.length > maxLine || !URL.canParse(line)) return null
  const url = new URL(line)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.username === '' && url.password === '' ? url.href : null
}

/**
 * @param {string} folder belongs to the caller; the unprivileged user only appends to one file in it
 * @param {(address: string) => void} print called for each address that the app opens
 * @returns {{bin: string, look: () => void, stop: () => void}} `bin`: the folder of xdg-open; `look`: reads at once
 */
export function announceAddresses(folder, print) {
  const bin = sharedFolder(join(folder, 'bin'))
  const list = join(folder, 'opened')
  rmSync(list, { force: true })
  const { O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW } = constants
  const file = openSync(list, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
  giveToUser(file)
  const program = join(bin, 'xdg-open')
  rmSync(program, { force: true })
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${list}'\n`, { mode: 0o755, flag: 'wx' })

  let position = 0
  let rest = ''
  const look = () => {
    // A truncated file is read from its new end.
    position = Math.min(position, fstatSync(file).size)
    const buffer = Buffer.alloc(64 * 1024)
    const length = readSync(file, buffer, 0, buffer.length, position)
    position += length
    const lines = `${rest}${buffer.toString('utf8', 0, length)}`.split('\n')
    rest = (lines.pop() ?? '').slice(0, maxLine + 1)
    for (const line of lines) {
      const address = printableAddress(line)
      if (address !== null) print(address)
    }
  }
  const timer = setInterval(look, 250)
  return {
    bin,
    look,
    stop: () => {
      clearInterval(timer)
      closeSync(file)
    },
  }
}
