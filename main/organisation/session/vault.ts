/**
 * Stores and loads an organisation's grant record. The only place that encrypts and decrypts tokens. Strong encryption is
 * never replaced by weak, and ciphertext that can't be decrypted is kept unchanged.
 */
import * as v from 'valibot'
import { failed, type Keeping, ok, type Result } from '../../../preload/contract/index.ts'
import { dayMs } from '../../calendar.ts'
import { failure } from '../../parallel/failures.ts'
import { displayName } from '../../parallel/text.ts'
import type { Clock, Log, Secrets } from '../../ports.ts'
import type { DocumentFile } from '../../storage/document.ts'
import type { OrganisationFolder } from '../folder.ts'
import { earliest, type GrantRecord, type Revocation, type SealedGrant, type Unopened } from './grant.ts'
import {
  type GrantDocument,
  type GrantSecrets,
  grantDocument,
  grantName,
  grantSecrets,
} from './grant-document.ts'

/** The longest known authorization: older ciphertext contains no valid token. */
const maxAuthorizationMs = 90 * dayMs

export type Loaded = {
  readonly record: GrantRecord
  /** The grant that `record` lacks because its tokens aren't decrypted. */
  readonly sealed: SealedGrant | null
}

/** A document that was read, but not decrypted: its ciphertexts are in `record.unopened`. */
export type Stored = Loaded & {
  /** Decrypts the tokens, and writes nothing. Resolves with the grant still sealed if the keyring can't. Never rejects. */
  readonly open: () => Promise<Opened>
}

export type Opened = Loaded & {
  /**
   * How the record is to be written again: with a newer key if the system asks for it, or encrypted because a keyring has
   * become available. Null if it can stay as it is.
   */
  readonly rewrite: ((record: GrantRecord) => GrantRecord) | null
}

export type VaultDeps = {
  readonly folder: OrganisationFolder
  readonly secrets: Secrets
  readonly clock: Clock
  readonly log: Log
}

export class Vault {
  readonly #deps: VaultDeps
  readonly #file: DocumentFile<GrantDocument>

  constructor(deps: VaultDeps) {
    this.#deps = deps
    this.#file = deps.folder.strictFile(grantName, grantDocument)
  }

