/**
 * Stores and loads an organisation's grant record. The only place that encrypts and decrypts tokens. Strong encryption is
 * never replaced by weak, and ciphertext that can't be decrypted is kept unchanged.
 */
import * as v from 'valibot'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { dayMs } from '../../calendar.ts'
import { failure } from '../../parallel/failures.ts'
import { displayName } from '../../parallel/text.ts'
import type { Clock, Log, Secrets } from '../../ports.ts'
import type { DocumentFile } from '../../storage/document.ts'
import type { OrganisationFolder } from '../folder.ts'
import { earliest, type GrantRecord, type Revocation, type Unopened } from './grant.ts'
import {
  type GrantDocument,
  type GrantSecrets,
  grantDocument,
  grantName,
  grantSecrets,
} from './grant-document.ts'

/** The longest known authorization: older ciphertext contains no valid token. */
const maxAuthorizationMs = 90 * dayMs

/** A sign-in whose tokens can't be decrypted now. */
export type Locked = { readonly scope: readonly string[]; readonly since: number }

export type Loaded = {
  readonly record: GrantRecord
  /** Set if there is a grant that `record` lacks because its tokens can't be decrypted. */
  readonly locked: Locked | null
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

  /** Null if no readable document is stored. */
  async load(id: string): Promise<Loaded | null> {
    const { folder, log } = this.#deps
    const found = this.#file.read()
    if (!found.ok) {
      log.failure('grant not read', found.failure)
      folder.events.onUnreadable(`${folder.nameOf(grantName)}.json`)
    }
    return found.ok && found.value !== null ? this.#open(id, found.value) : null
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

  async #open(id: string, document: GrantDocument): Promise<Loaded> {
    const { clock, log } = this.#deps
    const { name, signedInAt, grant, sealed } = document
    const empty = {
      organisation: { id, name: displayName(id, name) },
      signedInAt,
      grant: null,
      revocations: [],
      unopened: [],
    }
    const { late, still } = await this.#openLate(document.unopened)
    if (sealed === null) return { record: { ...empty, revocations: late, unopened: still }, locked: null }
    const opened = await this.#secretsIn(sealed)
    if (!opened.ok) {
      log.failure('grant not opened', opened.failure)
      const until = earliest(grant?.signInUntil ?? null, grant?.authorizationUntil ?? null)
      const since = clock.now()
      const unopened = [...still, { sealed, since, until }]
      return {
        record: { ...empty, revocations: late, unopened },
        locked: grant && { scope: grant.scope, since },
      }
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
      unopened: still,
    }
    return { record: await this.#encryptedAgain(record, sealed, renew), locked: null }
  }

  /** Decrypts the ciphertexts of replaced sign-ins, whose tokens must be revoked. */
  async #openLate(unopened: readonly Unopened[]) {
    const late: Revocation[] = []
    const still: Unopened[] = []
    const now = this.#deps.clock.now()
    for (const one of unopened) {
      if (now >= (one.until ?? one.since + maxAuthorizationMs)) continue
      const opened = await this.#secretsIn(one.sealed)
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

  /** Encrypts again if the system asks for a newer key, or if a keyring has become available. */
  async #encryptedAgain(record: GrantRecord, sealed: string, renew: boolean): Promise<GrantRecord> {
    const { secrets, log } = this.#deps
    const probed = secrets.strengthOf(sealed) === 'weak' ? await secrets.probe() : null
    const hasKeyringNow = probed?.ok === true && probed.value === 'strong'
    if (!renew && !hasKeyringNow) return record
    const stronger: GrantRecord = {
      ...record,
      grant: record.grant && { ...record.grant, keeping: 'encrypted' },
      revocations: record.revocations.map((one) => ({ ...one, keeping: 'encrypted' })),
    }
    const renewed = hasKeyringNow ? stronger : record
    const saved = await this.save(renewed)
    if (saved.ok) return renewed
    log.failure('grant not encrypted again', saved.failure)
    return record
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
