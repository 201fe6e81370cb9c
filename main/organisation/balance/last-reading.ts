/** The last balance that was read, shown at start-up until the next reading. */
import * as v from 'valibot'
import type { SmallDocument } from '../../storage/document.ts'
import { amount, time } from '../../storage/fields.ts'
import type { OrganisationFolder } from '../folder.ts'

const schema = v.object({
  version: v.literal(1),
  balance: v.nullable(
    v.object({
      creditCents: amount,
      heldCents: amount,
      spendableCents: amount,
      invoiced: v.boolean(),
      readAt: time,
    }),
  ),
})

export type LastReading = SmallDocument<v.InferOutput<typeof schema>>

export function lastReading(folder: OrganisationFolder): LastReading {
  return folder.document('readings', schema, { version: 1, balance: null })
}
