/** Clears a copied secret from the clipboard after a minute, if it is still there, even when the app has dropped it. */
import { createHash } from 'node:crypto'
import type { Clock, SecretClipboard } from '../../ports.ts'
import { hasElapsed } from '../../timeout.ts'

const clearAfterMs = 60_000

type SecretOnClipboardDeps = {
  readonly clock: Clock
  readonly clipboard: SecretClipboard
  readonly onChanged: () => void
}

export class SecretOnClipboard {
  readonly #deps: SecretOnClipboardDeps
  /** A digest suffices to recognise the secret. */
  #written: { readonly digest: string; readonly clearTimer: AbortController } | null = null
  #shown: { readonly clearsAt: number | null; readonly clipboardUnverified: boolean } = untouched

  constructor(deps: SecretOnClipboardDeps) {
    this.#deps = deps
  }

  get shown(): { readonly clearsAt: number | null; readonly clipboardUnverified: boolean } {
    return this.#shown
  }

  /** False when the clipboard refused it. */
  async write(secret: string): Promise<boolean> {
    const { clipboard, clock, onChanged } = this.#deps
    if (!(await clipboard.write(secret))) return false
    // A write to a clipboard that another program blocks has no effect, and the system reports no error.
    const held = await clipboard.read()
    if (held !== null && held !== secret) return false
    this.#written?.clearTimer.abort()
    const clearTimer = new AbortController()
    this.#written = { digest: digestOf(secret), clearTimer }
    this.#shown = { clearsAt: clock.now() + clearAfterMs, clipboardUnverified: false }
    onChanged()
    void hasElapsed(clock, clearAfterMs, clearTimer.signal).then((isDue) =>
      isDue ? this.clearNow() : undefined,
    )
    return true
  }

  /** Clears the clipboard if it contains the secret. An unreadable one is left unchanged, which the window shows. */
  async clearNow(): Promise<void> {
    const written = this.#written
    if (written === null) return
    this.#written = null
    written.clearTimer.abort()
    const { clipboard, onChanged } = this.#deps
    const held = await clipboard.read()
    const isOurs = held !== null && digestOf(held) === written.digest
    // Copied again in the meantime: that copy has its own timer.
    if (this.#written !== null) return
    if (isOurs) await clipboard.clear()
    this.#shown = { clearsAt: null, clipboardUnverified: held === null }
    onChanged()
  }
}

const untouched = { clearsAt: null, clipboardUnverified: false }

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
