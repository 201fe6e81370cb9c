/**
 * Documents on the disk: each is replaced as a whole. One that this version of the app can't read, also because a newer
 * one wrote it, is reported, and copied aside before anything takes its place.
 */
import * as v from 'valibot'
import { ok, type Result } from '../../preload/contract/index.ts'
import type { Store } from '../ports.ts'

export type OnWritten = (written: Result<unknown>) => void

export type DocumentEvents = {
  /** Called after each write, and when the disk refused to read a file. */
  readonly onWritten: OnWritten
  /** Called for each file that can't be read, with its name. */
  readonly onUnreadable: (file: string) => void
}

export type DocumentFileOptions<T> = {
  readonly store: Store
  readonly name: string
  readonly schema: v.GenericSchema<unknown, T>
  /** Members that are written into the document to say whose it is, and whether one that was found has them. */
  readonly owner?: { readonly stamp: object; readonly isOwnerOf: (found: unknown) => boolean }
  readonly onUnreadable: DocumentEvents['onUnreadable']
}

/** One document as a file. A write that returns `ok` is on the disk. */
export class DocumentFile<T extends { readonly version: number }> {
  readonly #options: DocumentFileOptions<T>
  #wasRead = false
  /** Why the file has to be copied aside before it is replaced. */
  #copyFirst: 'unreadable' | 'newer' | null = null

  constructor(options: DocumentFileOptions<T>) {
    this.#options = options
  }

  /** Null when there is no document that can be understood; a failure when the disk doesn't say. */
  read(): Result<T | null> {
    const { store, name, schema, owner, onUnreadable } = this.#options
    this.#wasRead = true
    this.#copyFirst = null
    const found = store.read(name)
    if (!found.ok && found.failure.reference === undefined) {
      // It may be whole, so it isn't replaced before there is a copy of it.
      this.#copyFirst = 'unreadable'
      return found
    }
    if (!found.ok) {
      // It was no JSON, and the store has set it aside.
      onUnreadable(found.failure.reference ?? '')
      return ok(null)
    }
    if (found.value === undefined) return ok(null)
    const parsed = v.safeParse(schema, found.value)
    if (parsed.success && owner?.isOwnerOf(found.value) !== false) return ok(parsed.output)
    this.#copyFirst = isNewerDocument(found.value) ? 'newer' : 'unreadable'
    onUnreadable(`${name}.json`)
    return ok(null)
  }

  write(document: T): Result<null> {
    const { store, name, owner } = this.#options
    if (!this.#wasRead) this.read()
    if (this.#copyFirst !== null && this.#isThere()) {
      const aside = store.copyAside(name, this.#copyFirst)
      if (!aside.ok) return aside
    }
    this.#copyFirst = null
    return store.write(name, { ...owner?.stamp, ...document })
  }

  /** A file that can't be understood is never deleted. */
  remove(): Result<null> {
    if (!this.#wasRead) this.read()
    return this.#copyFirst === null ? this.#options.store.remove(this.#options.name) : ok(null)
  }

  /** A file that wasn't understood may have been removed with its folder. */
  #isThere(): boolean {
    const found = this.#options.store.read(this.#options.name)
    return !found.ok || found.value !== undefined
  }
}

/** The only version of every document so far. */
const currentVersion = 1

const newer = v.object({ version: v.pipe(v.number(), v.gtValue(currentVersion)) })

/** Whether a newer version of the app wrote this document. */
export function isNewerDocument(document: unknown): boolean {
  return v.is(newer, document)
}

/** A small document that is read once. Memory is the truth and the disk follows. */
export class SmallDocument<T extends { readonly version: number }> {
  readonly #file: DocumentFile<T>
  readonly #initial: T
  readonly #onWritten: OnWritten
  #value: T

  /** @param initial what holds as long as there is no file */
  constructor(file: DocumentFile<T>, initial: T, onWritten: OnWritten) {
    this.#file = file
    this.#initial = initial
    this.#onWritten = onWritten
    const found = file.read()
    this.#value = found.ok && found.value !== null ? found.value : initial
    if (!found.ok) onWritten(found)
  }

  get value(): T {
    return this.#value
  }

  /** Whether nothing was stored, or not understood. */
  get isInitial(): boolean {
    return this.#value === this.#initial
  }

  replace(value: T): void {
    this.#value = value
    this.#onWritten(this.#file.write(value))
  }

  /** Back to the initial value, without a file. */
  reset(): void {
    if (this.isInitial) return
    this.#value = this.#initial
    this.#onWritten(this.#file.remove())
  }
}

/** A document of the whole app. */
export function appDocument<T extends { readonly version: number }>(
  store: Store,
  name: string,
  schema: v.GenericSchema<unknown, T>,
  initial: T,
  { onWritten, onUnreadable }: DocumentEvents,
): SmallDocument<T> {
  return new SmallDocument(new DocumentFile({ store, name, schema, onUnreadable }), initial, onWritten)
}
