/**
 * The ports of the logic. `main/desktop` implements them with Electron and the tests in memory, so that the logic runs
 * and is tested in plain Node.
 */
import type { Failure, Result, Settings, UpdatedBy } from '../preload/contract/index.ts'

export interface Clock {
  /** Wall clock time in epoch milliseconds, which may jump. */
  now(): number
  /** Monotonic milliseconds since a fixed moment; may stop while the machine sleeps. */
  elapsed(): number
  /**
   * Resolves after `ms` of elapsed time, earlier with `'woken'` when the machine wakes from sleep,
   * or at once with `'aborted'` when the signal aborts. Never rejects.
   */
  wait(ms: number, signal: AbortSignal): Promise<'elapsed' | 'woken' | 'aborted'>
}

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Absolute; only the two configured origins are allowed. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** One deadline for connecting, sending and reading. */
  readonly timeoutMs: number
}

export type HttpReply = {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Http {
  /** Resolves to a reply of any status, or to a network failure. Never rejects. */
  send(request: HttpRequest, signal: AbortSignal): Promise<Result<HttpReply>>
}

/** `weak`: encrypted with a key that is publicly known, because there is no keyring. */
export type Strength = 'strong' | 'weak'

export interface Secrets {
  /** Encrypts a dummy string, so that the user can be asked for consent before a sign-in. */
  probe(): Promise<Result<Strength>>
  encrypt(plaintext: string): Promise<Result<{ readonly ciphertext: string; readonly strength: Strength }>>
  /** `renew`: the system asks to encrypt it again with a newer key. */
  decrypt(ciphertext: string): Promise<Result<{ readonly plaintext: string; readonly renew: boolean }>>
  /** Whether the ciphertext was encrypted with a secret key, as far as its format shows. */
  strengthOf(ciphertext: string): Strength
}

/**
 * JSON documents, one file for each; each write replaces the file atomically. A name is the path below the documents'
 * folder, without the extension: `settings`, `organisations/1f0c…/ledger`.
 */
export interface Store {
  /** Undefined when there is no file; a file that is not JSON is set aside and reported. */
  read(name: string): Result<unknown>
  /** After `ok` the document is on the disk. */
  write(name: string, document: object): Result<null>
  /** Removes the document with all its copies and temporary files. */
  remove(name: string): Result<null>
  /** Removes everything in a folder but the named documents, and the folder once it is empty. */
  removeFolder(folder: string, except: readonly string[]): Result<null>
  /** The names of all documents in a folder and its subfolders. */
  list(folder: string): readonly string[]
  /** Copies the file under a name that contains the reason, and returns that name; the original stays. */
  copyAside(name: string, reason: 'unreadable' | 'newer'): Result<string>
}

/** Append-only line files, for data too large to be rewritten each time. Names are those of the `Store`. */
export interface AppendLog {
  /** Complete lines, oldest first, without a torn last line. Empty when there is no file. */
  read(name: string): Promise<Result<readonly string[]>>
  /** The lines must not contain line breaks. */
  append(name: string, lines: readonly string[]): Promise<Result<null>>
  /** Replaces all lines atomically. */
  replace(name: string, lines: readonly string[]): Promise<Result<null>>
  remove(name: string): Promise<Result<null>>
}

/** Everything that the app has stored on this computer. */
export interface AppData {
  /** Removes all documents but the named ones, with their copies and temporary files, all append logs and all logs. */
  removeAll(keptDocuments: readonly string[]): Result<null>
}

/** A section of the diagnostics: names and values, none of them secret. */
export type Section = {
  readonly title: string
  readonly facts: readonly (readonly [name: string, value: string])[]
}

/** Facts about the system and its network. */
export interface SystemProbe {
  /** Versions, system, display, keyring, tray. Does not access the keyring. Never rejects. */
  describe(): Promise<readonly Section[]>
  /** Whether the system has any network connection. */
  isOnline(): boolean
  /** The proxies for an address, in PAC format: `DIRECT`, `PROXY host:port`. May reject. */
  resolveProxy(address: string): Promise<string>
  /** The addresses of a host name; empty when it is unknown. */
  resolveHost(name: string): Promise<readonly string[]>
}

/** A crash of the main process; contains no secret. */
export type Crash = {
  readonly version: 1
  readonly at: number
  readonly appVersion: string
  /** Name and message of the error. */
  readonly error: string
  readonly stack: readonly string[]
  /** Whether the user has seen it. */
  readonly wasShown: boolean
}

/** The log and the crash record, for the diagnostics. */
export interface Records {
  /** The last lines of the log, oldest first, about `maxBytes` in total. */
  log(maxBytes: number): readonly string[]
  /** The last crash, if there was one. */
  crash(): Crash | null
  /** Records that the user has seen the crash. */
  markCrashShown(): void
}

/** Files that the user chooses in system dialogs. Their paths never leave the main process. */
export interface Files {
  /** Null when the user cancelled. */
  askWhereToSave(suggestedName: string, kind: 'csv' | 'json' | 'txt'): Promise<string | null>
  askWhatToOpen(kind: 'json'): Promise<string | null>
  /** Fails for a file larger than `maxBytes`. */
  read(path: string, maxBytes: number): Promise<Result<string>>
  /** Atomically, readable for its owner only. */
  write(path: string, text: string): Promise<Result<null>>
}

export interface Randomness {
  /** 0 (inclusive) to 1 (exclusive). */
  fraction(): number
  /** Unique and unguessable. */
  uuid(): string
}

export interface Log {
  /** Logs one line for an event. Details must not contain secrets. */
  info(event: string, details?: Readonly<Record<string, unknown>>): void
  warn(event: string, details?: Readonly<Record<string, unknown>>): void
  failure(event: string, failure: Failure): void
}

/** Desktop functions that commands use. */
export interface Desktop {
  /** Opens the system browser; false when that failed. */
  openBrowser(address: string): Promise<boolean>
  /** False when the clipboard refused it. */
  copyText(text: string): Promise<boolean>
  relaunch(): void
  /** Quits with an orderly shutdown, without asking the user again. */
  quit(): void
  /** The window's page has rendered its first state, so the window can be shown. */
  windowRendered(): void
  /** Sets whether the window's page is drawn, as the page itself sees it. */
  setPageVisible(isVisible: boolean): void
  /** Sets whether the window has unsaved input, which destroying it would lose. */
  setHasUnsavedInput(unsaved: boolean): void
}

/** What main itself knows about the user's presence, independent of the window's page. */
export interface Presence {
  /** The window is shown and not minimised. */
  readonly isVisible: boolean
  readonly isFocused: boolean
  /**
   * Whether a click, touch or key press arrived in the window within that time. It is consumed: the next call needs a new
   * one. Events that the page creates don't count.
   */
  consumeInput(maxAgeMs: number): boolean
}

/** A question of main to the user. Amounts are cents, organisations have their displayed names. */
export type ConsentQuestion =
  | { readonly kind: 'charge'; readonly organisation: string; readonly amountCents: number }
  /** Sends a top-up of unknown outcome again. */
  | { readonly kind: 'charge-again'; readonly organisation: string; readonly amountCents: number }
  | {
      readonly kind: 'over-limit'
      readonly organisation: string
      readonly amountCents: number
      readonly limitCents: number
    }
  /** `toCents` null: removes the daily limit. */
  | {
      readonly kind: 'raise-limit'
      readonly organisation: string
      readonly fromCents: number
      readonly toCents: number | null
    }
  | { readonly kind: 'reset' }

/** Native dialogs of the main process. */
export interface Consent {
  /** True only if the user agreed; never rejects. */
  ask(question: ConsentQuestion): Promise<boolean>
}

/** Applies settings to the desktop; after a failure nothing has changed. */
export interface DesktopSettings {
  apply(change: Partial<Settings>, whole: Settings): Promise<Result<null>>
  /** Whether the system opens the app at login; the user can switch that off in the system too. */
  opensAtLogin(settings: Settings): boolean
}

/** The clipboard, for secrets that clipboard managers should not store. */
export interface SecretClipboard {
  /** Writes with the hints that exclude the text from clipboard managers and histories; false when refused. */
  write(secret: string): Promise<boolean>
  /** The current text, `''` for none; null when the clipboard can't be read. */
  read(): Promise<string | null>
  clear(): Promise<void>
}

/** `.env` files that the user chooses in system dialogs. */
export interface EnvFiles {
  /**
   * Sets `PARALLEL_API_KEY` in a file that the user chooses, after a warning if the file could become public.
   * @returns the file's name; null when the user cancelled
   */
  save(secret: string): Promise<Result<{ readonly savedAs: string } | null>>
}

/** Platform fields of the client registration, as listed in the vendor's API reference. */
export type Platform = {
  readonly machine: string
  readonly os_name: string
  readonly processor: string
  readonly release: string
  readonly system: string
  readonly version: string
}

/** Finds, downloads and installs newer versions of the app. Null where the app has no updater. */
export interface Updater {
  /** What installs a found version; null if the app does: only then `download` and `install` are used. */
  readonly by: UpdatedBy | null
  /** The latest release if it is newer than the running version. Ends early when the signal aborts. */
  find(signal: AbortSignal): Promise<Result<string | null>>
  /**
   * Downloads the version that `find` found last and verifies it; on a mismatch it fails with `bad-file` and keeps nothing.
   * @param onProgress called often with the fraction of received bytes, 0 to 1
   */
  download(onProgress: (fraction: number) => void, signal: AbortSignal): Promise<Result<null>>
  /** Installs the download as the last step of a quit. @returns true if the installer then exits the app */
  install(restart: boolean): boolean
}