  /** Reads the document. Null if there is none that can be read. */
  load(id: string): Stored | null {
    const { folder, clock, log } = this.#deps
    const found = this.#file.read()
    if (!found.ok) {
      log.failure('grant not read', found.failure)
      folder.events.onUnreadable(`${folder.nameOf(grantName)}.json`)
    }
    if (!found.ok || found.value === null) return null
    const document = found.value
    const loaded = stillSealed(id, document, document.unopened, { now: clock.now(), hasFailed: false })
    return { ...loaded, open: () => this.#open(id, document) }
  }

  /**
   * Writes the record, without what is kept only in memory. Fails with `keyring` if it can't be encrypted as the user chose,
   * and with `storage` if it can't be written.
   */
  async save(record: GrantRecord): Promise<Result<null>> {
    const grant = record.grant?.keeping === 'memory' ? null : record.grant
    const revocations = record.revocations.filter(isForDisk)
    const isEmpty = grant === null && revocations.length === 0 && record.unopened.length === 0
    if (isEmpty) return this.#file.remove()
    const stored: GrantSecrets = {
      tokens: grant && { accessToken: grant.accessToken, refreshToken: grant.refreshToken },
      revocations: revocations.map((one) => ({ ...one })),
    }
    const hasSecrets = stored.tokens !== null || revocations.length > 0
    const sealed = hasSecrets ? await this.#deps.secrets.encrypt(JSON.stringify(stored)) : null
    if (sealed?.ok === false) return sealed
    const mustBeStrong = [grant, ...revocations].some((one) => one?.keeping === 'encrypted')
    if (mustBeStrong && sealed?.value.strength === 'weak') {
      return failed(failure('keyring', 'The keyring is gone; nothing is written without it.'))
    }
    return this.#file.write(toDocument(record, grant, sealed?.value.ciphertext ?? null))
  }

  /** Last resort of a sign-out that can't be stored: removes the document. */
  remove(): Result<null> {
    return this.#file.remove()
  }

  async #open(id: string, document: GrantDocument): Promise<Opened> {
    const { clock, log } = this.#deps
    const { grant, sealed } = document
    const { late, still } = await this.#openLate(document.unopened)
    const empty = { ...emptyRecord(id, document), revocations: late, unopened: still }
    if (sealed === null) return { record: empty, sealed: null, rewrite: null }
    const opened = await this.#secretsIn(sealed)
    if (!opened.ok) {
      log.failure('grant not opened', opened.failure)
      const failed = stillSealed(id, document, still, { now: clock.now(), hasFailed: true })
      return { ...failed, record: { ...failed.record, revocations: late }, rewrite: null }
    }
    const { secrets, renew } = opened.value
    const { tokens } = secrets
    const revocations = [...secrets.revocations, ...late]
    // The user signed out while it couldn't be decrypted, so only its revocation is left.
    if (grant === null && tokens !== null) {
      revocations.push(this.#orphan(tokens.refreshToken, sealed, clock.now(), null))
    }
    const record: GrantRecord = {
      ...empty,
      grant: grant && tokens && { ...grant, ...tokens },
      revocations,
    }
    return { record, sealed: null, rewrite: await this.#rewriteOf(sealed, renew) }
  }

  /** Decrypts the ciphertexts of replaced sign-ins, whose tokens must be revoked. */
  async #openLate(unopened: readonly Unopened[]) {
    const late: Revocation[] = []
    const still: Unopened[] = []
    const now = this.#deps.clock.now()
    const valid = unopened.filter((one) => now < (one.until ?? one.since + maxAuthorizationMs))
    // Concurrently, so that a hanging keyring delays the start only once.
    const all = await Promise.all(
      valid.map(async (one) => ({ one, opened: await this.#secretsIn(one.sealed) })),
    )
    for (const { one, opened } of all) {
      if (!opened.ok) still.push(one)
      else {
        const { tokens, revocations } = opened.value.secrets
        late.push(...revocations)
        if (tokens !== null) late.push(this.#orphan(tokens.refreshToken, one.sealed, one.since, one.until))
      }
    }
    return { late, still }
  }

  async #secretsIn(sealed: string): Promise<Result<{ secrets: GrantSecrets; renew: boolean }>> {
    const opened = await this.#deps.secrets.decrypt(sealed)
    if (!opened.ok) return opened
    const secrets = v.safeParse(grantSecrets, parseJson(opened.value.plaintext))
    if (!secrets.success) return failed(failure('keyring', 'The keyring opened it to something else.'))
    return ok({ secrets: secrets.output, renew: opened.value.renew })
  }

  /** The revocation of a replaced sign-in, stored with the same encryption as before. */
  #orphan(refreshToken: string, sealed: string, since: number, until: number | null): Revocation {
    const isWeak = this.#deps.secrets.strengthOf(sealed) === 'weak'
    return { keeping: isWeak ? 'plain' : 'encrypted', refreshToken, since, until }
  }

  async #rewriteOf(sealed: string, renew: boolean): Promise<Opened['rewrite']> {
    const { secrets } = this.#deps
    const probed = secrets.strengthOf(sealed) === 'weak' ? await secrets.probe() : null
    if (probed?.ok === true && probed.value === 'strong') return encrypted
    return renew ? (record) => record : null
  }
}

/** The record with everything encrypted that was stored with weak encryption. */
function encrypted(record: GrantRecord): GrantRecord {
  const strong = <T extends { readonly keeping: Keeping }>(one: T): T =>
    one.keeping === 'plain' ? { ...one, keeping: 'encrypted' } : one
  return {
    ...record,
    grant: record.grant && strong(record.grant),
    revocations: record.revocations.map(strong),
  }
}

function emptyRecord(id: string, { name, signedInAt }: GrantDocument): GrantRecord {
  const organisation = { id, name: displayName(id, name) }
  return { organisation, signedInAt, grant: null, revocations: [], unopened: [] }
}

/** The document's ciphertext as one more that can't be decrypted now. */
function stillSealed(
  id: string,
  document: GrantDocument,
  others: readonly Unopened[],
  { now, hasFailed }: { readonly now: number; readonly hasFailed: boolean },
): Loaded {
  const { grant, sealed } = document
  const until = earliest(grant?.signInUntil ?? null, grant?.authorizationUntil ?? null)
  const own = sealed === null ? [] : [{ sealed, since: now, until }]
  return {
    record: { ...emptyRecord(id, document), unopened: [...others, ...own] },
    sealed: grant && { facts: grant, failedAt: hasFailed ? now : null },
  }
}

function toDocument(record: GrantRecord, grant: GrantRecord['grant'], sealed: string | null): GrantDocument {
  return {
    version: 1,
    name: record.organisation.name,
    signedInAt: record.signedInAt,
    grant: grant && {
      keeping: grant.keeping === 'plain' ? 'plain' : 'encrypted',
      clientId: grant.clientId,
      scope: [...grant.scope],
      authorizedAt: grant.authorizedAt,
      renewedAt: grant.renewedAt,
      accessUntil: grant.accessUntil,
      signInUntil: grant.signInUntil,
      authorizationUntil: grant.authorizationUntil,
      endedAt: grant.endedAt,
    },
    sealed,
    unopened: record.unopened.map((one) => ({ ...one })),
  }
}

type ForDisk<T extends { readonly keeping: string }> = T & { readonly keeping: 'encrypted' | 'plain' }

function isForDisk(revocation: Revocation): revocation is ForDisk<Revocation> {
  return revocation.keeping !== 'memory'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
