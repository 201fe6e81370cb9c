/** The pixels of a screenshot. */
import type { Position } from './virtual-pointer.ts'

export interface Rectangle extends Position {
  width: number
  height: number
}

export interface Picture {
  width: number
  height: number
  /** The colour of a pixel, like `#00ff00`. */
  colourAt(position: Position): string
  /** The colours in an area, the most frequent first, each with its share from 0 to 1. */
  coloursIn(area: Rectangle): { colour: string; share: number }[]
  /** The bounding box within `area` of pixels that differ from `other` or from a plain background; undefined if none do. */
  differenceIn(area: Rectangle, other?: Picture): Rectangle | undefined
}

/** From a portable pixmap: "P6", width, height and 255, each ended by white space, then three bytes for each pixel. */
export function pictureFrom(ppm: Buffer): Picture {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.toString('latin1', 0, 64))
  if (head === null) throw new Error('This is no picture')
  const [width, height] = [Number(head[1]), Number(head[2])]
  const pixels = ppm.subarray(head[0].length)
  if (pixels.length !== width * height * 3) throw new Error('This is half a picture')
  const colourAt = ({ x, y }: Position): string =>
    `#${pixels
      .readUIntBE(3 * (Math.floor(y) * width + Math.floor(x)), 3)
      .toString(16)
      .padStart(6, '0')}`
  const isInside = ({ x, y }: Position) => x >= 0 && y >= 0 && x < width && y < height
  const coloursIn: Picture['coloursIn'] = (area) => {
    const counts = new Map<string, number>()
    for (const position of positionsIn(area)) {
      if (!isInside(position)) continue
      const colour = colourAt(position)
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
    return [...counts]
      .map(([colour, count]) => ({ colour, share: count / (area.width * area.height) }))
      .sort((a, b) => b.share - a.share)
  }
  return {
    width,
    height,
    colourAt,
    coloursIn,
    differenceIn: (area, other) => {
      const background = coloursIn(area)[0]?.colour
      const before = (position: Position) => other?.colourAt(position) ?? background
      let [left, top, right, bottom] = [width, height, -1, -1]
      for (const position of positionsIn(area)) {
        if (colourAt(position) === before(position)) continue
        const { x, y } = position
        ;[left, top, right, bottom] = [
          Math.min(left, x),
          Math.min(top, y),
          Math.max(right, x),
          Math.max(bottom, y),
        ]
      }
      return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
    },
  }
}

function* positionsIn(area: Rectangle): Generator<Position> {
  for (let y = area.y; y < area.y + area.height; y += 1)
    for (let x = area.x; x < area.x + area.width; x += 1) yield { x, y }
}
