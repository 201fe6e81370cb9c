/** What the user wants to be warned of, or kept from. Stays after a sign-out: whoever signs in again finds it again. */
import * as v from 'valibot'
import { defaultLimits, type Limits, limitsEntries } from '../../preload/contract/index.ts'
import type { SmallDocument } from '../storage/document.ts'
import { withFallbacks } from '../storage/fields.ts'
import type { OrganisationFolder } from './folder.ts'

const schema = v.object({ version: v.literal(1), limits: withFallbacks(limitsEntries) })

/** The document's name: organisations that have it count as known, also when nobody is signed in to them. */
export const limitsName = 'limits'

export class LimitsDocument {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>

  constructor(folder: OrganisationFolder) {
    this.#document = folder.document(limitsName, schema, { version: 1, limits: { ...defaultLimits } })
  }

  get current(): Limits {
    return this.#document.value.limits
  }

  replace(limits: Limits): void {
    this.#document.replace({ version: 1, limits: { ...limits } })
  }

  /** As if they had never been changed. */
  reset(): void {
    this.#document.reset()
  }
}
