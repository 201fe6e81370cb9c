/** The notices and notifications that the user has seen, so that none is shown twice. */
import * as v from 'valibot'
import type { Store } from '../ports.ts'
import { appDocument, type DocumentEvents, type SmallDocument } from './document.ts'
import { text } from './fields.ts'

/** Above this number, causes that no longer apply are removed. */
const maxCauses = 64

const schema = v.object({
  version: v.literal(1),
  /** Kinds of notices that are shown only once. */
  kinds: v.array(text),
  /** Causes of notifications; each identifies one occurrence, such as the expiry of one authorization. */
  causes: v.array(text),
})

export class ShownNotices {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>

  constructor(store: Store, events: DocumentEvents) {
    const initial = { version: 1 as const, kinds: [], causes: [] }
    this.#document = appDocument(store, 'shown-notices', schema, initial, events)
  }

  /** Records a kind; true when it was not recorded before. */
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
   * Records causes. Those that no longer apply are kept for a while, since they may only seem gone: at start-up nothing is
   * known yet.
   * @param active all causes that apply now
   */
  add(causes: readonly string[], active: ReadonlySet<string>): void {
    const { value } = this.#document
    const all = [...new Set([...value.causes, ...causes])]
    if (all.length === value.causes.length) return
    const kept = all.length > maxCauses ? all.filter((cause) => active.has(cause)) : all
    this.#document.replace({ ...value, causes: kept })
  }

  /** Removes every cause of the organisation. */
  forget(organisationId: string): void {
    const { value } = this.#document
    const causes = value.causes.filter((cause) => !cause.split('/').includes(organisationId))
    if (causes.length < value.causes.length) this.#document.replace({ ...value, causes })
  }
}
