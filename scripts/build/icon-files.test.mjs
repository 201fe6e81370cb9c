import { expect, test } from 'vitest'
import { bmpFile, icnsFile, icnsTypes, icoFile, icoSizes } from './icon-files.mjs'

const pngOf = (pixels) => Buffer.from(`PNG of ${pixels}`)

test('an .ico lists the offset of each image and encodes 256 pixels as 0', () => {
  const file = icoFile(icoSizes.map((pixels) => ({ pixels, png: pngOf(pixels) })))
  expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, icoSizes.length])
  const entries = icoSizes.map((_, index) => {
    const at = 6 + 16 * index
    const start = file.readUInt32LE(at + 12)
    const png = file.subarray(start, start + file.readUInt32LE(at + 8)).toString()
    return { width: file.readUInt8(at), height: file.readUInt8(at + 1), png }
  })
  expect(entries).toEqual(
    icoSizes.map((pixels) => ({
      width: pixels === 256 ? 0 : pixels,
      height: pixels === 256 ? 0 : pixels,
      png: `PNG of ${pixels}`,
    })),
  )
})

test('an .icns is a sequence of blocks with their lengths', () => {
  const file = icnsFile(Object.entries(icnsTypes).map(([type, pixels]) => ({ type, png: pngOf(pixels) })))
  expect(file.toString('latin1', 0, 4)).toBe('icns')
  expect(file.readUInt32BE(4)).toBe(file.length)
  const found = {}
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    found[file.toString('latin1', at, at + 4)] = file.toString('utf8', at + 8, at + file.readUInt32BE(at + 4))
  }
  expect(found).toEqual(
    Object.fromEntries(Object.entries(icnsTypes).map(([type, pixels]) => [type, `PNG of ${pixels}`])),
  )
})

test('a .bmp has its rows from the bottom up, padded, with blue first', () => {
  const pixels = Buffer.from([1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 255, 10, 11, 12, 255])
  const file = bmpFile({ width: 2, height: 2, pixels })
  expect(file.toString('latin1', 0, 2)).toBe('BM')
  expect(file.readUInt32LE(2)).toBe(file.length)
  expect([file.readInt32LE(18), file.readInt32LE(22), file.readUInt16LE(28)]).toEqual([2, 2, 24])
  const rows = file.subarray(file.readUInt32LE(10))
  expect([...rows]).toEqual([9, 8, 7, 12, 11, 10, 0, 0, 3, 2, 1, 6, 5, 4, 0, 0])
})
