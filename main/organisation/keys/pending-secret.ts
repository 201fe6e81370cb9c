/**
 * The secret of a new key, which the server never sends again. It is held only in memory until the user has stored it
 * elsewhere; one at a time in the whole app.
 */
import { failed, ok, type PendingSecret, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Clock, EnvFiles, SecretClipboard } from '../../ports.ts'
import { hasElapsed } from '../../timeout.ts'
import { SecretOnClipboard } from './secret-on-clipboard.ts'

/** From the first copy or save. */
const dropAfterMs = 15 * 60_000

export type NewKeyInfo = {
  readonly organisationId: string
  readonly organisationName: string
  readonly appName: string
  readonly keyName: string
  /** The row in the ledger. */
  readonly keyId: string
}

export type SecretHolderDeps = {
  readonly clock: Clock
  readonly clipboard: SecretClipboard
  readonly envFiles: EnvFiles
  readonly report: (shown: PendingSecret | null) => void
}

type HeldSecret = {
  readonly key: NewKeyInfo
  readonly value: string
  readonly dropTimer: AbortController
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

  /** The key of the held secret. */
  get key(): NewKeyInfo | null {
    return this.#held?.key ?? null
  }

  /** Secrets to redact from logs and diagnostics. */
  get secretsAlive(): readonly string[] {
    return this.#held === null ? [] : [this.#held.value]
  }

  /** Reserves the holder before a key is created; false when it is taken. Must be followed by `hold` or `release`. */
  reserve(): boolean {
    if (this.#held !== null || this.#isReserved) return false
    this.#isReserved = true
    return true
  }

  /** Frees the reservation: the key was not created, or its secret is missing. */
  release(): void {
    this.#isReserved = false
  }

  hold(value: string, key: NewKeyInfo): void {
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
    this.#held = { key, value, shown, saving: false, dropTimer: new AbortController() }
    this.#deps.report(shown)
  }

  async copy(): Promise<Result<null>> {
    const held = this.#held
    if (held === null) return noSecret
    if (!(await this.#onClipboard.write(held.value))) {
      return failed(failure('clipboard', 'The clipboard took nothing.'))
    }
    this.#change(held, { copiedAt: this.#deps.clock.now(), ...this.#onClipboard.shown })
    return ok(null)
  }

  /** The secret in plain text, when the user asked to see it. */
  reveal(): Result<string> {
    return this.#held === null ? noSecret : ok(this.#held.value)
  }

  /** Saves the secret into a file that the user chooses; does nothing when the user cancels. */
  async save(): Promise<Result<null>> {
    const held = this.#held
    if (held === null) return noSecret
    if (held.saving) return saveInProgress
    held.saving = true
    const saved = await this.#deps.envFiles.save(held.value)
    held.saving = false
    if (!saved.ok) return saved
    if (saved.value !== null) this.#change(held, { savedAs: saved.value.savedAs })
    return ok(null)
  }

  /** Drops the secret; refused until it was copied or saved. */
  done(): Result<null> {
    const held = this.#held
    if (held === null) return noSecret
    if (held.saving) return saveInProgress
    if (held.shown.copiedAt === null && held.shown.savedAs === null) {
      return failed(failure('invalid', 'The secret was neither copied nor saved.'))
    }
    this.#drop(held)
    return ok(null)
  }

  /** Drops the secret of a key that was deleted. */
  dropForKeys(keyIds: readonly string[]): void {
    if (this.#held !== null && keyIds.includes(this.#held.key.keyId)) this.#drop(this.#held)
  }

  /** At quit: drops the secret and clears it from the clipboard. */
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
    if (isFirst) void this.#scheduleDrop(held)
  }

  async #scheduleDrop(held: HeldSecret): Promise<void> {
    const { signal } = held.dropTimer
    if (await hasElapsed(this.#deps.clock, dropAfterMs, signal)) this.#drop(held)
  }

  #drop(held: HeldSecret): void {
    if (this.#held !== held) return
    held.dropTimer.abort()
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

/** Shows only the last four characters, and hides the length. */
function masked(value: string): string {
  const points = [...value]
  return `••••••••${points.length < 12 ? '••••' : points.slice(-4).join('')}`
}

const noSecret = failed(failure('not-found', 'There is no secret to put away.'))
const saveInProgress = failed(failure('busy', 'The secret is being saved.'))
