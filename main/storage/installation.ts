/** The client id that each server gave this installation. */
import * as v from 'valibot'
import type { Log, Store } from '../ports.ts'

const documentName = 'installation'

const schema = v.object({
  version: v.literal(1),
  clientIds: v.record(v.string(), v.string()),
})

export class Installation {
  readonly #store: Store
  readonly #log: Log
  #clientIds: Readonly<Record<string, string>>

  constructor(store: Store, log: Log) {
    this.#store = store
    this.#log = log
    const read = store.read(documentName)
    const parsed = v.safeParse(schema, read.ok ? read.value : undefined)
    this.#clientIds = parsed.success ? parsed.output.clientIds : {}
    // Losing a client id costs one more registration, so an odd file is set aside and forgotten.
    if (read.ok && read.value !== undefined && !parsed.success) store.copyAside(documentName, 'unreadable')
  }

  clientId(platformUrl: string): string | null {
    return this.#clientIds[platformUrl] ?? null
  }

  keep(platformUrl: string, clientId: string): void {
    this.#replace({ ...this.#clientIds, [platformUrl]: clientId })
  }

  /** The server no longer knows it. */
  forget(platformUrl: string): void {
    const { [platformUrl]: _forgotten, ...others } = this.#clientIds
    this.#replace(others)
  }

  #replace(clientIds: Readonly<Record<string, string>>): void {
    this.#clientIds = clientIds
    const written = this.#store.write(documentName, { version: 1, clientIds })
    // Memory is the truth of this run; the next run just registers again.
    if (!written.ok) this.#log.failure('installation not written', written.failure)
  }
}
