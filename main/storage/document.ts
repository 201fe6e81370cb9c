/**
 * A small document that is read once and replaced as a whole: memory is the truth, the disk follows.
 * A file that can't be understood, also because a newer version of the app wrote it, is reported when it is read, and
 * copied aside before anything takes its place.
 */
import * as v from 'valibot'
import type { Result } from '../../preload/contract/index.ts'
import type { Store } from '../ports.ts'

export type OnWritten = (written: Result<unknown>) => void

/** What becomes of a document's file. Whatever it is, the value goes on in memory. */
export type DocumentEvents = {
  /** Told of each write, and of a file that the disk refused to read. */
  readonly onWritten: OnWritten
  /** Told of a file that isn't understood when it is read, with the name that it lies under. */
  readonly onStrange: (file: string) => void
}

/** The only version of every document so far. */
const currentVersion = 1

const newer = v.object({ version: v.pipe(v.number(), v.gtValue(currentVersion)) })

/** Whether a newer version of the app wrote this document. */
export function isNewerDocument(document: unknown): boolean {
  return v.is(newer, document)
}

export class SmallDocument<T extends { readonly version: number }> {
  readonly #store: Store
  readonly #name: string
  readonly #events: DocumentEvents
  #value: T
  #strange: 'unreadable' | 'newer' | null = null

  /** @param initial the value as long as there is no file */
  constructor(
    store: Store,
    name: string,
    schema: v.GenericSchema<unknown, T>,
    initial: T,
    events: DocumentEvents,
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
    const parsed = v.safeParse(schema, found.value)
    if (parsed.success) {
      this.#value = parsed.output
      return
    }
    this.#strange = isNewerDocument(found.value) ? 'newer' : 'unreadable'
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
