/** When the app last relaunched itself, so that it doesn't relaunch in a loop. */
import * as v from 'valibot'
import type { Store } from '../ports.ts'
import { appDocument, type DocumentEvents, type SmallDocument } from './document.ts'
import { time } from './fields.ts'

const schema = v.object({ version: v.literal(1), at: v.nullable(time) })

export class LastRelaunch {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>

  constructor(store: Store, events: DocumentEvents) {
    const initial = { version: 1 as const, at: null }
    this.#document = appDocument(store, 'own-relaunch', schema, initial, events)
  }

  get at(): number | null {
    return this.#document.value.at
  }

  save(at: number): void {
    this.#document.replace({ version: 1, at })
  }
}
