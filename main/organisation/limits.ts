/**
 * What the user wants to be warned of, or kept from, for each organisation. Kept when somebody signs out: who comes
 * back finds them again.
 */
import * as v from 'valibot'
import { defaultLimits, type Limits, limitsEntries } from '../../preload/contract/index.ts'
import type { Store } from '../ports.ts'
import { type DocumentEvents, SmallDocument } from '../storage/document.ts'
import { text, withFallbacks } from '../storage/fields.ts'

const schema = v.object({
  version: v.literal(1),
  organisations: v.array(
    v.object({
      /** The same id on another server is another organisation. */
      serviceApiUrl: text,
      organisationId: text,
      limits: withFallbacks(limitsEntries),
    }),
  ),
})

export type OrganisationLimits = {
  readonly serviceApiUrl: string
  readonly organisationId: string
  readonly limits: Limits
}

export class ChosenLimits {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>
  readonly #serviceApiUrl: string

  constructor(store: Store, serviceApiUrl: string, events: DocumentEvents) {
    this.#serviceApiUrl = serviceApiUrl
    const initial = { version: 1 as const, organisations: [] }
    this.#document = new SmallDocument(store, 'limits', schema, initial, events)
  }

  /** Those that were ever changed, of all servers. */
  get all(): readonly OrganisationLimits[] {
    return this.#document.value.organisations
  }

  get(organisationId: string): Limits {
    const here = { serviceApiUrl: this.#serviceApiUrl, organisationId }
    return this.all.find((one) => isSame(one, here))?.limits ?? defaultLimits
  }

  keep(organisationId: string, limits: Limits): void {
    this.keepAll([{ serviceApiUrl: this.#serviceApiUrl, organisationId, limits }])
  }

  /** In one write; organisations that aren't named stay as they are. */
  keepAll(given: readonly OrganisationLimits[]): void {
    if (given.length === 0) return
    const kept = given.reduce(
      (before, one) => [...before.filter((other) => !isSame(other, one)), one],
      this.all,
    )
    const organisations = kept.map((one) => ({ ...one, limits: { ...one.limits } }))
    this.#document.replace({ version: 1, organisations })
  }

  /** As if they had never been changed. */
  forget(organisationId: string): void {
    const here = { serviceApiUrl: this.#serviceApiUrl, organisationId }
    if (!this.all.some((one) => isSame(one, here))) return
    const { organisations } = this.#document.value
    this.#document.replace({ version: 1, organisations: organisations.filter((one) => !isSame(one, here)) })
  }
}

type Address = Pick<OrganisationLimits, 'serviceApiUrl' | 'organisationId'>

function isSame(one: Address, other: Address): boolean {
  return one.serviceApiUrl === other.serviceApiUrl && one.organisationId === other.organisationId
}
