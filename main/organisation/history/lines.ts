/**
 * The lines of a history's file. The first names the version; the others are readings and top-ups in the order in
 * which they were received, so that reading them again gives the same series. Thinning writes the rises that it has
 * inferred, before the readings that they explain.
 */
import * as v from 'valibot'
import { isNewerDocument } from '../../storage/document.ts'
import { amount, time } from '../../storage/fields.ts'
import type { Reading, Series } from './series.ts'

const positive = v.pipe(amount, v.minValue(0))

const line = v.union([
  v.object({ at: time, credit: amount, held: amount }),
  v.object({ at: time, kind: v.literal('top-up'), addedCents: positive }),
  v.object({ at: time, kind: v.literal('rise'), cents: positive, here: v.boolean() }),
])

export type Line = v.InferOutput<typeof line>

export const header = JSON.stringify({ version: 1 })

/** Whether a newer version of the app wrote the file, which then stays unchanged. */
export function isNewer(first: string | undefined): boolean {
  return isNewerDocument(parsed(first ?? '{}'))
}

/** Null for a line that is not understood: it is skipped, because one bad line must not cost the others. */
export function parseLine(text: string): Line | null {
  return toLine(parsed(text))
}

export function toLine(value: unknown): Line | null {
  const found = v.safeParse(line, value)
  return found.success ? found.output : null
}

export function readingLine({ at, creditCents, heldCents }: Reading): string {
  return JSON.stringify({ at, credit: creditCents, held: heldCents } satisfies Line)
}

export function topUpLine(at: number, addedCents: number): string {
  return JSON.stringify({ at, kind: 'top-up', addedCents } satisfies Line)
}

/** Adds a line to the series. */
export function replay(series: Series, found: Line): void {
  if ('credit' in found) series.read({ at: found.at, creditCents: found.credit, heldCents: found.held })
  else if (found.kind === 'top-up') series.topUp(found.at, found.addedCents)
  else series.addRise({ at: found.at, cents: found.cents, here: found.here })
}

/** The whole series, oldest first; reading the lines gives an equal series. */
export function linesOf(series: Series): Line[] {
  const { rises } = series
  const lines: Line[] = []
  let next = 0
  const addRises = (until: number): void => {
    for (; next < rises.length; next += 1) {
      const rise = rises[next]
      if (rise === undefined || rise.at > until) return
      lines.push({ at: rise.at, kind: 'rise', cents: rise.cents, here: rise.here })
    }
  }
  for (let index = 0; index < series.length; index += 1) {
    const { at, creditCents, heldCents } = series.reading(index)
    // At the same time rises come first, because they explain the reading.
    addRises(at)
    lines.push({ at, credit: creditCents, held: heldCents })
  }
  addRises(Number.POSITIVE_INFINITY)
  return lines
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
