/**
 * Writes .ico and .bmp (Windows) and .icns (macOS) files without an external tool. An icon file is an index followed by
 * PNG images.
 */

/** The sizes that Windows uses at scales of 100 % to 200 %; 256 is the maximum of an .ico. */
export const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256]

/**
 * The types of an .icns and their pixels: 16 to 512 points, each also at twice the pixels. The types for 16 and 32
 * points at single pixels take no PNG; macOS makes those from the next larger one.
 */
export const icnsTypes = {
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic08: 256,
  ic13: 256,
  ic09: 512,
  ic14: 512,
  ic10: 1024,
}

/**
 * @param {readonly {pixels: number, png: Buffer}[]} pictures
 * @returns {Buffer} an .ico
 */
export function icoFile(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  for (const [index, { pixels, png }] of pictures.entries()) {
    const at = 6 + 16 * index
    // 0 means 256.
    header.writeUInt8(pixels % 256, at)
    header.writeUInt8(pixels % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}

/**
 * @param {readonly {type: string, png: Buffer}[]} pictures
 * @returns {Buffer} an .icns
 */
export function icnsFile(pictures) {
  const parts = pictures.map(({ type, png }) => Buffer.concat([block(type, png.length), png]))
  return Buffer.concat([
    block(
      'icns',
      parts.reduce((sum, part) => sum + part.length, 0),
    ),
    ...parts,
  ])
}

/** The eight-byte header of a block: its type, and its length including the header. */
function block(type, length) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(length + 8, 4)
  return head
}

/**
 * @param {{width: number, height: number, pixels: Buffer}} picture `pixels` are RGBA, row by row from the top; alpha is ignored
 * @returns {Buffer} a .bmp of 24 bits, as the Windows installer reads it
 */
export function bmpFile({ width, height, pixels }) {
  const headerLength = 54
  // Rows are padded to a multiple of four bytes.
  const rowLength = Math.ceil((width * 3) / 4) * 4
  const file = Buffer.alloc(headerLength + rowLength * height)
  file.write('BM', 'latin1')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(headerLength, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(width, 18)
  file.writeInt32LE(height, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4
      // From the bottom up, blue first.
      const to = headerLength + (height - 1 - y) * rowLength + x * 3
      for (const channel of [0, 1, 2]) file[to + 2 - channel] = pixels[from + channel]
    }
  }
  return file
}
