/**
 * Puts grant records on the disk and takes them from there. The only place where tokens meet encryption.
 * Strong ciphertext is never replaced by weak, and what can't be opened is left as it is.
 */
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { type Failure, failed, type Keeping, ok, type Result } from '../../preload/contract/index.ts'
import type { Endpoints } from '../parallel/endpoints.ts'
import { failure } from '../parallel/failures.ts'
import type { Log, Secrets, Store } from '../ports.ts'
import {
  type GrantDocument,
  type GrantSecrets,
  grantDocument,
  grantSecrets,
} from '../storage/grant-document.ts'
import type { GrantRecord } from './grant.ts'

const prefix = 'organisation-'

export type Loaded =
  | { readonly kind: 'open'; readonly record: GrantRecord; readonly keeping: Exclude<Keeping, 'memory'> }
  /** The tokens are there, but the keyring doesn't open them in this run. */
  | { readonly kind: 'unreadable'; readonly document: GrantDocument; readonly failure: Failure }

export class Vault {
  readonly #store: Store
  readonly #secrets: Secrets
  readonly #server: Endpoints
  readonly #log: Log
  /** Documents whose content this run couldn't read: set aside before anything takes their place. */
  readonly #unread = new Set<string>()

  constructor(store: Store, secrets: Secrets, server: Endpoints, log: Log) {
    this.#store = store
    this.#secrets = secrets
    this.#server = server
    this.#log = log
  }

  /**
   * Everything kept for this pair of servers, in the order of the sign-ins.
   * @param onStrange told of each file that is none of ours to read; it stays where it is
   */
  async load(onStrange: (file: string) => void): Promise<readonly Loaded[]> {
    const loaded: Loaded[] = []
    for (const name of this.#store.list(prefix)) {
      const read = this.#store.read(name)
      if (read.ok && read.value === undefined) continue
      const document = v.safeParse(grantDocument, read.ok ? read.value : undefined)
      if (!document.success) {
        this.#unread.add(name)
        this.#log.warn('document not understood', { name })
        onStrange((read.ok ? null : read.failure.reference) ?? `${name}.json`)
        continue
      }
      const { server } = document.output
      const isOurs =
        server.platformUrl === this.#server.platformUrl && server.serviceApiUrl === this.#server.serviceApiUrl
      if (isOurs) loaded.push(await this.#open(name, document.output))
    }
    return loaded.sort((a, b) => signedInAt(a) - signedInAt(b))
  }

  /**
   * Resolves when the record is on the disk. `keyring` when it can't be encrypted as `keeping` demands,
   * `storage` when it can't be written. A memory-only record is not written at all.
   */
  async save(record: GrantRecord, keeping: Keeping): Promise<Result<null>> {
    if (keeping === 'memory') return ok(null)
    const { grant, revocations } = record
    const secrets: GrantSecrets = {
      tokens: grant && { accessToken: grant.accessToken, refreshToken: grant.refreshToken },
      revocations: revocations.map((one) => ({ ...one })),
    }
    const sealed = await this.#secrets.encrypt(JSON.stringify(secrets))
    if (!sealed.ok) return sealed
    if (keeping === 'encrypted' && sealed.value.strength === 'weak') {
      return failed(failure('keyring', 'The keyring is gone; nothing is written without it.'))
    }
    const name = this.#nameOf(record.organisation.id)
    if (this.#unread.has(name)) {
      const aside = this.#store.copyAside(name, 'replaced')
      if (!aside.ok) return aside
      this.#unread.delete(name)
    }
    const document: GrantDocument = {
      version: 1,
      server: { ...this.#server },
      organisation: { ...record.organisation },
      signedInAt: record.signedInAt,
      keeping,
      grant: grant && {
        clientId: grant.clientId,
        scope: [...grant.scope],
        accessUntil: grant.accessUntil,
        signInUntil: grant.signInUntil,
        authorizationUntil: grant.authorizationUntil,
        endedAt: grant.endedAt,
      },
      sealed: sealed.value.ciphertext,
    }
    return this.#store.write(name, document)
  }

  /** Takes everything kept of the organisation off the disk. */
  remove(organisationId: string): Result<null> {
    const name = this.#nameOf(organisationId)
    this.#unread.delete(name)
    return this.#store.remove(name)
  }

  async #open(name: string, document: GrantDocument): Promise<Loaded> {
    const opened = await this.#secrets.decrypt(document.sealed)
    if (!opened.ok) return this.#unreadable(name, document, opened.failure)
    const secrets = v.safeParse(grantSecrets, parseJson(opened.value.plaintext))
    if (!secrets.success) {
      return this.#unreadable(name, document, failure('keyring', 'The keyring opened it to something else.'))
    }
    const { tokens, revocations } = secrets.output
    const record: GrantRecord = {
      organisation: document.organisation,
      signedInAt: document.signedInAt,
      grant: document.grant && tokens && { ...document.grant, ...tokens },
      revocations,
    }
    const keeping = await this.#renewed(record, document, opened.value.renew)
    return { kind: 'open', record, keeping }
  }

  /** Encrypts again when the system wants a newer key, or when a keyring has come to a machine without one. */
  async #renewed(record: GrantRecord, document: GrantDocument, renew: boolean) {
    const wasWeak = this.#secrets.strengthOf(document.sealed) === 'weak'
    const probed = wasWeak ? await this.#secrets.probe() : null
    const hasKeyringNow = probed?.ok === true && probed.value === 'strong'
    const keeping = hasKeyringNow ? 'encrypted' : document.keeping
    if (!renew && !hasKeyringNow) return document.keeping
    const saved = await this.save(record, keeping)
    if (saved.ok) return keeping
    this.#log.failure('grant not encrypted again', saved.failure)
    return document.keeping
  }

  #unreadable(name: string, document: GrantDocument, why: Failure): Loaded {
    this.#unread.add(name)
    this.#log.failure('grant not opened', why)
    return { kind: 'unreadable', document, failure: why }
  }

  /** The organisation's id is the server's text, so it doesn't become a file name as it is. */
  #nameOf(organisationId: string): string {
    const { platformUrl, serviceApiUrl } = this.#server
    const key = [platformUrl, serviceApiUrl, organisationId].join('\n')
    return `${prefix}${createHash('sha256').update(key).digest('hex').slice(0, 16)}`
  }
}

function signedInAt(loaded: Loaded): number {
  return loaded.kind === 'open' ? loaded.record.signedInAt : loaded.document.signedInAt
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
