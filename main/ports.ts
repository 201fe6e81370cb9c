/**
 * What the logic needs from outside. `main/desktop` fulfils these with Electron, the tests in memory,
 * so everything that matters runs and is tested in plain Node.
 */
import type { Failure, Result, Settings, UpdatedBy } from '../preload/contract/index.ts'

export interface Clock {
  /** Wall time, epoch milliseconds. May jump. */
  now(): number
  /** Milliseconds since some fixed moment; never jumps, may stand still while the machine sleeps. */
  elapsed(): number
  /**
   * Resolves after `ms` of elapsed time, earlier with `'woken'` after the machine woke from sleep,
   * or at once with `'aborted'` when the signal is. Never rejects.
   */
  wait(ms: number, signal: AbortSignal): Promise<'elapsed' | 'woken' | 'aborted'>
}

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Absolute; only the two configured origins are let through. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** One deadline over connecting, sending and reading. */
  readonly timeoutMs: number
}

export type HttpReply = {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Http {
  /** A reply of any status, or the failure of the exchange itself. Never rejects. */
  send(request: HttpRequest, signal: AbortSignal): Promise<Result<HttpReply>>
}

/** `weak`: ciphertext that anybody can open (no keyring). */
export type Strength = 'strong' | 'weak'

export interface Secrets {
  /** Asks with a dummy string, so that consent can be asked before a sign-in. */
  probe(): Promise<Result<Strength>>
  encrypt(plaintext: string): Promise<Result<{ readonly ciphertext: string; readonly strength: Strength }>>
  /** `renew`: the system wants it encrypted again with a newer key. */
  decrypt(ciphertext: string): Promise<Result<{ readonly plaintext: string; readonly renew: boolean }>>
  /** Whether this ciphertext was made with a real key, as far as it tells. */
  strengthOf(ciphertext: string): Strength
}

/**
 * One whole document a file; each write replaces the file atomically. A name is the path below the documents' folder,
 * without the ending: `settings`, `organisations/1f0c…/ledger`.
 */
export interface Store {
  /** Undefined when there is none; a file that is no JSON is set aside and reported. */
  read(name: string): Result<unknown>
  /** Returns only when the document is on the disk. */
  write(name: string, document: object): Result<null>
  /** Takes the document off the disk, with every copy and left-over of it. */
  remove(name: string): Result<null>
  /** Removes everything in a folder but the documents that are named here, and the folder once it is empty. */
  removeFolder(folder: string, except: readonly string[]): Result<null>
  /** The names of all documents in a folder, and in the folders in it. */
  list(folder: string): readonly string[]
  /** Copies the file aside under a name that says why, and returns that name; the original stays. */
  copyAside(name: string, why: 'unreadable' | 'newer'): Result<string>
}

/** Files to which lines are added, for what is too large to be written as a whole. Names are those of the `Store`. */
export interface AppendLog {
  /** Whole lines, oldest first; a torn last line is left out. None when there is no file. */
  read(name: string): Promise<Result<readonly string[]>>
  /** The lines hold no line break. */
  append(name: string, lines: readonly string[]): Promise<Result<null>>
  /** All of them at once and atomically. */
  replace(name: string, lines: readonly string[]): Promise<Result<null>>
  remove(name: string): Promise<Result<null>>
}

/** Everything that the app has stored on this computer. */
export interface AppData {
  /** Removes all documents but the named ones, with their copies and temporary files, all append logs and all logs. */
  removeAll(keptDocuments: readonly string[]): Result<null>
}

/** Names and values, none of them secret, for the diagnostics. */
export type Section = {
  readonly title: string
  readonly facts: readonly (readonly [name: string, value: string])[]
}

/** What only the desktop knows of the place in which the app runs. */
export interface Surroundings {
  /** Versions, system, display, keyring, tray. Asks nothing of the keyring. Never rejects. */
  describe(): Promise<readonly Section[]>
  /** Whether the system has any link at all. */
  isOnline(): boolean
  /** How requests to this address go, as in a PAC file: `DIRECT`, `PROXY host:port`. May reject. */
  resolveProxy(address: string): Promise<string>
  /** The addresses of a name; none when there is no such name. */
  resolveHost(name: string): Promise<readonly string[]>
}

/** How main broke; nothing in it is secret. */
export type Crash = {
  readonly version: 1
  readonly at: number
  readonly appVersion: string
  /** Name and message of what was thrown. */
  readonly error: string
  readonly stack: readonly string[]
  /** Whether the user has been told. */
  readonly told: boolean
}

/** What earlier moments and runs have written down, for the diagnostics. */
export interface Records {
  /** The log's lines, oldest first, at most about that many bytes from its end. */
  log(mostBytes: number): readonly string[]
  /** How main broke the last time, if it ever did. */
  crash(): Crash | null
  /** The user has been told of it. */
  crashWasTold(): void
}

/** Files of the user's own, which the system's dialogs ask for. Their paths never leave main. */
export interface Files {
  /** Null when the user changed their mind. */
  askWhereToSave(suggestedName: string, kind: 'csv' | 'json' | 'txt'): Promise<string | null>
  askWhatToOpen(kind: 'json'): Promise<string | null>
  /** Refuses what is larger than `mostBytes`. */
  read(path: string, mostBytes: number): Promise<Result<string>>
  /** Atomically, readable for its owner only. */
  write(path: string, text: string): Promise<Result<null>>
}

export interface Randomness {
  /** 0 (inclusive) to 1 (exclusive). */
  fraction(): number
  /** Never the same twice, and not to be guessed. */
  uuid(): string
}

export interface Log {
  /** One event, one line. Details hold no secret. */
  info(event: string, details?: Readonly<Record<string, unknown>>): void
  warn(event: string, details?: Readonly<Record<string, unknown>>): void
  failure(event: string, failure: Failure): void
}

/** What the desktop can do for a user's click. */
export interface Desktop {
  /** Opens the system browser; false when nothing could. */
  openBrowser(address: string): Promise<boolean>
  /** False when the clipboard didn't take it. */
  copyText(text: string): Promise<boolean>
  relaunch(): void
  /** In order, and without asking again. */
  quit(): void
  /** The window's first state is in its page: it can come into view. */
  windowRendered(): void
  /** Whether the window holds typing that is kept nowhere else, and so must not be thrown away. */
  holdTyping(unsaved: boolean): void
}

/** What a change of the settings does to the desktop; a failure means that nothing changed. */
export interface DesktopSettings {
  apply(change: Partial<Settings>, whole: Settings): Promise<Result<null>>
  /** Whether the system starts the app after the login: its user can switch that off there, too. */
  opensAtLogin(settings: Settings): boolean
}

/** The clipboard, for what nobody else should keep. */
export interface SecretClipboard {
  /** With the hints by which clipboard managers and histories leave it alone; false when it wasn't taken. */
  write(secret: string): Promise<boolean>
  /** The text that is there now, `''` for none; null when it can't be read. */
  read(): Promise<string | null>
  clear(): Promise<void>
}

/** `.env` files of the user's own, which the system's dialogs ask for. */
export interface EnvFiles {
  /**
   * Sets `PARALLEL_API_KEY` in a file that the user chooses, after warning of what could make it public.
   * @returns the file's name; null when the user changed their mind
   */
  save(secret: string): Promise<Result<{ readonly savedAs: string } | null>>
}

/** About this machine, for the registration (the vendor's API reference lists the fields). */
export type Platform = {
  readonly machine: string
  readonly os_name: string
  readonly processor: string
  readonly release: string
  readonly system: string
  readonly version: string
}

/** Finds newer versions of the app, fetches them, and puts them in place. Where there is none, the port is null. */
export interface Updater {
  /** Who installs what is found; null: the app itself, and only then the rest of this is used. */
  readonly by: UpdatedBy | null
  /** The newest release, if it is newer than what runs. Ends early when the signal does. */
  find(signal: AbortSignal): Promise<Result<string | null>>
  /**
   * Fetches what `find` found last and verifies it. `bad-file` when it isn't what was announced: nothing of it is kept.
   * @param arrived is told the fraction of the bytes that are here, 0 to 1, often
   */
  download(arrived: (fraction: number) => void, signal: AbortSignal): Promise<Result<null>>
  /** Installs what was downloaded, as the last thing of all. @returns true when it then ends the app itself */
  install(restart: boolean): boolean
}
