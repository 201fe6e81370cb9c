/**
 * The secret of a key that was just made: the server never sends it again. It is held in memory only, until the user has
 * stored it elsewhere. One at a time in the whole app.
 */
import { failed, ok, type PendingSecret, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Clock, EnvFiles, SecretClipboard } from '../../ports.ts'
import { hasElapsed } from '../../timeout.ts'
import { SecretOnClipboard } from './secret-on-clipboard.ts'

/** Counted from when it was first copied or saved. */
const dropAfterMs = 15 * 60_000

export type FreshKey = {
  readonly organisationId: string
  readonly organisationName: string
  readonly appName: string
  readonly keyName: string
  /** Its row in the ledger. */
  readonly keyId: string
}

export type SecretHolderDeps = {
  readonly clock: Clock
  readonly clipboard: SecretClipboard
  readonly envFiles: EnvFiles
  readonly report: (shown: PendingSecret | null) => void
}

type HeldSecret = {
  readonly key: FreshKey
  readonly value: string
  readonly dropping: AbortController
  shown: PendingSecret
  saving: boolean
}

export class SecretHolder {
  readonly #deps: SecretHolderDeps
  readonly #onClipboard: SecretOnClipboard
  #held: HeldSecret | null = null
  #isReserved = false

  constructor(deps: SecretHolderDeps) {
    this.#deps = deps
    this.#onClipboard = new SecretOnClipboard({
      clock: deps.clock,
      clipboard: deps.clipboard,
      onChanged: () => this.#showClipboard(),
    })
  }

  /** Which key it belongs to. */
  get key(): FreshKey | null {
    return this.#held?.key ?? null
  }

  /** For the redaction. */
  get secretsAlive(): readonly string[] {
    return this.#held === null ? [] : [this.#held.value]
  }

  /** Reserves the holder for a key that is about to be made; false when it is taken. `hold` or `release` follows. */
  reserve(): boolean {
    if (this.#held !== null || this.#isReserved) return false
    this.#isReserved = true
    return true
  }

  /** The key was not made, or came without its secret. */
  release(): void {
    this.#isReserved = false
  }

  hold(value: string, key: FreshKey): void {
    this.#isReserved = false
    const shown: PendingSecret = {
      organisationId: key.organisationId,
      organisationName: key.organisationName,
      appName: key.appName,
      keyName: key.keyName,
      masked: masked(value),
      copiedAt: null,
      clearsAt: null,
      clipboardUnverified: false,
      savedAs: null,
      expiresAt: null,
    }
    this.#held = { key, value, shown, saving: false, dropping: new AbortController() }
    this.#deps.report(shown)
  }

  async copy(): Promise<Result<null>> {
    const held = this.#held
    if (held === null) return nothing
    if (!(await this.#onClipboard.write(held.value))) {
      return failed(failure('clipboard', 'The clipboard took nothing.'))
    }
    this.#change(held, { copiedAt: this.#deps.clock.now(), ...this.#onClipboard.shown })
    return ok(null)
  }

  /** The secret itself, for a click that asked to see it. */
  reveal(): Result<string> {
    return this.#held === null ? nothing : ok(this.#held.value)
  }

  /** Saves it into a file that the system's dialog asks for; nothing happens when the user cancels. */
  async save(): Promise<Result<null>> {
    const held = this.#held
    if (held === null) return nothing
    if (held.saving) return underWay
    held.saving = true
    const saved = await this.#deps.envFiles.save(held.value)
    held.saving = false
    if (!saved.ok) return saved
    if (saved.value !== null) this.#change(held, { savedAs: saved.value.savedAs })
    return ok(null)
  }

  /** Refused until it was copied or saved. */
  done(): Result<null> {
    const held = this.#held
    if (held === null) return nothing
    if (held.saving) return underWay
    if (held.shown.copiedAt === null && held.shown.savedAs === null) {
      return failed(failure('invalid', 'The secret was neither copied nor saved.'))
    }
    this.#drop(held)
    return ok(null)
  }

  /** Drops the secret of a key that was deleted. */
  dropOf(keyIds: readonly string[]): void {
    if (this.#held !== null && keyIds.includes(this.#held.key.keyId)) this.#drop(this.#held)
  }

  /** The app ends: clears the clipboard if the secret is there, and drops it. */
  async end(): Promise<void> {
    if (this.#held !== null) this.#drop(this.#held)
    await this.#onClipboard.clearNow()
  }

  #change(held: HeldSecret, change: Partial<PendingSecret>): void {
    if (this.#held !== held) return
    const isFirst = held.shown.expiresAt === null
    const expiresAt = held.shown.expiresAt ?? this.#deps.clock.now() + dropAfterMs
    held.shown = { ...held.shown, ...change, expiresAt }
    this.#deps.report(held.shown)
    if (isFirst) void this.#dropLater(held)
  }

  async #dropLater(held: HeldSecret): Promise<void> {
    const { signal } = held.dropping
    if (await hasElapsed(this.#deps.clock, dropAfterMs, signal)) this.#drop(held)
  }

  #drop(held: HeldSecret): void {
    if (this.#held !== held) return
    held.dropping.abort()
    this.#held = null
    this.#deps.report(null)
  }

  #showClipboard(): void {
    const held = this.#held
    if (held === null || held.shown.copiedAt === null) return
    held.shown = { ...held.shown, ...this.#onClipboard.shown }
    this.#deps.report(held.shown)
  }
}

/** All but the last four characters hidden, and how many those are, too. */
function masked(value: string): string {
  const points = [...value]
  return `••••••••${points.length < 12 ? '••••' : points.slice(-4).join('')}`
}

const nothing = failed(failure('not-found', 'There is no secret to put away.'))
const underWay = failed(failure('busy', 'The secret is being saved.'))
