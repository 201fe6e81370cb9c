/** The window's saved position and size, used while they are still on a display. */
import * as v from 'valibot'

export const minWindowSize = { width: 360, height: 480 }
const defaultWindowSize = { width: 420, height: 640 }

/** How much of the title bar must be on a display so that the user can drag it. */
const visibleTitleBar = { width: 80, height: 24 }

const integer = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000))
const boundsObject = v.object({ x: integer, y: integer, width: integer, height: integer })

export type Bounds = v.InferOutput<typeof boundsObject>

/** The document with the saved bounds; null if the window was never moved. */
export const boundsSchema = v.object({ version: v.literal(1), bounds: v.nullable(boundsObject) })
export const noSavedBounds: v.InferOutput<typeof boundsSchema> = { version: 1, bounds: null }

/**
 * @param workAreas of the current displays
 * @returns no position when the saved one is on no display; the system then chooses one
 */
export function openingBounds(
  saved: Bounds | null,
  workAreas: readonly Bounds[],
): { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number } {
  if (saved === null) return defaultWindowSize
  const display = workAreas.find((area) => canBeDragged(saved, area))
  const width = Math.max(
    minWindowSize.width,
    Math.min(saved.width, display?.width ?? defaultWindowSize.width),
  )
  const height = Math.max(
    minWindowSize.height,
    Math.min(saved.height, display?.height ?? defaultWindowSize.height),
  )
  return display === undefined ? { width, height } : { width, height, x: saved.x, y: saved.y }
}

function canBeDragged(bounds: Bounds, area: Bounds): boolean {
  const left = Math.max(bounds.x, area.x)
  const right = Math.min(bounds.x + bounds.width, area.x + area.width)
  return (
    right - left >= visibleTitleBar.width &&
    bounds.y >= area.y &&
    bounds.y + visibleTitleBar.height <= area.y + area.height
  )
}
