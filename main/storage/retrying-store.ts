/**
 * A store for documents of which memory is the truth: what the disk refused is written once it takes something again.
 * Not for sign-ins and top-ups: what was reported as not stored must not come to the disk later.
 */
import type { Result } from '../../preload/contract/index.ts'
import type { Store } from '../ports.ts'

export class RetryingStore implements Store {
  readonly #store: Store
  /** By name, the newest of each document that the disk has refused. */
  readonly #unwritten = new Map<string, object>()

  constructor(store: Store) {
    this.#store = store
  }

  get hasUnwritten(): boolean {
    return this.#unwritten.size > 0
  }

  /** Tries each document that the disk has refused once more. */
  retry(): void {
    for (const [name, document] of [...this.#unwritten]) this.write(name, document)
  }

  /** Forgets what the disk has refused. */
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

  copyAside(name: string, why: Parameters<Store['copyAside']>[1]): Result<string> {
    return this.#store.copyAside(name, why)
  }
}
