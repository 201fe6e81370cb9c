/**
 * A small document that is read once and replaced as a whole: memory is the truth, the disk follows.
 * What can't be understood, also because a newer version of the app wrote it, is copied aside before anything
 * takes its place.
 */
import * as v from 'valibot'
import type { Result } from '../../preload/contract/index.ts'
import type { Store } from '../ports.ts'

export type OnWritten = (written: Result<unknown>) => void

export class SmallDocument<T extends { readonly version: number }> {
  readonly #store: Store
  readonly #name: string
  readonly #onWritten: OnWritten
  #value: T
  #strange: 'unreadable' | 'newer' | null

  /** @param onWritten told of each write; after one that failed the value is kept in memory all the same */
  constructor(
    store: Store,
    name: string,
    schema: v.GenericSchema<unknown, T>,
    initial: T,
    onWritten: OnWritten,
  ) {
    this.#store = store
    this.#name = name
    this.#onWritten = onWritten
    const read = store.read(name)
    const found = read.ok ? read.value : undefined
    const parsed = v.safeParse(schema, found)
    this.#value = parsed.success ? parsed.output : initial
    const version = (found as { version?: unknown } | undefined)?.version
    const isNewer = typeof version === 'number' && version > initial.version
    this.#strange = parsed.success || found === undefined ? null : isNewer ? 'newer' : 'unreadable'
  }

  get value(): T {
    return this.#value
  }

  replace(value: T): void {
    this.#value = value
    if (this.#strange !== null) {
      const aside = this.#store.copyAside(this.#name, this.#strange)
      if (!aside.ok) {
        this.#onWritten(aside)
        return
      }
      this.#strange = null
    }
    this.#onWritten(this.#store.write(this.#name, value))
  }
}
