/** The active alerts, so that a restart doesn't raise them again. */
import * as v from 'valibot'
import type { SmallDocument } from '../../storage/document.ts'
import { time } from '../../storage/fields.ts'
import type { OrganisationFolder } from '../folder.ts'

const schema = v.object({
  version: v.literal(1),
  alerts: v.array(v.object({ kind: v.picklist(['spendable', 'days-left', 'spending']), since: time })),
})

export type AlertsDocument = SmallDocument<v.InferOutput<typeof schema>>

export function alertsDocument(folder: OrganisationFolder): AlertsDocument {
  return folder.document('alerts', schema, { version: 1, alerts: [] })
}
