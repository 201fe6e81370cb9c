/**
 * The lines of a history file (JSON Lines). The first holds the version, the others are readings and top-ups in the order
 * in which they were received, so that replaying them gives the same series. A downsampled file also holds the inferred
 * rises, each before the reading that shows it.
 */
import * as v from 'valibot'
import { isNewerDocument } from '../../storage/document.ts'
import { amount, isTime, time } from '../../storage/fields.ts'
import type { Reading, Series } from './series.ts'

const positive = v.pipe(amount, v.minValue(0))

type ReadingLine = { readonly at: number; readonly credit: number; readonly held: number }

const riseSchema = v.union([
  v.object({ at: time, kind: v.literal('top-up'), addedCents: positive }),
  v.object({ at: time, kind: v.literal('rise'), cents: positive, here: v.boolean() }),
])

export type Line = ReadingLine | v.InferOutput<typeof riseSchema>

export const header = JSON.stringify({ version: 1 })

/** Whether a newer version of the app wrote the file, which must then stay unchanged. */
export function isNewer(first: string | undefined): boolean {
  return isNewerDocument(parsed(first ?? '{}'))
}

/** Null for an invalid line, which is skipped: one damaged line must not cost the others. */
export function parseLine(text: string): Line | null {
  return validLine(parsed(text))
}

export function validLine(value: unknown): Line | null {
  if (isReadingLine(value)) return { at: value.at, credit: value.credit, held: value.held }
  const result = v.safeParse(riseSchema, value)
  return result.success ? result.output : null
}

/** Without a schema, which takes four times as long: nearly all lines are readings, and a file has thousands. */
function isReadingLine(value: unknown): value is ReadingLine {
  if (typeof value !== 'object' || value === null) return false
  const { at, credit, held } = value as Partial<Record<keyof ReadingLine, unknown>>
  return isTime(at) && Number.isFinite(credit) && Number.isFinite(held)
}

export function readingLine({ at, creditCents, heldCents }: Reading): string {
  return JSON.stringify({ at, credit: creditCents, held: heldCents } satisfies Line)
}

export function topUpLine(at: number, addedCents: number): string {
  return JSON.stringify({ at, kind: 'top-up', addedCents } satisfies Line)
}

export function replay(series: Series, line: Line): void {
  if ('credit' in line) series.add({ at: line.at, creditCents: line.credit, heldCents: line.held })
  else if (line.kind === 'top-up') series.addTopUp(line.at, line.addedCents)
  else series.addRise({ at: line.at, cents: line.cents, here: line.here })
}

/** The whole series, oldest first. Replaying the lines gives an equal series. */
export function toLines(series: Series): Line[] {
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
    // A rise precedes the reading of the same time, which shows it.
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
