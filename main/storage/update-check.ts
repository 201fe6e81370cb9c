/** When it was last seen that there is no newer version, and of which one the user was told. */
import * as v from 'valibot'
import type { Store } from '../ports.ts'
import { appDocument, type DocumentEvents, type SmallDocument } from './document.ts'
import { text, time } from './fields.ts'

const schema = v.object({
  version: v.literal(1),
  /** Null as long as a newer one waits: then the next start looks again. */
  upToDateAt: v.nullable(time),
  /** One that somebody else has to install is announced once, not at every start. */
  toldOf: v.nullable(text),
})

type Content = v.InferOutput<typeof schema>

export class UpdateCheck {
  readonly #document: SmallDocument<Content>

  constructor(store: Store, events: DocumentEvents) {
    const initial = { version: 1 as const, upToDateAt: null, toldOf: null }
    this.#document = appDocument(store, 'update-check', schema, initial, events)
  }

  get upToDateAt(): number | null {
    return this.#document.value.upToDateAt
  }

  /** @param at epoch milliseconds; null: something newer was found */
  note(at: number | null): void {
    if (at !== this.upToDateAt) this.#document.replace({ ...this.#document.value, upToDateAt: at })
  }

  /** True when it is told now and wasn't before. */
  firstTime(found: string): boolean {
    const isFirst = this.#document.value.toldOf !== found
    if (isFirst) this.#document.replace({ ...this.#document.value, toldOf: found })
    return isFirst
  }
}
