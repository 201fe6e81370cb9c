/** The alerts that hold, so that a restart doesn't raise them again. */
import * as v from 'valibot'
import type { Alert } from '../../../preload/contract/index.ts'
import type { Store } from '../../ports.ts'
import { type DocumentEvents, SmallDocument } from '../../storage/document.ts'
import { text, time } from '../../storage/fields.ts'

const schema = v.object({
  version: v.literal(1),
  organisations: v.array(
    v.object({
      /** The same id on another server is another organisation. */
      serviceApiUrl: text,
      organisationId: text,
      alerts: v.array(v.object({ kind: v.picklist(['spendable', 'days-left', 'spending']), since: time })),
    }),
  ),
})

type Fired = v.InferOutput<typeof schema>['organisations'][number]

const none: readonly Alert[] = []

export class FiredAlerts {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>
  readonly #serviceApiUrl: string

  constructor(store: Store, serviceApiUrl: string, events: DocumentEvents) {
    this.#serviceApiUrl = serviceApiUrl
    const initial = { version: 1 as const, organisations: [] }
    this.#document = new SmallDocument(store, 'alerts', schema, initial, events)
  }

  get(organisationId: string): readonly Alert[] {
    const found = this.#document.value.organisations.find((one) => this.#isOf(one, organisationId))
    return found?.alerts ?? none
  }

  /** None: takes the organisation out. */
  keep(organisationId: string, alerts: readonly Alert[]): void {
    const { organisations } = this.#document.value
    const others = organisations.filter((one) => !this.#isOf(one, organisationId))
    if (alerts.length === 0 && others.length === organisations.length) return
    const kept = { serviceApiUrl: this.#serviceApiUrl, organisationId, alerts: [...alerts] }
    this.#document.replace({ version: 1, organisations: alerts.length === 0 ? others : [...others, kept] })
  }

  #isOf(fired: Fired, organisationId: string): boolean {
    return fired.serviceApiUrl === this.#serviceApiUrl && fired.organisationId === organisationId
  }
}
