/** The user's limits and warnings for an organisation. They stay after a sign-out, for the next sign-in. */
import * as v from 'valibot'
import { defaultLimits, type Limits, limitsEntries } from '../../preload/contract/index.ts'
import type { SmallDocument } from '../storage/document.ts'
import { withFallbacks } from '../storage/fields.ts'
import type { OrganisationFolder } from './folder.ts'

const schema = v.object({ version: v.literal(1), limits: withFallbacks(limitsEntries) })

/** The document's name. An organisation that has it is known, even while the user is signed out. */
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

  /** Restores the defaults. */
  reset(): void {
    this.#document.reset()
  }
}
