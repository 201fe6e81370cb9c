/**
 * Puts grant records on the disk and takes them from there. The only place where tokens meet encryption.
 * Strong ciphertext is never replaced by weak, and what can't be opened is kept as it is.
 */
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import type { Endpoints } from '../../parallel/endpoints.ts'
import { failure } from '../../parallel/failures.ts'
import type { Clock, Log, Secrets, Store } from '../../ports.ts'
import { earliest, type GrantRecord, type Revocation, type Unopened } from './grant.ts'
import { type GrantDocument, type GrantSecrets, grantDocument, grantSecrets } from './grant-document.ts'

const prefix = 'organisation-'
/** What an authorization lasts at most as far as is known; after that nothing sealed is alive any more. */
const longestAuthorizationMs = 90 * 24 * 3600 * 1000

/** What there is to know of a sign-in whose tokens the keyring doesn't open now. */
export type Locked = { readonly scope: readonly string[]; readonly since: number }

export type Loaded = {
  readonly record: GrantRecord
  /** Set: there is a grant, but `record` can't have it, as its tokens can't be opened. */
  readonly locked: Locked | null
}

type Dependencies = {
  readonly store: Store
  readonly secrets: Secrets
  readonly server: Endpoints
  readonly clock: Clock
  readonly log: Log
}

export class Vault {
  readonly #its: Dependencies
  /** Files that aren't understood: copied aside before anything takes their place. */
  readonly #strange = new Set<string>()

  constructor(dependencies: Dependencies) {
    this.#its = dependencies
  }

