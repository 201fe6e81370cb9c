/** What the user has been told once and need not be told again. */
import * as v from 'valibot'
import type { Log, Store } from '../ports.ts'

const documentName = 'told'
const schema = v.object({ version: v.literal(1), told: v.array(v.string()) })

export class Told {
  readonly #store: Store
  readonly #log: Log
  #told: readonly string[]

  constructor(store: Store, log: Log) {
    this.#store = store
    this.#log = log
    const read = store.read(documentName)
    const parsed = v.safeParse(schema, read.ok ? read.value : undefined)
    this.#told = parsed.success ? parsed.output.told : []
  }

  /** True the first time it is asked for `what`, and never again. */
  firstTime(what: string): boolean {
    if (this.#told.includes(what)) return false
    this.#told = [...this.#told, what]
    const written = this.#store.write(documentName, { version: 1, told: this.#told })
    if (!written.ok) this.#log.failure('told not written', written.failure)
    return true
  }
}
