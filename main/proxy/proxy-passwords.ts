/**
 * Answers the authentication challenges of proxies (RFC 9110 11.7). Proxies lock accounts after a few wrong passwords,
 * so only one request at a time tries an untested one, and a refused one is never sent again.
 */
import {
  failed,
  ok,
  type ProxyState,
  type Result,
  type SavedProxyPassword,
} from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import { cleanText } from '../parallel/text.ts'
import type { Clock, Log, Secrets } from '../ports.ts'
import type { SealedProxyPasswords } from '../storage/proxy-passwords.ts'
import { withTimeout } from '../timeout.ts'

/** How long `give` waits for the proxy's verdict; less if no request is sent at all. */
const verdictTimeoutMs = 15_000
const firstRequestTimeoutMs = 2_000

export type ProxyCredentials = { readonly username: string; readonly password: string }

/** Electron's `AuthInfo`. Only the scheme `basic` sends the password in clear text. */
export type ProxyChallenge = {
  readonly host: string
  readonly port: number
  readonly realm: string
  readonly scheme: string
}

/**
 * Where a password is valid (RFC 9110 11.5). Includes the scheme: an attacker in the proxy's place could ask with Basic
 * for a password that was typed for Digest.
 */
type ProtectionSpace = { readonly proxy: string; readonly realm: string; readonly scheme: string }

/** A session of Chromium, which resends a password that it was given once. */
export type ProxyPool = { clearAuthCache(): Promise<void> }

type Password = ProtectionSpace & {
  readonly id: number
  readonly username: string
  /** Null until it is decrypted. */
  plaintext: string | null
  /** The ciphertext; null if the password is only in memory. */
  readonly sealed: string | null
  status: 'untested' | 'works' | 'refused'
  decrypting: Promise<Result<string>> | null
  /** The request that tests it. */
  trial: { readonly by: ProxyAuth; readonly ended: Promise<void>; readonly end: () => void } | null
  /** Called when the first request that tried it has ended, with any outcome. */
  onTried: () => void
}

type OpenChallenge = ProtectionSpace & {
  readonly id: number
  readonly username: string | null
  readonly refused: boolean
  /** The origins that can't be reached without it. */
  readonly origins: Set<string>
}

export type ProxyPasswordsDeps = {
  readonly sealed: SealedProxyPasswords
  readonly secrets: Secrets
  readonly clock: Clock
  readonly log: Log
  readonly report: (proxy: ProxyState) => void
}

/** The proxy authentication of one request. */
export type ProxyAuth = {
  /** Null if no password may be sent; the user is then asked for one. */
  answer(challenge: ProxyChallenge): Promise<ProxyCredentials | null>
  /** @param reached whether a server behind the proxy has answered */
  end(reached: boolean): void
}

/** The passwords sent with one request, by its own answer or by its pool. */
type Sent = { has(password: Password): boolean; add(password: Password): void }

export class ProxyPasswords {
  readonly #deps: ProxyPasswordsDeps
  /** By protection space. */
  readonly #passwords = new Map<string, Password>()
  readonly #challenges = new Map<string, OpenChallenge>()
  /** The passwords that each pool resends. */
  readonly #pools = new Map<ProxyPool, Set<Password>>()
  #onPassword = (): void => {}
  #lastId = 0
  #requestCount = 0
  /** Where a new password would be stored; null until the keyring was probed. */
  #keeping: 'encrypted' | 'memory' | null = null

  constructor(deps: ProxyPasswordsDeps) {
    this.#deps = deps
    for (const stored of deps.sealed.all) this.#add({ ...stored, plaintext: null })
  }

  /** @param listener called when there is a password that requests can be retried with */
  onPassword(listener: () => void): void {
    this.#onPassword = listener
  }

