/**
 * JSON documents on the disk, each replaced as a whole. A document that this version can't read, for example because a
 * newer version wrote it, is reported, and copied aside before it is replaced.
 */
import * as v from 'valibot'
import { ok, type Result } from '../../preload/contract/index.ts'
import type { Store } from '../ports.ts'

export type OnWritten = (written: Result<unknown>) => void

export type DocumentEvents = {
  /** Called after each write, and when reading a file failed. */
  readonly onWritten: OnWritten
  /** Called with the name of each file whose content is not understood. */
  readonly onUnreadable: (file: string) => void
}

export type DocumentFileOptions<T> = {
  readonly store: Store
  readonly name: string
  readonly schema: v.GenericSchema<unknown, T>
  /** Members that identify the owner in the file, and the check for them in a file that was read. */
  readonly owner?: { readonly stamp: object; readonly isOwnerOf: (found: unknown) => boolean }
  readonly onUnreadable: DocumentEvents['onUnreadable']
}

/** The file of one document. After a write that returns `ok`, the document is on the disk. */
export class DocumentFile<T extends { readonly version: number }> {
  readonly #options: DocumentFileOptions<T>
  #wasRead = false
  /** Why the file must be copied aside before it is replaced. */
  #copyAsideReason: 'unreadable' | 'newer' | null = null

  constructor(options: DocumentFileOptions<T>) {
    this.#options = options
  }

  /** Null when the document is missing or not understood; a failure when the disk refused to read it. */
  read(): Result<T | null> {
    const { store, name, schema, owner, onUnreadable } = this.#options
    this.#wasRead = true
    this.#copyAsideReason = null
    const found = store.read(name)
    if (!found.ok && found.failure.reference === undefined) {
      // The document may be intact, so it is copied before it is replaced.
      this.#copyAsideReason = 'unreadable'
      return found
    }
    if (!found.ok) {
      // The file was not JSON, and the store has set it aside.
      onUnreadable(found.failure.reference ?? '')
      return ok(null)
    }
    if (found.value === undefined) return ok(null)
    const parsed = v.safeParse(schema, found.value)
    if (parsed.success && owner?.isOwnerOf(found.value) !== false) return ok(parsed.output)
    this.#copyAsideReason = isNewerDocument(found.value) ? 'newer' : 'unreadable'
    onUnreadable(`${name}.json`)
    return ok(null)
  }

  write(document: T): Result<null> {
    const { store, name, owner } = this.#options
    if (!this.#wasRead) this.read()
    if (this.#copyAsideReason !== null && this.#exists()) {
      const copied = store.copyAside(name, this.#copyAsideReason)
      if (!copied.ok) return copied
    }
    this.#copyAsideReason = null
    return store.write(name, { ...owner?.stamp, ...document })
  }

  /** Removes the file, but never one that was not understood. */
  remove(): Result<null> {
    if (!this.#wasRead) this.read()
    return this.#copyAsideReason === null ? this.#options.store.remove(this.#options.name) : ok(null)
  }

  /** A file that was not understood may have been removed with its folder since. */
  #exists(): boolean {
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

/** A small document that is read once. Memory holds the current value and each change is written to the disk. */
export class SmallDocument<T extends { readonly version: number }> {
  readonly #file: DocumentFile<T>
  readonly #initial: T
  readonly #onWritten: OnWritten
  #value: T

  /** @param initial the value when there is no readable file */
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

  /** Whether there was no readable file and no change since. */
  get isInitial(): boolean {
    return this.#value === this.#initial
  }

  replace(value: T): void {
    this.#value = value
    this.#onWritten(this.#file.write(value))
  }

  /** Restores the initial value and removes the file. */
  reset(): void {
    if (this.isInitial) return
    this.#value = this.#initial
    this.#onWritten(this.#file.remove())
  }
}

/** Opens an app-wide document. */
export function appDocument<T extends { readonly version: number }>(
  store: Store,
  name: string,
  schema: v.GenericSchema<unknown, T>,
  initial: T,
  { onWritten, onUnreadable }: DocumentEvents,
): SmallDocument<T> {
  return new SmallDocument(new DocumentFile({ store, name, schema, onUnreadable }), initial, onWritten)
}
