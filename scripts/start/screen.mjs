/** Writes a PNG of a virtual display whenever the display changes. */
import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'

/**
 * Reads an X window dump, as Xvfb keeps it: a header of big-endian words, a colour map, then rows of B, G, R, x.
 * @param {Buffer} dump
 * @returns {{width: number, height: number, rgb: Buffer}}
 */
export function parseDump(dump) {
  const word = (index) => dump.readUInt32BE(index * 4)
  const [headerSize, width, height, bitsPerPixel, rowBytes, colours] = [0, 4, 5, 11, 12, 19].map(word)
  if (bitsPerPixel !== 32) throw new Error(`A display with ${bitsPerPixel} bits a pixel isn't read here`)
  const start = headerSize + colours * 12
  if (rowBytes < width * 4 || start + height * rowBytes > dump.length) throw new Error('The dump is cut off')
  const rgb = Buffer.alloc(width * height * 3)
  let to = 0
  for (let y = 0; y < height; y++) {
    for (let from = start + y * rowBytes, end = from + width * 4; from < end; from += 4) {
      rgb[to++] = dump[from + 2]
      rgb[to++] = dump[from + 1]
      rgb[to++] = dump[from]
    }
  }
  return { width, height, rgb }
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8 + body.length)
  frame.writeUInt32BE(data.length)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), 4 + body.length)
  return frame
}

/** @returns {Buffer} a PNG file */
export function encodePng({ width, height, rgb }) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (width * 3 + 1))
  for (let y = 0; y < height; y++) {
    rgb.copy(rows, y * (width * 3 + 1) + 1, y * width * 3, (y + 1) * width * 3)
  }
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** More than the largest display of the scripts needs. */
const maxDumpBytes = 64 * 1024 * 1024

/** The file is in a folder of the unprivileged user, so links aren't followed and pipes don't block. */
function readDump(screenFile) {
  const file = openSync(screenFile, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const stat = fstatSync(file)
    if (!stat.isFile() || stat.size > maxDumpBytes) throw new Error('This is no dump of a display')
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

/**
 * Checks once a second, and writes the picture, readable only by its owner, if it has changed.
 * @returns {() => void} ends it
 */
export function watchScreen(screenFile, picture) {
  let last = ''
  const timer = setInterval(() => {
    try {
      const dump = readDump(screenFile)
      const hash = createHash('sha256').update(dump).digest('hex')
      if (hash === last) return
      last = hash
      const part = `${picture}.part`
      rmSync(part, { force: true })
      writeFileSync(part, encodePng(parseDump(dump)), { mode: 0o600, flag: 'wx' })
      renameSync(part, picture)
    } catch {
      // The display is just starting or ending.
    }
  }, 1000)
  return () => clearInterval(timer)
}