  /** The state for the window. */
  get view(): ProxyState {
    const [challenge] = this.#challenges.values()
    return {
      challenge: challenge
        ? {
            id: challenge.id,
            proxy: challenge.proxy,
            realm: challenge.realm,
            username: challenge.username,
            refused: challenge.refused,
            keeping: this.#keeping,
          }
        : null,
      saved: [...this.#passwords.values()].filter((one) => this.#isSaved(one)).map(savedView),
    }
  }

  /** For the redaction: every password in memory, also encoded as Basic sends it (RFC 7617 2). */
  secretsInMemory(): readonly string[] {
    return [...this.#passwords.values()].flatMap(({ username, plaintext }) =>
      plaintext === null ? [] : [plaintext, Buffer.from(`${username}:${plaintext}`).toString('base64')],
    )
  }

  /** Resolves when no password that this pool resends is being tested; undefined when none is. */
  trialIn(pool: ProxyPool): Promise<unknown> | undefined {
    const trials = [...(this.#pools.get(pool) ?? [])].flatMap(({ trial }) => trial?.ended ?? [])
    return trials.length === 0 ? undefined : Promise.all(trials)
  }

  /** @param origin of the request's address */
  begin(pool: ProxyPool, origin: string): ProxyAuth {
    this.#requestCount += 1
    const remembered = this.#pools.get(pool)
    const sentByPool = new Set(remembered)
    const own = new Set<Password>()
    const sent: Sent = {
      // If the pool was cleared since, it may not have sent its passwords.
      has: (one) => own.has(one) || (sentByPool.has(one) && this.#pools.get(pool) === remembered),
      add: (one) => own.add(one),
    }
    const auth = {
      isOver: false,
      answer: (challenge: ProxyChallenge) => this.#answer(auth, pool, sent, origin, challenge),
      end: (reached: boolean) => {
        auth.isOver = true
        this.#end(auth, own, origin, reached)
      },
    }
    return auth
  }

  /** For requests outside of `Http`, such as the updater's: a password that works, once for each pool. */
  known(pool: ProxyPool, challenge: ProxyChallenge): ProxyCredentials | null {
    const password = this.#passwords.get(keyOf(protectionSpace(challenge)))
    if (password?.status !== 'works' || password.plaintext === null) return null
    const sent = this.#sentByPool(pool)
    // A second challenge means that the password was refused.
    if (sent.has(password)) return null
    sent.add(password)
    return { username: password.username, password: password.plaintext }
  }

  /**
   * The user's password for a challenge. Resolves once the proxy has accepted or refused it, or after a timeout. Fails
   * with `proxy-auth` if it was refused, and with `cancelled` if the challenge is closed.
   */
  async give(id: number, { username, password }: ProxyCredentials): Promise<Result<null>> {
    const challenge = [...this.#challenges.values()].find((one) => one.id === id)
    if (challenge === undefined) return failed(failure('cancelled', 'This proxy asks for nothing now.'))
    const { proxy, realm, scheme } = challenge
    const { clock, secrets } = this.#deps
    const encrypted = await secrets.encrypt(password)
    const isStrong = encrypted.ok && encrypted.value.strength === 'strong'
    const sealed = isStrong ? encrypted.value.ciphertext : null
    await this.#clearPools()
    const given = this.#add({ proxy, realm, scheme, username, plaintext: password, sealed })
    const tried = new Promise<void>((resolve) => {
      given.onTried = resolve
    })
    const requestsBefore = this.#requestCount
    this.#onPassword()
    await withTimeout(clock, firstRequestTimeoutMs, tried)
    if (this.#requestCount > requestsBefore) await withTimeout(clock, verdictTimeoutMs, tried)
    if (statusOf(given) !== 'refused') {
      // After a timeout the next request tests it, and opens a new challenge if it is refused.
      this.#closeChallenge(given)
      return ok(null)
    }
    return failed(failure('proxy-auth', `${proxy} refused it.`))
  }

  /** Deletes a password from memory, from the disk, and from Chromium. */
  async forget(id: number): Promise<void> {
    const found = [...this.#passwords.values()].find((one) => one.id === id)
    if (found === undefined) return
    this.#drop(found)
    this.#report()
    await this.#clearPools()
  }

  async #answer(
    auth: ProxyAuth & { readonly isOver: boolean },
    pool: ProxyPool,
    sent: Sent,
    origin: string,
    challenge: ProxyChallenge,
  ): Promise<ProxyCredentials | null> {
    const at = protectionSpace(challenge)
    for (;;) {
      const password = this.#passwords.get(keyOf(at))
      if (password === undefined) {
        this.#openChallenge(
          { ...at, username: this.#challenges.get(keyOf(at))?.username ?? null, refused: false },
          origin,
        )
        return null
      }
      if (sent.has(password)) {
        this.#refused(password, origin)
        return null
      }
      if (password.trial !== null) {
        await password.trial.ended
        continue
      }
      const plaintext = password.plaintext ?? (await this.#decrypt(password))
      const isReplaced = this.#passwords.get(keyOf(at)) !== password
      if (plaintext === null && !isReplaced) {
        // Even if the request has ended: a keyring takes longer to fail than a request's timeout.
        this.#openChallenge({ ...at, username: password.username, refused: false }, origin)
        return null
      }
      if (auth.isOver) return null
      if (plaintext === null || isReplaced || password.trial !== null) continue
      if (password.status === 'untested') password.trial = newTrial(auth)
      sent.add(password)
      this.#sentByPool(pool).add(password)
      return { username: password.username, password: plaintext }
    }
  }

  #end(auth: ProxyAuth, own: ReadonlySet<Password>, origin: string, reached: boolean): void {
    for (const password of own) {
      if (password.trial?.by !== auth) continue
      if (reached) this.#works(password)
      endTrial(password)
    }
    if (reached) this.#reached(origin)
  }

  #works(password: Password): void {
    password.status = 'works'
    const { proxy, realm, scheme, username, sealed } = password
    if (this.#passwords.get(keyOf(password)) !== password) return
    this.#deps.log.info('proxy password taken', { proxy })
    if (sealed !== null) this.#deps.sealed.save({ proxy, realm, scheme, username, sealed })
    else this.#deps.sealed.forget(password)
    this.#challenges.delete(keyOf(password))
    this.#report()
  }

  #refused(password: Password, origin: string): void {
    password.status = 'refused'
    const { proxy, realm, scheme, username } = password
    this.#deps.log.warn('proxy password refused', { proxy })
    this.#drop(password)
    this.#openChallenge({ proxy, realm, scheme, username, refused: true }, origin)
    void this.#clearPools()
    endTrial(password)
  }

  #drop(password: Password): void {
    this.#passwords.delete(keyOf(password))
    this.#deps.sealed.forget(password)
  }

  #openChallenge(wanted: Omit<OpenChallenge, 'id' | 'origins'>, origin: string): void {
    const before = this.#challenges.get(keyOf(wanted))
    const refused = wanted.refused || before?.refused === true
    const origins = new Set(before?.origins).add(origin)
    const id = before?.id ?? this.#nextId()
    this.#challenges.set(keyOf(wanted), { ...wanted, id, refused, origins })
    if (before === undefined) this.#deps.log.info('proxy asks for a password', { proxy: wanted.proxy })
    this.#report()
    if (before === undefined) void this.#probe()
  }

  /** The window shows where the password will be stored. */
  async #probe(): Promise<void> {
    const probed = await this.#deps.secrets.probe()
    this.#keeping = probed.ok && probed.value === 'strong' ? 'encrypted' : 'memory'
    this.#report()
  }

  /** Closes the challenges of an origin that was reached, with a password or without the proxy. */
  #reached(origin: string): void {
    let changed = false
    for (const [key, { origins }] of this.#challenges) {
      if (!origins.delete(origin)) continue
      changed = true
      if (origins.size === 0) this.#challenges.delete(key)
    }
    if (changed) this.#report()
  }

  #closeChallenge(password: Password): void {
    if (this.#challenges.delete(keyOf(password))) this.#report()
  }

  async #decrypt(password: Password): Promise<string | null> {
    const { sealed, proxy } = password
    if (sealed === null) return null
    password.decrypting ??= this.#deps.secrets.decrypt(sealed).then((opened) => {
      password.decrypting = null
      if (!opened.ok) return opened
      password.plaintext = opened.value.plaintext
      return ok(opened.value.plaintext)
    })
    const opened = await password.decrypting
    if (opened.ok) return opened.value
    this.#deps.log.failure('proxy password not opened', { ...opened.failure, reference: proxy })
    return null
  }

  #add(known: ProtectionSpace & Pick<Password, 'username' | 'plaintext' | 'sealed'>): Password {
    const password: Password = {
      ...known,
      id: this.#nextId(),
      status: 'untested',
      decrypting: null,
      trial: null,
      onTried: () => {},
    }
    this.#passwords.set(keyOf(known), password)
    return password
  }

  /** A typed password counts once it has worked, one on the disk also while it is untested. */
  #isSaved({ status, sealed }: Password): boolean {
    const isOnDisk = this.#deps.sealed.all.some((one) => one.sealed === sealed)
    return status === 'works' || isOnDisk
  }

  #sentByPool(pool: ProxyPool): Set<Password> {
    const sent = this.#pools.get(pool) ?? new Set()
    this.#pools.set(pool, sent)
    return sent
  }

  async #clearPools(): Promise<void> {
    const pools = [...this.#pools.keys()]
    this.#pools.clear()
    await Promise.all(pools.map((pool) => pool.clearAuthCache()))
  }

  #nextId(): number {
    this.#lastId += 1
    return this.#lastId
  }

  #report(): void {
    this.#deps.report(this.view)
  }
}

function keyOf({ proxy, realm, scheme }: ProtectionSpace): string {
  return JSON.stringify([proxy, realm, scheme])
}

function protectionSpace({ host, port, realm, scheme }: ProxyChallenge): ProtectionSpace {
  const proxy = cleanText(`${hostOf(host)}:${port}`)
  return { proxy, realm: cleanText(realm), scheme: cleanText(scheme).toLowerCase() }
}

/** An IPv6 address needs brackets before a port (RFC 3986 3.2.2). */
function hostOf(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}

function newTrial(by: ProxyAuth): NonNullable<Password['trial']> {
  let end = (): void => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { by, ended, end }
}

function endTrial(password: Password): void {
  password.trial?.end()
  password.trial = null
  password.onTried()
}

/** TypeScript narrows `password.status` across an `await`; a call doesn't. */
function statusOf({ status }: Password): Password['status'] {
  return status
}

function savedView({ id, proxy, username, sealed }: Password): SavedProxyPassword {
  return { id, proxy, username, keeping: sealed === null ? 'memory' : 'encrypted' }
}