  /**
   * Everything kept for this pair of servers, in the order of the sign-ins.
   * @param onStrange told of each file that is not understood; it is neither used nor deleted
   */
  async load(onStrange: (file: string) => void): Promise<readonly Loaded[]> {
    const { store, server, log } = this.#its
    const opening: Promise<Loaded>[] = []
    for (const name of store.list(prefix)) {
      const read = store.read(name)
      if (read.ok && read.value === undefined) continue
      const document = v.safeParse(grantDocument, read.ok ? read.value : undefined)
      const isOther = document.success && !isSameServer(document.output.server, server)
      if (isOther) continue
      // A copy under another name may hold tokens that have been used since.
      if (document.success && this.#isWhole(name, document.output)) {
        opening.push(this.#open(document.output))
        continue
      }
      this.#strange.add(name)
      log.warn('document not understood', { name })
      onStrange((read.ok ? null : read.failure.reference) ?? `${name}.json`)
    }
    // All at once: a keyring that hangs is waited for once, not once for each.
    const loaded = await Promise.all(opening)
    return loaded.sort((a, b) => a.record.signedInAt - b.record.signedInAt)
  }

  /**
   * Resolves when what belongs on the disk is there, and nothing else. `keyring` when it can't be encrypted as
   * the user wants it, `storage` when it can't be written. What is kept in memory only is not written at all.
   */
  async save(record: GrantRecord): Promise<Result<null>> {
    const { store, secrets } = this.#its
    const grant = record.grant?.keeping === 'memory' ? null : record.grant
    const revocations = record.revocations.filter(isForDisk)
    const name = this.nameOf(record.organisation.id)
    const nothing = grant === null && revocations.length === 0 && record.unopened.length === 0
    // A file that isn't understood is replaced if need be, but never deleted.
    if (nothing) return this.#strange.has(name) ? ok(null) : store.remove(name)
    const kept: GrantSecrets = {
      tokens: grant && { accessToken: grant.accessToken, refreshToken: grant.refreshToken },
      revocations: revocations.map((one) => ({ ...one })),
    }
    const hasSecrets = kept.tokens !== null || revocations.length > 0
    const sealed = hasSecrets ? await secrets.encrypt(JSON.stringify(kept)) : null
    if (sealed?.ok === false) return sealed
    const mustBeStrong = [grant, ...revocations].some((one) => one?.keeping === 'encrypted')
    if (mustBeStrong && sealed?.value.strength === 'weak') {
      return failed(failure('keyring', 'The keyring is gone; nothing is written without it.'))
    }
    if (this.#strange.has(name)) {
      const aside = store.copyAside(name, 'replaced')
      if (!aside.ok) return aside
      this.#strange.delete(name)
    }
    return store.write(name, this.#toDocument(record, grant, sealed?.value.ciphertext ?? null))
  }

  /** Last resort of a sign-out that can't be noted: takes everything of the organisation off the disk. */
  remove(organisationId: string): Result<null> {
    return this.#its.store.remove(this.nameOf(organisationId))
  }

  #toDocument(record: GrantRecord, grant: GrantRecord['grant'], sealed: string | null): GrantDocument {
    const { platformUrl, serviceApiUrl } = this.#its.server
    return {
      version: 1,
      server: { platformUrl, serviceApiUrl },
      organisation: { ...record.organisation },
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

  /** Under its own name, and with the tokens that its grant needs. */
  #isWhole(name: string, { organisation, grant, sealed }: GrantDocument): boolean {
    return name === this.nameOf(organisation.id) && (grant === null || sealed !== null)
  }

  async #open(document: GrantDocument): Promise<Loaded> {
    const { clock, log } = this.#its
    const { organisation, signedInAt, grant } = document
    const empty: GrantRecord = { organisation, signedInAt, grant: null, revocations: [], unopened: [] }
    const { late, still } = await this.#openLate(document.unopened)
    const opened = document.sealed === null ? null : await this.#secretsIn(document.sealed)
    if (opened?.ok === false) {
      log.failure('grant not opened', opened.failure)
      const until = earliest(grant?.signInUntil ?? null, grant?.authorizationUntil ?? null)
      const since = clock.now()
      const record = {
        ...empty,
        revocations: late,
        unopened: [...still, { sealed: document.sealed ?? '', since, until }],
      }
      return { record, locked: grant && { scope: grant.scope, since } }
    }
    const tokens = opened?.value.secrets.tokens ?? null
    const record: GrantRecord = {
      ...empty,
      grant: grant && tokens && { ...grant, ...tokens },
      revocations: [...(opened?.value.secrets.revocations ?? []), ...late],
      unopened: still,
    }
    // Signed out while it couldn't be opened: then nothing but the revocation was left to do.
    const leftOver =
      grant === null && tokens !== null && document.sealed !== null
        ? [this.#orphan(tokens.refreshToken, document.sealed, clock.now(), null)]
        : []
    const whole = { ...record, revocations: [...record.revocations, ...leftOver] }
    return { record: await this.#renewed(whole, document, opened?.value.renew ?? false), locked: null }
  }

  /** Ciphertexts of replaced sign-ins that open now: their tokens are to be revoked. */
  async #openLate(unopened: readonly Unopened[]) {
    const late: Revocation[] = []
    const still: Unopened[] = []
    const now = this.#its.clock.now()
    for (const one of unopened) {
      if (now >= (one.until ?? one.since + longestAuthorizationMs)) continue
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
    const opened = await this.#its.secrets.decrypt(sealed)
    if (!opened.ok) return opened
    const secrets = v.safeParse(grantSecrets, parseJson(opened.value.plaintext))
    if (!secrets.success) return failed(failure('keyring', 'The keyring opened it to something else.'))
    return ok({ secrets: secrets.output, renew: opened.value.renew })
  }

  /** A token whose grant is gone here; it is kept as well as it was. */
  #orphan(refreshToken: string, sealed: string, since: number, until: number | null): Revocation {
    const isWeak = this.#its.secrets.strengthOf(sealed) === 'weak'
    return { keeping: isWeak ? 'plain' : 'encrypted', refreshToken, since, until }
  }

  /** Encrypts again when the system wants a newer key, or when a keyring has come to a machine without one. */
  async #renewed(record: GrantRecord, document: GrantDocument, renew: boolean): Promise<GrantRecord> {
    const { secrets, log } = this.#its
    const wasWeak = document.sealed !== null && secrets.strengthOf(document.sealed) === 'weak'
    const probed = wasWeak ? await secrets.probe() : null
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

  /** The organisation's document. Its id is the server's text, so it doesn't become a file name as it is. */
  nameOf(organisationId: string): string {
    const { platformUrl, serviceApiUrl } = this.#its.server
    const key = [platformUrl, serviceApiUrl, organisationId].join('\n')
    return `${prefix}${createHash('sha256').update(key).digest('hex').slice(0, 16)}`
  }
}

type ForDisk<T extends { readonly keeping: string }> = T & { readonly keeping: 'encrypted' | 'plain' }

function isForDisk(revocation: Revocation): revocation is ForDisk<Revocation> {
  return revocation.keeping !== 'memory'
}

function isSameServer(one: Endpoints, other: Endpoints): boolean {
  return one.platformUrl === other.platformUrl && one.serviceApiUrl === other.serviceApiUrl
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
