/** The ports of the logic, in memory, with the faults that tests want. */
import { type Failure, failed, ok, type Result } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type {
  Belongings,
  Desktop,
  Http,
  HttpReply,
  HttpRequest,
  Log,
  Secrets,
  Store,
  Strength,
} from '../ports.ts'

export class MemoryStore implements Store, Belongings {
  readonly files = new Map<string, string>()
  readonly aside: string[] = []
  /** Set: every write fails with this. */
  broken: Failure | null = null

  read(name: string): Result<unknown> {
    const text = this.files.get(name)
    return ok(text === undefined ? undefined : JSON.parse(text))
  }

  write(name: string, document: object): Result<null> {
    if (this.broken !== null) return failed(this.broken)
    this.files.set(name, JSON.stringify(document))
    return ok(null)
  }

  remove(name: string): Result<null> {
    this.files.delete(name)
    return ok(null)
  }

  removeAll(kept: readonly string[]): Result<null> {
    for (const name of this.files.keys()) if (!kept.includes(name)) this.files.delete(name)
    return ok(null)
  }

  list(prefix: string): readonly string[] {
    return [...this.files.keys()].filter((name) => name.startsWith(prefix))
  }

  copyAside(name: string, why: string): Result<string> {
    this.aside.push(`${name}.${why}`)
    return ok(`${name}.${why}`)
  }
}

/** "Encrypts" so that a test can see with what: the tag stands first, the text is turned round. */
export class MemorySecrets implements Secrets {
  strength: Strength
  /** Set: nothing can be decrypted. */
  locked = false

  constructor(strength: Strength = 'strong') {
    this.strength = strength
  }

  probe(): Promise<Result<Strength>> {
    return Promise.resolve(ok(this.strength))
  }

  encrypt(plaintext: string): Promise<Result<{ ciphertext: string; strength: Strength }>> {
    const text = [...plaintext].reverse().join('')
    return Promise.resolve(ok({ ciphertext: `${this.strength}:${text}`, strength: this.strength }))
  }

  decrypt(ciphertext: string): Promise<Result<{ plaintext: string; renew: boolean }>> {
    const isOpen = this.strengthOf(ciphertext) === 'weak' || (this.strength === 'strong' && !this.locked)
    if (!isOpen) return Promise.resolve(failed(failure('keyring', 'locked')))
    const plaintext = [...ciphertext.slice(ciphertext.indexOf(':') + 1)].reverse().join('')
    return Promise.resolve(ok({ plaintext, renew: false }))
  }

  strengthOf(ciphertext: string): Strength {
    return ciphertext.startsWith('weak:') ? 'weak' : 'strong'
  }
}

export type Answering = (request: HttpRequest) => Result<HttpReply> | Promise<Result<HttpReply>>

/** Answers requests with a function and keeps them all. */
export class ScriptedHttp implements Http {
  readonly requests: HttpRequest[] = []
  answer: Answering

  constructor(answer: Answering) {
    this.answer = answer
  }

  async send(request: HttpRequest): Promise<Result<HttpReply>> {
    this.requests.push(request)
    return this.answer(request)
  }
}

export function jsonReply(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Result<HttpReply> {
  return ok({
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

export class MemoryLog implements Log {
  readonly lines: string[] = []

  info(event: string, details?: object): void {
    this.lines.push(`${event} ${JSON.stringify(details ?? {})}`)
  }

  warn(event: string, details?: object): void {
    this.info(event, details)
  }

  failure(event: string, why: Failure): void {
    this.info(event, why)
  }
}

export class MemoryDesktop implements Desktop {
  readonly opened: string[] = []
  copied = ''
  relaunched = false
  hasBrowser = true
  hasClipboard = true

  openBrowser(address: string): Promise<boolean> {
    this.opened.push(address)
    return Promise.resolve(this.hasBrowser)
  }

  copyText(text: string): Promise<boolean> {
    this.copied = text
    return Promise.resolve(this.hasClipboard)
  }

  relaunch(): void {
    this.relaunched = true
  }
}
