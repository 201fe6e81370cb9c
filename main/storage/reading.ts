/** The last balance read of each organisation, so that a start without network has something true to show. */
import * as v from 'valibot'
import type { Balance } from '../../preload/contract/index.ts'
import type { Log, Store } from '../ports.ts'

const documentName = 'readings'
const number = v.pipe(v.number(), v.finite())

const schema = v.object({
  version: v.literal(1),
  readings: v.record(
    v.string(),
    v.object({
      creditCents: number,
      heldCents: number,
      spendableCents: number,
      invoiced: v.boolean(),
      readAt: number,
    }),
  ),
})

/** Keyed by server and organisation: the same id on another server is another organisation. */
export class LastReadings {
  readonly #store: Store
  readonly #log: Log
  readonly #server: string
  #readings: Readonly<Record<string, Balance>>

  constructor(store: Store, log: Log, serviceApiUrl: string) {
    this.#store = store
    this.#log = log
    this.#server = serviceApiUrl
    const read = store.read(documentName)
    const parsed = v.safeParse(schema, read.ok ? read.value : undefined)
    this.#readings = parsed.success ? parsed.output.readings : {}
    if (read.ok && read.value !== undefined && !parsed.success) store.copyAside(documentName, 'unreadable')
  }

  get(organisationId: string): Balance | null {
    return this.#readings[this.#key(organisationId)] ?? null
  }

  keep(organisationId: string, balance: Balance): void {
    this.#replace({ ...this.#readings, [this.#key(organisationId)]: balance })
  }

  forget(organisationId: string): void {
    const { [this.#key(organisationId)]: _forgotten, ...others } = this.#readings
    this.#replace(others)
  }

  #key(organisationId: string): string {
    return `${this.#server} ${organisationId}`
  }

  #replace(readings: Readonly<Record<string, Balance>>): void {
    this.#readings = readings
    const written = this.#store.write(documentName, { version: 1, readings })
    if (!written.ok) this.#log.failure('readings not written', written.failure)
  }
}
