/** What members of documents have in common. A file may have been edited by hand. */
import * as v from 'valibot'

/** Epoch milliseconds that a date can be made of. */
export const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))
export const amount = v.pipe(v.number(), v.finite())
export const text = v.string()
