/**
 * A store for documents of which memory is the truth: what the disk refused is written once it takes something again.
 * Not for sign-ins and top-ups: what is said not to be kept of those must not come to the disk later.
 */
import type { Result } from '../../preload/contract/index.ts'
import type { Store } from '../ports.ts'

export class RetryingStore implements Store {
  readonly #store: Store
  /** By name, the newest of each document that is not on the disk. */
  readonly #behind = new Map<string, object>()

  constructor(store: Store) {
    this.#store = store
  }

  /** Whether the disk lacks what memory holds. */
  get isBehind(): boolean {
    return this.#behind.size > 0
  }

  /** Tries each that the disk lacks once more. */
  catchUp(): void {
    for (const [name, document] of [...this.#behind]) this.write(name, document)
  }

  /** What the disk lacks is to be kept no longer. */
  giveUp(): void {
    this.#behind.clear()
  }

  read(name: string): Result<unknown> {
    return this.#store.read(name)
  }

  write(name: string, document: object): Result<null> {
    const written = this.#store.write(name, document)
    if (written.ok) this.#behind.delete(name)
    else this.#behind.set(name, document)
    return written
  }

  remove(name: string): Result<null> {
    this.#behind.delete(name)
    return this.#store.remove(name)
  }

  list(prefix: string): readonly string[] {
    return this.#store.list(prefix)
  }

  copyAside(name: string, why: Parameters<Store['copyAside']>[1]): Result<string> {
    return this.#store.copyAside(name, why)
  }
}
