/** Schemas shared by documents. Their files may have been edited by hand. */
import * as v from 'valibot'

const maxTime = 8.64e15
/** Epoch milliseconds within the range of `Date`. */
export const time = v.pipe(v.number(), v.minValue(0), v.maxValue(maxTime))
/** `time`, where it is checked thousands of times. */
export const isTime = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= maxTime
export const amount = v.pipe(v.number(), v.finite())
export const text = v.string()

/**
 * An object schema in which a missing or invalid member falls back to its default, so that the others keep their
 * values.
 */
export function withFallbacks<E extends v.ObjectEntries>(entries: E): v.ObjectSchema<E, undefined> {
  const members = Object.entries(entries).map(
    ([name, schema]) => [name, v.fallback(schema, v.getDefault(schema))] as const,
  )
  return v.object(Object.fromEntries(members)) as unknown as v.ObjectSchema<E, undefined>
}
