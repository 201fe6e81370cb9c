/** Clears a copied secret from the clipboard again, if it is still there. Outlives the secret that was copied. */
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
  /** A digest of what was written is enough to recognise it. */
  #written: { readonly digest: string; readonly clearing: AbortController } | null = null
  #shown: { readonly clearsAt: number | null; readonly clipboardUnverified: boolean } = untouched

  constructor(deps: SecretOnClipboardDeps) {
    this.#deps = deps
  }

  get shown(): { readonly clearsAt: number | null; readonly clipboardUnverified: boolean } {
    return this.#shown
  }

  /** False when the clipboard didn't take it. */
  async write(secret: string): Promise<boolean> {
    const { clipboard, clock, onChanged } = this.#deps
    if (!(await clipboard.write(secret))) return false
    // A clipboard that another program blocks takes nothing, and the system doesn't say so.
    const held = await clipboard.read()
    if (held !== null && held !== secret) return false
    this.#written?.clearing.abort()
    const clearing = new AbortController()
    this.#written = { digest: digestOf(secret), clearing }
    this.#shown = { clearsAt: clock.now() + clearAfterMs, clipboardUnverified: false }
    onChanged()
    void hasElapsed(clock, clearAfterMs, clearing.signal).then((isTime) =>
      isTime ? this.clearNow() : undefined,
    )
    return true
  }

  /** Clears the clipboard if it holds the secret. One that can't be read is left as it is, which is shown. */
  async clearNow(): Promise<void> {
    const written = this.#written
    if (written === null) return
    this.#written = null
    written.clearing.abort()
    const { clipboard, onChanged } = this.#deps
    const held = await clipboard.read()
    const isOurs = held !== null && digestOf(held) === written.digest
    // Copied again in the meantime: that copy has its own minute.
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
