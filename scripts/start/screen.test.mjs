import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodePng, parseDump } from './screen.mjs'

/** A dump of 2 × 1 pixels, red and blue, with one colour map entry and rows padded to 12 bytes. */
function dump() {
  const header = Buffer.alloc(100)
  const words = [100, 7, 2, 24, 2, 1, 0, 0, 32, 0, 32, 32, 12, 4, 0xff0000, 0xff00, 0xff, 8, 256, 1]
  for (const [index, word] of words.entries()) header.writeUInt32BE(word, index * 4)
  return Buffer.concat([header, Buffer.alloc(12), Buffer.from([0, 0, 255, 0, 255, 0, 0, 0, 9, 9, 9, 9])])
}

test('reads pixels past header, colour map and padding', () => {
  expect(parseDump(dump())).toEqual({ width: 2, height: 1, rgb: Buffer.from([255, 0, 0, 0, 0, 255]) })
})

test('writes a PNG with those pixels', () => {
  const png = encodePng(parseDump(dump()))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2, 1])
  const at = png.indexOf('IDAT')
  const pixels = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
  expect([...pixels]).toEqual([0, 255, 0, 0, 0, 0, 255])
})
