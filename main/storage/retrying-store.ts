/**
 * A store for documents whose current value is in memory: a failed write is retried once the disk accepts writes again.
 * Not for sign-ins and top-ups: what was reported as not stored must not be written later.
 */
import type { Result } from '../../preload/contract/index.ts'
import type { Store } from '../ports.ts'

export class RetryingStore implements Store {
  readonly #store: Store
  /** The latest content of each document whose write failed, by name. */
  readonly #unwritten = new Map<string, object>()

  constructor(store: Store) {
    this.#store = store
  }

  get hasUnwritten(): boolean {
    return this.#unwritten.size > 0
  }

  /** Retries each failed write once. */
  retry(): void {
    for (const [name, document] of [...this.#unwritten]) this.write(name, document)
  }

  /** Drops all failed writes. */
  discardUnwritten(): void {
    this.#unwritten.clear()
  }

  read(name: string): Result<unknown> {
    return this.#store.read(name)
  }

  write(name: string, document: object): Result<null> {
    const written = this.#store.write(name, document)
    if (written.ok) this.#unwritten.delete(name)
    else this.#unwritten.set(name, document)
    return written
  }

  remove(name: string): Result<null> {
    this.#unwritten.delete(name)
    return this.#store.remove(name)
  }

  removeFolder(folder: string, except: readonly string[]): Result<null> {
    for (const name of this.#unwritten.keys()) if (name.startsWith(`${folder}/`)) this.#unwritten.delete(name)
    return this.#store.removeFolder(folder, except)
  }

  list(folder: string): readonly string[] {
    return this.#store.list(folder)
  }

  copyAside(name: string, reason: Parameters<Store['copyAside']>[1]): Result<string> {
    return this.#store.copyAside(name, reason)
  }
}
