/** When the app was last found up to date, and which newer version was announced. */
import * as v from 'valibot'
import type { Store } from '../ports.ts'
import { appDocument, type DocumentEvents, type SmallDocument } from './document.ts'
import { text, time } from './fields.ts'

const schema = v.object({
  version: v.literal(1),
  /** Null while a newer version is available, so that the next start checks again. */
  upToDateAt: v.nullable(time),
  /** The last announced version: one that the app can't install itself is announced once, not at every start. */
  announcedVersion: v.nullable(text),
})

type Content = v.InferOutput<typeof schema>

export class UpdateCheck {
  readonly #document: SmallDocument<Content>

  constructor(store: Store, events: DocumentEvents) {
    const initial = { version: 1 as const, upToDateAt: null, announcedVersion: null }
    this.#document = appDocument(store, 'update-check', schema, initial, events)
  }

  get upToDateAt(): number | null {
    return this.#document.value.upToDateAt
  }

  /** @param at epoch milliseconds; null when a newer version was found */
  setUpToDateAt(at: number | null): void {
    if (at !== this.upToDateAt) this.#document.replace({ ...this.#document.value, upToDateAt: at })
  }

  /** Records that the version is announced; false when it was already. */
  markAnnounced(version: string): boolean {
    const isFirst = this.#document.value.announcedVersion !== version
    if (isFirst) this.#document.replace({ ...this.#document.value, announcedVersion: version })
    return isFirst
  }
}
