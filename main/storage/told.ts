/** What the user has been told and need not be told again. */
import * as v from 'valibot'
import type { Store } from '../ports.ts'
import { type DocumentEvents, SmallDocument } from './document.ts'
import { text } from './fields.ts'

/** From here on those causes that don't hold any more are forgotten. */
const manyCauses = 64

const schema = v.object({
  version: v.literal(1),
  told: v.array(text),
  /** Of notifications: each names one occurrence, such as the end of one authorization. */
  causes: v.array(text),
})

export class Told {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>

  constructor(store: Store, events: DocumentEvents) {
    const initial = { version: 1 as const, told: [], causes: [] }
    this.#document = new SmallDocument(store, 'told', schema, initial, events)
  }

  /** True the first time it is asked for `what`, and never again. */
  firstTime(what: string): boolean {
    const { value } = this.#document
    if (value.told.includes(what)) return false
    this.#document.replace({ ...value, told: [...value.told, what] })
    return true
  }

  isTold(cause: string): boolean {
    return this.#document.value.causes.includes(cause)
  }

  /**
   * Told now. One that is gone is remembered for a while, as it may only seem gone: at a start nothing is known yet.
   * @param holding all causes that hold now
   */
  tell(causes: readonly string[], holding: ReadonlySet<string>): void {
    const { value } = this.#document
    const all = [...new Set([...value.causes, ...causes])]
    if (all.length === value.causes.length) return
    const kept = all.length > manyCauses ? all.filter((cause) => holding.has(cause)) : all
    this.#document.replace({ ...value, causes: kept })
  }

  /** Takes out every cause that names the organisation. */
  forget(organisationId: string): void {
    const { value } = this.#document
    const kept = value.causes.filter((cause) => !cause.split('/').includes(organisationId))
    if (kept.length < value.causes.length) this.#document.replace({ ...value, causes: kept })
  }
}
