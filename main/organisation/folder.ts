/** The folder with all documents of one organisation. */
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Result } from '../../preload/contract/index.ts'
import type { Endpoints } from '../parallel/endpoints.ts'
import type { Store } from '../ports.ts'
import { type DocumentEvents, DocumentFile, SmallDocument } from '../storage/document.ts'
import { text } from '../storage/fields.ts'
import type { RetryingStore } from '../storage/retrying-store.ts'

const root = 'organisations'

const owner = v.object({
  server: v.object({ platformUrl: text, serviceApiUrl: text }),
  organisationId: text,
})

export type FolderDeps = {
  /** For sign-ins and top-ups: a failed write must not be retried later. */
  readonly store: Store
  /** For all other documents. */
  readonly retryingStore: RetryingStore
  readonly server: Endpoints
  readonly events: DocumentEvents
}

export class OrganisationFolder {
  readonly #deps: FolderDeps
  readonly #path: string
  /** Stored in each document, because another server may use the same id for another organisation. */
  readonly #owner: Owner

  constructor(deps: FolderDeps, organisationId: string) {
    const { platformUrl, serviceApiUrl } = deps.server
    this.#deps = deps
    this.#path = pathOf(deps.server, organisationId)
    this.#owner = { server: { platformUrl, serviceApiUrl }, organisationId }
  }

  get events(): DocumentEvents {
    return this.#deps.events
  }

  /** A digest that identifies the organisation where its id must not appear. */
  get key(): string {
    return this.#path.slice(root.length + 1)
  }

  /** The full name of a file in this folder, without its extension. */
  nameOf(file: string): string {
    return `${this.#path}/${file}`
  }

  /** A document whose write must succeed before anything relies on it. */
  strictFile<T extends { readonly version: number }>(
    name: string,
    schema: v.GenericSchema<unknown, T>,
  ): DocumentFile<T> {
    return this.#file(this.#deps.store, name, schema)
  }

  /** A document whose current value is in memory: a failed write is retried later. */
  document<T extends { readonly version: number }>(
    name: string,
    schema: v.GenericSchema<unknown, T>,
    initial: T,
  ): SmallDocument<T> {
    const { retryingStore, events } = this.#deps
    return new SmallDocument(this.#file(retryingStore, name, schema), initial, events.onWritten)
  }

  /** Deletes the folder except for the named documents. */
  remove(except: readonly string[]): Result<null> {
    return this.#deps.retryingStore.removeFolder(this.#path, except)
  }

  #file<T extends { readonly version: number }>(
    store: Store,
    name: string,
    schema: v.GenericSchema<unknown, T>,
  ): DocumentFile<T> {
    const stamp = this.#owner
    return new DocumentFile({
      store,
      name: this.nameOf(name),
      schema,
      owner: { stamp, isOwnerOf: (found) => v.is(owner, found) && isSameOwner(found, stamp) },
      onUnreadable: this.#deps.events.onUnreadable,
    })
  }
}

/**
 * The ids of this server's organisations that have the document. A file without an owner, or in the folder of another
 * organisation, is reported and not used: a copy of a sign-in may contain tokens that have been rotated since.
 */
export function organisationsWith(
  document: string,
  { store, server, events }: Pick<FolderDeps, 'store' | 'server' | 'events'>,
): readonly string[] {
  return documentsNamed(document, store).flatMap((name) => {
    const found = store.read(name)
    if (found.ok && found.value === undefined) return []
    const parsed = v.safeParse(owner, found.ok ? found.value : undefined)
    if (parsed.success && !isSame(parsed.output.server, server)) return []
    const id = parsed.success ? parsed.output.organisationId : null
    if (id !== null && name === `${pathOf(server, id)}/${document}`) return [id]
    events.onUnreadable((found.ok ? null : found.failure.reference) ?? `${name}.json`)
    return []
  })
}

/** The full names of a document in the folders of all organisations, of every server. */
export function documentsNamed(document: string, store: Store): readonly string[] {
  return store.list(root).filter((name) => name.endsWith(`/${document}`))
}

/** The id comes from the server and may be any text, so a hash of it names the folder. */
function pathOf({ platformUrl, serviceApiUrl }: Endpoints, organisationId: string): string {
  const key = [platformUrl, serviceApiUrl, organisationId].join('\n')
  return `${root}/${createHash('sha256').update(key).digest('hex').slice(0, 16)}`
}

type Owner = v.InferOutput<typeof owner>

function isSameOwner(one: Owner, other: Owner): boolean {
  return isSame(one.server, other.server) && one.organisationId === other.organisationId
}

function isSame(one: Endpoints, other: Endpoints): boolean {
  return one.platformUrl === other.platformUrl && one.serviceApiUrl === other.serviceApiUrl
}
