/** What the user has been told once and need not be told again. */
import * as v from 'valibot'
import type { Store } from '../ports.ts'
import { type DocumentEvents, SmallDocument } from './document.ts'
import { text } from './fields.ts'

const schema = v.object({ version: v.literal(1), told: v.array(text) })

export class Told {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>

  constructor(store: Store, events: DocumentEvents) {
    const initial = { version: 1 as const, told: [] }
    this.#document = new SmallDocument(store, 'told', schema, initial, events)
  }

  /** True the first time it is asked for `what`, and never again. */
  firstTime(what: string): boolean {
    const { told } = this.#document.value
    if (told.includes(what)) return false
    this.#document.replace({ version: 1, told: [...told, what] })
    return true
  }
}
