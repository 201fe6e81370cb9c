/** The folder that holds everything stored of one organisation, and the documents in it. */
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
  /** For sign-ins and top-ups, which must not come to the disk after it has refused them. */
  readonly store: Store
  /** For everything else. */
  readonly retryingStore: RetryingStore
  readonly server: Endpoints
  readonly events: DocumentEvents
}

export class OrganisationFolder {
  readonly #deps: FolderDeps
  readonly #path: string
  /** In each document: the same id on another server is another organisation. */
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

  /** A digest that stands for the organisation where its id has no business. */
  get key(): string {
    return this.#path.slice(root.length + 1)
  }

  /** The full name of a file in this folder, without its ending. */
  nameOf(file: string): string {
    return `${this.#path}/${file}`
  }

  /** A document whose write has to succeed before anything may rely on it. */
  strictFile<T extends { readonly version: number }>(
    name: string,
    schema: v.GenericSchema<unknown, T>,
  ): DocumentFile<T> {
    return this.#file(this.#deps.store, name, schema)
  }

  /** A document of which memory is the truth: what the disk refuses is written later. */
  document<T extends { readonly version: number }>(
    name: string,
    schema: v.GenericSchema<unknown, T>,
    initial: T,
  ): SmallDocument<T> {
    const { retryingStore, events } = this.#deps
    return new SmallDocument(this.#file(retryingStore, name, schema), initial, events.onWritten)
  }

  /** Deletes the folder and what is in it, but for the documents that are named here. */
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
 * The ids of the organisations of this server that have the document. A file that doesn't say whose it is, or lies in
 * another organisation's folder, is reported: a copy of a sign-in may hold tokens that have been used since.
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

/** The full names of a document in the folders of all organisations, whatever their server. */
export function documentsNamed(document: string, store: Store): readonly string[] {
  return store.list(root).filter((name) => name.endsWith(`/${document}`))
}

/** An id is the server's text, so it doesn't become a name on the disk as it is. */
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
