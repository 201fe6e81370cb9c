/**
 * What answers a proxy that wants a password (RFC 9110 11.7). Proxies lock accounts after a few wrong ones, so one that
 * isn't known to work is tried by one request at a time, and one that was refused is never sent again.
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

/** How long an answer of the user's waits to be told whether the proxy took it; less, if nothing is asked for at all. */
const verdictMs = 15_000
const firstRequestMs = 2_000

export type ProxyCredentials = { readonly username: string; readonly password: string }

/** As the proxy put it. `scheme`: how it wants it on the wire; by Basic it gets it readable, by others it doesn't. */
export type ProxyChallenge = {
  readonly host: string
  readonly port: number
  readonly realm: string
  readonly scheme: string
}

/** Whose password it is. Not given by Basic what was typed for Digest: another in the proxy's place could ask for that. */
type Place = { readonly proxy: string; readonly realm: string; readonly scheme: string }

/** What sends by itself again what it was given once: Chromium's memory of passwords, one for each session. */
export type ProxyPool = { clearAuthCache(): Promise<void> }

type Password = Place & {
  readonly id: number
  readonly username: string
  /** Null: it is on the disk and wasn't opened yet. */
  plain: string | null
  /** Null: memory only. */
  readonly sealed: string | null
  standing: 'untested' | 'works' | 'refused'
  opening: Promise<Result<string>> | null
  /** The one request that finds out whether it works. */
  trial: { readonly by: ProxyTurn; readonly ended: Promise<void>; readonly end: () => void } | null
  /** Told of the first request that has tried it, however that ended. */
  tried: () => void
}

type Asked = Place & {
  readonly id: number
  readonly username: string | null
  readonly refused: boolean
  /** What couldn't be reached for want of it. */
  readonly origins: Set<string>
}

export type ProxyPasswordsDependencies = {
  readonly sealed: SealedProxyPasswords
  readonly secrets: Secrets
  readonly clock: Clock
  readonly log: Log
  readonly report: (proxy: ProxyState) => void
}

/** One request, from its beginning to its end. */
export type ProxyTurn = {
  /** The proxy asks. Null: there is nothing that may be sent, and the user is asked. */
  answer(challenge: ProxyChallenge): Promise<ProxyCredentials | null>
  /** @param reached that something behind the proxy has answered */
  end(reached: boolean): void
}

/** What went out with one request: given by its turn, or sent by its pool. */
type Sent = { has(password: Password): boolean; add(password: Password): void }

export class ProxyPasswords {
  readonly #its: ProxyPasswordsDependencies
  /** One for each place. */
  readonly #passwords = new Map<string, Password>()
  readonly #asked = new Map<string, Asked>()
  /** What each pool sends by itself. */
  readonly #pools = new Map<ProxyPool, Set<Password>>()
  #onPassword = (): void => {}
  #lastId = 0
  /** How many requests there were. */
  #begun = 0
  /** Whether the keyring would keep a password; null while that isn't known. */
  #keeping: 'encrypted' | 'memory' | null = null

  constructor(dependencies: ProxyPasswordsDependencies) {
    this.#its = dependencies
    for (const kept of dependencies.sealed.all) this.#put({ ...kept, plain: null })
  }

  /** @param listener called when there is a password that requests can be retried with */
  onPassword(listener: () => void): void {
    this.#onPassword = listener
  }

