/** Which notices and notifications the user has seen, so that none is shown twice. */
import * as v from 'valibot'
import type { Store } from '../ports.ts'
import { appDocument, type DocumentEvents, type SmallDocument } from './document.ts'
import { text } from './fields.ts'

/** From here on, causes that no longer hold are forgotten. */
const maxCauses = 64

const schema = v.object({
  version: v.literal(1),
  /** Of notices that are shown once ever. */
  kinds: v.array(text),
  /** Of notifications: each names one occurrence, such as the end of one authorization. */
  causes: v.array(text),
})

export class ShownNotices {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>

  constructor(store: Store, events: DocumentEvents) {
    const initial = { version: 1 as const, kinds: [], causes: [] }
    this.#document = appDocument(store, 'shown-notices', schema, initial, events)
  }

  /** True the first time for a kind, and never again. */
  addKind(kind: string): boolean {
    const { value } = this.#document
    if (value.kinds.includes(kind)) return false
    this.#document.replace({ ...value, kinds: [...value.kinds, kind] })
    return true
  }

  has(cause: string): boolean {
    return this.#document.value.causes.includes(cause)
  }

  /**
   * Causes that no longer hold stay for a while, as they may only seem gone: at a start nothing is known yet.
   * @param holding all causes that hold now
   */
  add(causes: readonly string[], holding: ReadonlySet<string>): void {
    const { value } = this.#document
    const all = [...new Set([...value.causes, ...causes])]
    if (all.length === value.causes.length) return
    const kept = all.length > maxCauses ? all.filter((cause) => holding.has(cause)) : all
    this.#document.replace({ ...value, causes: kept })
  }

  /** Removes every cause that names the organisation. */
  forget(organisationId: string): void {
    const { value } = this.#document
    const causes = value.causes.filter((cause) => !cause.split('/').includes(organisationId))
    if (causes.length < value.causes.length) this.#document.replace({ ...value, causes })
  }
}
