/** The last balance read of each organisation, so that a start without network has something true to show. */
import * as v from 'valibot'
import type { Balance } from '../../../preload/contract/index.ts'
import type { Store } from '../../ports.ts'
import { type DocumentEvents, SmallDocument } from '../../storage/document.ts'
import { amount, text, time } from '../../storage/fields.ts'

const schema = v.object({
  version: v.literal(1),
  readings: v.array(
    v.object({
      /** The same id on another server is another organisation. */
      serviceApiUrl: text,
      organisationId: text,
      balance: v.object({
        creditCents: amount,
        heldCents: amount,
        spendableCents: amount,
        invoiced: v.boolean(),
        readAt: time,
      }),
    }),
  ),
})

type Reading = v.InferOutput<typeof schema>['readings'][number]

export class LastReadings {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>
  readonly #serviceApiUrl: string

  constructor(store: Store, serviceApiUrl: string, events: DocumentEvents) {
    this.#serviceApiUrl = serviceApiUrl
    const initial = { version: 1 as const, readings: [] }
    this.#document = new SmallDocument(store, 'readings', schema, initial, events)
  }

  get(organisationId: string): Balance | null {
    return this.#document.value.readings.find((one) => this.#isOf(one, organisationId))?.balance ?? null
  }

  keep(organisationId: string, balance: Balance): void {
    const reading = { serviceApiUrl: this.#serviceApiUrl, organisationId, balance }
    this.#document.replace({ version: 1, readings: [...this.#without(organisationId), reading] })
  }

  forget(organisationId: string): void {
    this.#document.replace({ version: 1, readings: this.#without(organisationId) })
  }

  #without(organisationId: string): Reading[] {
    return this.#document.value.readings.filter((one) => !this.#isOf(one, organisationId))
  }

  #isOf(reading: Reading, organisationId: string): boolean {
    return reading.serviceApiUrl === this.#serviceApiUrl && reading.organisationId === organisationId
  }
}
