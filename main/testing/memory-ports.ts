/** In-memory ports with configurable faults. */
import { type Failure, failed, ok, type Result, type Settings } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type {
  AppData,
  AppendLog,
  Consent,
  ConsentQuestion,
  Desktop,
  DesktopSettings,
  EnvFiles,
  Files,
  Http,
  HttpReply,
  HttpRequest,
  Log,
  Presence,
  SecretClipboard,
  Secrets,
  Store,
  Strength,
} from '../ports.ts'

export class MemoryStore implements Store, AppData {
  readonly files = new Map<string, string>()
  readonly aside: string[] = []
  /** Set: every write fails with this. */
  broken: Failure | null = null

  read(name: string): Result<unknown> {
    const text = this.files.get(name)
    if (text === undefined) return ok(undefined)
    try {
      return ok(JSON.parse(text))
    } catch {
      this.files.delete(name)
      const aside = this.copyAside(name, 'unreadable')
      return failed(failure('storage', 'no JSON', aside.ok ? { reference: aside.value } : {}))
    }
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

  removeFolder(folder: string, except: readonly string[]): Result<null> {
    for (const name of this.list(folder))
      if (!except.includes(name.slice(folder.length + 1))) this.files.delete(name)
    return ok(null)
  }

  list(folder: string): readonly string[] {
    return [...this.files.keys()].filter((name) => name.startsWith(`${folder}/`))
  }

  copyAside(name: string, why: string): Result<string> {
    this.aside.push(`${name}.${why}`)
    return ok(`${name}.${why}`)
  }
}

export class MemoryAppendLog implements AppendLog {
  readonly files = new Map<string, readonly string[]>()
  /** Set: every operation fails with this. */
  broken: Failure | null = null

  read(name: string): Promise<Result<readonly string[]>> {
    return this.#unlessBroken(() => this.files.get(name) ?? [])
  }

  append(name: string, lines: readonly string[]): Promise<Result<null>> {
    return this.#unlessBroken(() => this.#put(name, [...(this.files.get(name) ?? []), ...lines]))
  }

  replace(name: string, lines: readonly string[]): Promise<Result<null>> {
    return this.#unlessBroken(() => this.#put(name, lines))
  }

  remove(name: string): Promise<Result<null>> {
    return this.#unlessBroken(() => {
      this.files.delete(name)
      return null
    })
  }

  #put(name: string, lines: readonly string[]): null {
    this.files.set(name, lines)
    return null
  }

  #unlessBroken<T>(deed: () => T): Promise<Result<T>> {
    return Promise.resolve(this.broken === null ? ok(deed()) : failed(this.broken))
  }
}

/** "Encrypts" visibly: a tag for the strength, then the reversed text. */
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

/** Answers requests with a function, and records them. */
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
  quitted = false
  typing = false
  rendered = false
  pageVisible = true
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

  quit(): void {
    this.quitted = true
  }

  windowRendered(): void {
    this.rendered = true
  }

  setPageVisible(isVisible: boolean): void {
    this.pageVisible = isVisible
  }

  setHasUnsavedInput(unsaved: boolean): void {
    this.typing = unsaved
  }
}

/** A user who looks at the window and has just clicked, unless the test changes that. */
export class MemoryPresence implements Presence {
  isVisible = true
  isFocused = true
  /** The number of clicks that can still be consumed. */
  inputs = Number.POSITIVE_INFINITY

  consumeInput(): boolean {
    if (this.inputs === 0) return false
    this.inputs -= 1
    return true
  }
}

/** Agrees to questions only if the test says so. */
export class MemoryConsent implements Consent {
  readonly asked: ConsentQuestion[] = []
  agrees = false

  ask(question: ConsentQuestion): Promise<boolean> {
    this.asked.push(question)
    return Promise.resolve(this.agrees)
  }
}

export class MemoryDesktopSettings implements DesktopSettings {
  /** The requested changes, in order. */
  readonly asked: Partial<Settings>[] = []
  /** The settings in force. */
  inForce: Partial<Settings> = {}
  /** Members that the desktop refuses. */
  refused: (keyof Settings)[] = []
  /** Awaited before each response. */
  before: () => Promise<void> = () => Promise.resolve()
  /** Disabled in the system's settings. */
  loginItemOff = false

  opensAtLogin(): boolean {
    return !this.loginItemOff
  }

  async apply(change: Partial<Settings>): Promise<Result<null>> {
    this.asked.push(change)
    await this.before()
    const refused = this.refused.find((name) => name in change)
    if (refused !== undefined) return failed(failure('conflict', `${refused} is not to be had`))
    this.inForce = { ...this.inForce, ...change }
    return ok(null)
  }
}

/** The user's files by path; the test sets the choices in dialogs. */
export class MemoryFiles implements Files {
  readonly files = new Map<string, string>()
  /** The suggested names. */
  readonly suggested: string[] = []
  /** The folder that the user saves in; null: the user cancels. */
  folder: string | null = '/home/user'
  /** The file that the user opens; null: the user cancels. */
  opens: string | null = null
  /** Set: every write fails with this. */
  broken: Failure | null = null

  askWhereToSave(suggestedName: string): Promise<string | null> {
    this.suggested.push(suggestedName)
    return Promise.resolve(this.folder === null ? null : `${this.folder}/${suggestedName}`)
  }

  askWhatToOpen(): Promise<string | null> {
    return Promise.resolve(this.opens)
  }

  read(path: string, maxBytes: number): Promise<Result<string>> {
    const text = this.files.get(path)
    if (text === undefined) return Promise.resolve(failed(failure('storage', 'ENOENT')))
    const isSmall = Buffer.byteLength(text) <= maxBytes
    return Promise.resolve(isSmall ? ok(text) : failed(failure('bad-file', 'too large')))
  }

  write(path: string, text: string): Promise<Result<null>> {
    if (this.broken !== null) return Promise.resolve(failed(this.broken))
    this.files.set(path, text)
    return Promise.resolve(ok(null))
  }
}

export class MemorySecretClipboard implements SecretClipboard {
  text = ''
  takes = true
  readable = true
  /** Discards writes without reporting an error. */
  blocked = false

  write(secret: string): Promise<boolean> {
    if (this.takes && !this.blocked) this.text = secret
    return Promise.resolve(this.takes)
  }

  read(): Promise<string | null> {
    return Promise.resolve(this.readable ? this.text : null)
  }

  clear(): Promise<void> {
    this.text = ''
    return Promise.resolve()
  }
}

export class MemoryEnvFiles implements EnvFiles {
  /** The result; by default the user chooses a file named `.env`. */
  answer: Awaited<ReturnType<EnvFiles['save']>> = ok({ savedAs: '.env' })
  saved: string[] = []

  save(secret: string): ReturnType<EnvFiles['save']> {
    if (this.answer.ok && this.answer.value !== null) this.saved.push(secret)
    return Promise.resolve(this.answer)
  }
}
