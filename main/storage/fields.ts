/** Schemas shared by documents. Their files may have been edited by hand. */
import * as v from 'valibot'

/** Epoch milliseconds within the range of `Date`. */
export const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))
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
