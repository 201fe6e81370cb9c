/** The path of a small line, zero based like every chart here; null is a gap. In units of its box. */
export function sparklinePath(
  values: readonly (number | null)[],
  box: { readonly width: number; readonly height: number; readonly padding: number },
): { readonly path: string; readonly end: { readonly x: number; readonly y: number } | null } {
  const known = values.filter((value) => value !== null)
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)]
  const { width, height, padding } = box
  const step = (width - 2 * padding) / Math.max(values.length - 1, 1)
  const place = (value: number, index: number) => ({
    x: round(padding + index * step),
    y: round(
      high === low ? height - padding : padding + ((high - value) / (high - low)) * (height - 2 * padding),
    ),
  })
  let path = ''
  let isDrawing = false
  for (const [index, value] of values.entries()) {
    if (value !== null) {
      const { x, y } = place(value, index)
      path += `${isDrawing ? 'L' : 'M'}${x} ${y}`
    }
    isDrawing = value !== null
  }
  const last = values.at(-1) ?? null
  return { path, end: last === null ? null : place(last, values.length - 1) }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
