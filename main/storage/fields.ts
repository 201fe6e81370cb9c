/** What members of documents have in common. A file may have been edited by hand. */
import * as v from 'valibot'

/** Epoch milliseconds that a date can be made of. */
export const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))
export const amount = v.pipe(v.number(), v.finite())
export const text = v.string()

/**
 * An object each member of which falls back to its own default when it is missing or was spoilt by hand: the others
 * stay as the user chose them.
 */
export function withFallbacks<E extends v.ObjectEntries>(entries: E): v.ObjectSchema<E, undefined> {
  const members = Object.entries(entries).map(
    ([name, schema]) => [name, v.fallback(schema, v.getDefault(schema))] as const,
  )
  return v.object(Object.fromEntries(members)) as unknown as v.ObjectSchema<E, undefined>
}
