/** The client id of this installation at each server (RFC 7591). */
import * as v from 'valibot'
import type { Store } from '../ports.ts'
import { appDocument, type DocumentEvents, type SmallDocument } from './document.ts'
import { text } from './fields.ts'

const schema = v.object({ version: v.literal(1), clientIds: v.record(text, text) })

export class Installation {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>

  constructor(store: Store, events: DocumentEvents) {
    const initial = { version: 1 as const, clientIds: {} }
    this.#document = appDocument(store, 'installation', schema, initial, events)
  }

  clientId(platformUrl: string): string | null {
    return this.#document.value.clientIds[platformUrl] ?? null
  }

  setClientId(platformUrl: string, clientId: string): void {
    const { clientIds } = this.#document.value
    this.#document.replace({ version: 1, clientIds: { ...clientIds, [platformUrl]: clientId } })
  }

  /** Removes the client id of a server that no longer knows it. */
  removeClientId(platformUrl: string): void {
    const { [platformUrl]: _removed, ...clientIds } = this.#document.value.clientIds
    this.#document.replace({ version: 1, clientIds })
  }
}
