/**
 * A small document that is read once and replaced as a whole: memory is the truth, the disk follows.
 * What can't be understood, also because a newer version of the app wrote it, is told when it is read, and copied
 * aside before anything takes its place. An upgraded document reaches the disk with its next change only, so that
 * going back to the version before loses nothing as long as nothing was changed.
 */
import type * as v from 'valibot'
import type { Result } from '../../preload/contract/index.ts'
import type { Store } from '../ports.ts'
import { readDocument, type Upgrade } from './upgrade.ts'

export type OnWritten = (written: Result<unknown>) => void

/** What becomes of a document's file. Whatever it is, the value goes on in memory. */
export type DocumentEvents = {
  /** Told of each write, and of a file that the disk refused to read. */
  readonly onWritten: OnWritten
  /** Told of a file that isn't understood when it is read, with the name that it lies under. */
  readonly onStrange: (file: string) => void
}

export class SmallDocument<T extends { readonly version: number }> {
  readonly #store: Store
  readonly #name: string
  readonly #events: DocumentEvents
  #value: T
  #strange: 'unreadable' | 'newer' | null = null

  /**
   * @param initial of the newest version: what holds as long as there is no file
   * @param upgrades from each version before the newest to the next, the first one first
   */
  constructor(
    store: Store,
    name: string,
    schema: v.GenericSchema<unknown, T>,
    initial: T,
    events: DocumentEvents,
    upgrades: readonly Upgrade[] = [],
  ) {
    this.#store = store
    this.#name = name
    this.#events = events
    this.#value = initial
    const found = store.read(name)
    if (!found.ok) {
      // With a reference it was no JSON and lies aside already; without one it may be whole, and is not replaced
      // before there is a copy of it.
      if (found.failure.reference !== undefined) events.onStrange(found.failure.reference)
      else {
        this.#strange = 'unreadable'
        events.onWritten(found)
      }
      return
    }
    if (found.value === undefined) return
    const read = readDocument(found.value, schema, upgrades)
    if (read.kind === 'understood') {
      this.#value = read.document
      return
    }
    this.#strange = read.kind
    events.onStrange(`${name}.json`)
  }

  get value(): T {
    return this.#value
  }

  replace(value: T): void {
    this.#value = value
    if (this.#strange !== null) {
      const aside = this.#store.copyAside(this.#name, this.#strange)
      if (!aside.ok) {
        this.#events.onWritten(aside)
        return
      }
      this.#strange = null
    }
    this.#events.onWritten(this.#store.write(this.#name, value))
  }
}