  /** What the window shows of it. */
  get view(): ProxyState {
    const [asked] = this.#asked.values()
    return {
      challenge: asked
        ? {
            id: asked.id,
            proxy: asked.proxy,
            realm: asked.realm,
            username: asked.username,
            refused: asked.refused,
            keeping: this.#keeping,
          }
        : null,
      saved: [...this.#passwords.values()].filter((one) => this.#isKept(one)).map(keptView),
    }
  }

  /** For redaction: every password that is in memory, as it is and as Basic puts it on the wire (RFC 7617 2). */
  secretsInMemory(): readonly string[] {
    return [...this.#passwords.values()].flatMap(({ username, plain }) =>
      plain === null ? [] : [plain, Buffer.from(`${username}:${plain}`).toString('base64')],
    )
  }

  /** Ends when no password is on trial that this pool would send by itself; undefined when none is. */
  trialIn(pool: ProxyPool): Promise<unknown> | undefined {
    const trials = [...(this.#pools.get(pool) ?? [])].flatMap(({ trial }) => trial?.ended ?? [])
    return trials.length === 0 ? undefined : Promise.all(trials)
  }

  /** @param origin what the request wants to reach */
  begin(pool: ProxyPool, origin: string): ProxyTurn {
    this.#begun += 1
    const remembered = this.#pools.get(pool)
    const byItself = new Set(remembered)
    const own = new Set<Password>()
    const sent: Sent = {
      // What the pool was made to forget since, for the sake of another one, it may not have sent.
      has: (one) => own.has(one) || (byItself.has(one) && this.#pools.get(pool) === remembered),
      add: (one) => own.add(one),
    }
    const turn = {
      isOver: false,
      answer: (challenge: ProxyChallenge) => this.#answer(turn, pool, sent, origin, challenge),
      end: (reached: boolean) => {
        turn.isOver = true
        this.#end(turn, own, origin, reached)
      },
    }
    return turn
  }

  /** For requests that aren't this app's own, such as an updater's: what is known to work, once for each pool. */
  known(pool: ProxyPool, challenge: ProxyChallenge): ProxyCredentials | null {
    const password = this.#passwords.get(keyOf(named(challenge)))
    if (password?.standing !== 'works' || password.plain === null) return null
    const sent = this.#poolOf(pool)
    // Asked a second time: it was refused there.
    if (sent.has(password)) return null
    sent.add(password)
    return { username: password.username, password: password.plain }
  }

  /**
   * The user's answer to what is asked; ends once the proxy has taken or refused it, or nobody could find out.
   * `proxy-auth`: it was refused. `cancelled`: this isn't asked any more.
   */
  async give(id: number, { username, password }: ProxyCredentials): Promise<Result<null>> {
    const asked = [...this.#asked.values()].find((one) => one.id === id)
    if (asked === undefined) return failed(failure('cancelled', 'This proxy asks for nothing now.'))
    const { proxy, realm, scheme } = asked
    const encrypted = await this.#its.secrets.encrypt(password)
    const isStrong = encrypted.ok && encrypted.value.strength === 'strong'
    const sealed = isStrong ? encrypted.value.ciphertext : null
    await this.#forgetInPools()
    const given = this.#put({ proxy, realm, scheme, username, plain: password, sealed })
    const tried = new Promise<void>((resolve) => {
      given.tried = resolve
    })
    const begunBefore = this.#begun
    this.#onPassword()
    await this.#atMost(firstRequestMs, tried)
    if (this.#begun > begunBefore) await this.#atMost(verdictMs, tried)
    if (standingOf(given) !== 'refused') {
      // Whether it works is seen with the next request, which asks again if it doesn't.
      this.#noLongerAsked(given)
      return ok(null)
    }
    return failed(failure('proxy-auth', `${proxy} refused it.`))
  }

  /** Here, on the disk, and in what Chromium remembers. */
  async forget(id: number): Promise<void> {
    const found = [...this.#passwords.values()].find((one) => one.id === id)
    if (found === undefined) return
    this.#drop(found)
    this.#report()
    await this.#forgetInPools()
  }

  async #answer(
    turn: ProxyTurn & { readonly isOver: boolean },
    pool: ProxyPool,
    sent: Sent,
    origin: string,
    challenge: ProxyChallenge,
  ): Promise<ProxyCredentials | null> {
    const at = named(challenge)
    for (;;) {
      const password = this.#passwords.get(keyOf(at))
      if (password === undefined) {
        this.#ask({ ...at, username: this.#asked.get(keyOf(at))?.username ?? null, refused: false }, origin)
        return null
      }
      if (sent.has(password)) {
        this.#refused(password, origin)
        return null
      }
      if (password.trial !== null) {
        await password.trial.ended
        if (turn.isOver) return null
        continue
      }
      const plain = password.plain ?? (await this.#open(password))
      const isReplaced = this.#passwords.get(keyOf(at)) !== password
      if (plain === null && !isReplaced) {
        // Also when the request has ended by then: a keyring takes longer to fail than any of them waits.
        this.#ask({ ...at, username: password.username, refused: false }, origin)
        return null
      }
      if (turn.isOver) return null
      if (plain === null || isReplaced || password.trial !== null) continue
      if (password.standing === 'untested') password.trial = newTrial(turn)
      sent.add(password)
      this.#poolOf(pool).add(password)
      return { username: password.username, password: plain }
    }
  }

  #end(turn: ProxyTurn, own: ReadonlySet<Password>, origin: string, reached: boolean): void {
    for (const password of own) {
      if (password.trial?.by !== turn) continue
      if (reached) this.#works(password)
      endTrial(password)
    }
    if (reached) this.#reached(origin)
  }

  #works(password: Password): void {
    password.standing = 'works'
    const { proxy, realm, scheme, username, sealed } = password
    if (this.#passwords.get(keyOf(password)) !== password) return
    this.#its.log.info('proxy password taken', { proxy })
    if (sealed !== null) this.#its.sealed.keep({ proxy, realm, scheme, username, sealed })
    else this.#its.sealed.forget(password)
    this.#asked.delete(keyOf(password))
    this.#report()
  }

  #refused(password: Password, origin: string): void {
    password.standing = 'refused'
    const { proxy, realm, scheme, username } = password
    this.#its.log.warn('proxy password refused', { proxy })
    if (this.#passwords.get(keyOf(password)) === password) {
      this.#drop(password)
      this.#ask({ proxy, realm, scheme, username, refused: true }, origin)
      void this.#forgetInPools()
    }
    endTrial(password)
  }

  #drop(password: Password): void {
    this.#passwords.delete(keyOf(password))
    this.#its.sealed.forget(password)
  }

  #ask(wanted: Omit<Asked, 'id' | 'origins'>, origin: string): void {
    const before = this.#asked.get(keyOf(wanted))
    const refused = wanted.refused || before?.refused === true
    const origins = new Set(before?.origins).add(origin)
    const id = before?.id ?? this.#nextId()
    this.#asked.set(keyOf(wanted), { ...wanted, id, refused, origins })
    if (before === undefined) this.#its.log.info('proxy asks for a password', { proxy: wanted.proxy })
    this.#report()
    if (before === undefined) void this.#probe()
  }

  /** Said beside the field: where the password will be kept. */
  async #probe(): Promise<void> {
    const probed = await this.#its.secrets.probe()
    this.#keeping = probed.ok && probed.value === 'strong' ? 'encrypted' : 'memory'
    this.#report()
  }

  /** By another way, or with a password: what was asked for it is of no use any more. */
  #reached(origin: string): void {
    let changed = false
    for (const [key, { origins }] of this.#asked) {
      if (!origins.delete(origin)) continue
      changed = true
      if (origins.size === 0) this.#asked.delete(key)
    }
    if (changed) this.#report()
  }

  #noLongerAsked(password: Password): void {
    if (this.#asked.delete(keyOf(password))) this.#report()
  }

  async #open(password: Password): Promise<string | null> {
    const { sealed, proxy } = password
    if (sealed === null) return null
    password.opening ??= this.#its.secrets.decrypt(sealed).then((opened) => {
      password.opening = null
      if (!opened.ok) return opened
      password.plain = opened.value.plaintext
      return ok(opened.value.plaintext)
    })
    const opened = await password.opening
    if (opened.ok) return opened.value
    this.#its.log.failure('proxy password not opened', { ...opened.failure, reference: proxy })
    return null
  }

  #put(known: Place & Pick<Password, 'username' | 'plain' | 'sealed'>): Password {
    const password: Password = {
      ...known,
      id: this.#nextId(),
      standing: 'untested',
      opening: null,
      trial: null,
      tried: () => {},
    }
    this.#passwords.set(keyOf(known), password)
    return password
  }

  /** One that was typed counts once it has worked; one on the disk also while nobody knows whether it still does. */
  #isKept({ standing, sealed }: Password): boolean {
    const isOnDisk = sealed !== null && this.#its.sealed.all.some((one) => one.sealed === sealed)
    return standing === 'works' || isOnDisk
  }

  #poolOf(pool: ProxyPool): Set<Password> {
    const held = this.#pools.get(pool) ?? new Set()
    this.#pools.set(pool, held)
    return held
  }

  async #forgetInPools(): Promise<void> {
    const pools = [...this.#pools.keys()]
    this.#pools.clear()
    await Promise.all(pools.map((pool) => pool.clearAuthCache()))
  }

  async #atMost(ms: number, end: Promise<void>): Promise<void> {
    const stop = new AbortController()
    await Promise.race([end, this.#its.clock.wait(ms, stop.signal)])
    stop.abort()
  }

  #nextId(): number {
    this.#lastId += 1
    return this.#lastId
  }

  #report(): void {
    this.#its.report(this.view)
  }
}

function keyOf({ proxy, realm, scheme }: Place): string {
  return JSON.stringify([proxy, realm, scheme])
}

function named({ host, port, realm, scheme }: ProxyChallenge): Place {
  const proxy = cleanText(`${hostOf(host)}:${port}`)
  return { proxy, realm: cleanText(realm), scheme: cleanText(scheme).toLowerCase() }
}

/** An IPv6 address stands in brackets before a port (RFC 3986 3.2.2). */
function hostOf(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}

function newTrial(by: ProxyTurn): NonNullable<Password['trial']> {
  let end = (): void => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { by, ended, end }
}

function endTrial(password: Password): void {
  password.trial?.end()
  password.trial = null
  password.tried()
}

function standingOf({ standing }: Password): Password['standing'] {
  return standing
}

function keptView({ id, proxy, username, sealed }: Password): SavedProxyPassword {
  return { id, proxy, username, keeping: sealed === null ? 'memory' : 'encrypted' }
}
