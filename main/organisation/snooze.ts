/** The organisations of which the user wants to hear nothing more today. */
import * as v from 'valibot'
import type { Store } from '../ports.ts'
import { type DocumentEvents, SmallDocument } from '../storage/document.ts'
import { text, time } from '../storage/fields.ts'

const schema = v.object({
  version: v.literal(1),
  /** The same id on another server is another organisation. */
  quiet: v.array(v.object({ serviceApiUrl: text, organisationId: text, until: time })),
})

type Entry = v.InferOutput<typeof schema>['quiet'][number]

export class Quiet {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>
  readonly #serviceApiUrl: string

  constructor(store: Store, serviceApiUrl: string, events: DocumentEvents) {
    this.#serviceApiUrl = serviceApiUrl
    const initial = { version: 1 as const, quiet: [] }
    this.#document = new SmallDocument(store, 'quiet', schema, initial, events)
  }

  /** Epoch milliseconds, or null; may lie in the past. */
  until(organisationId: string): number | null {
    return this.#document.value.quiet.find((one) => this.#isOf(one, organisationId))?.until ?? null
  }

  /** Until the next local midnight after `now`. Forgets what is over. */
  start(organisationId: string, now: number): void {
    const entry = { serviceApiUrl: this.#serviceApiUrl, organisationId, until: nextMidnight(now) }
    const others = this.#without(organisationId).filter(({ until }) => until > now)
    this.#document.replace({ version: 1, quiet: [...others, entry] })
  }

  end(organisationId: string): void {
    if (this.until(organisationId) === null) return
    this.#document.replace({ version: 1, quiet: this.#without(organisationId) })
  }

  #without(organisationId: string): Entry[] {
    return this.#document.value.quiet.filter((one) => !this.#isOf(one, organisationId))
  }

  #isOf(entry: Entry, organisationId: string): boolean {
    return entry.serviceApiUrl === this.#serviceApiUrl && entry.organisationId === organisationId
  }
}

/** When the local day ends, also on a day that has 23 or 25 hours. */
function nextMidnight(now: number): number {
  const day = new Date(now)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime()
}
