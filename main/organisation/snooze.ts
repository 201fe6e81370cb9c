/** "Mute today": no notifications of the organisation until midnight. */
import * as v from 'valibot'
import { nextDay } from '../calendar.ts'
import type { SmallDocument } from '../storage/document.ts'
import { time } from '../storage/fields.ts'
import type { OrganisationFolder } from './folder.ts'

const schema = v.object({ version: v.literal(1), until: v.nullable(time) })

export class Snooze {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>

  constructor(folder: OrganisationFolder) {
    this.#document = folder.document('snoozed', schema, { version: 1, until: null })
  }

  /** Epoch milliseconds, or null; may be in the past. */
  get until(): number | null {
    return this.#document.value.until
  }

  /** Until the next local midnight after `now`, also on a day of 23 or 25 hours. */
  start(now: number): void {
    this.#document.replace({ version: 1, until: nextDay(now) })
  }

  end(): void {
    this.#document.reset()
  }
}
