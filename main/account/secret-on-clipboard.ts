/** A secret on the clipboard is taken off it again, if it is still there. Outlives the secret it came from. */
import { createHash } from 'node:crypto'
import type { Clock, SecretClipboard } from '../ports.ts'
import { passed } from './deadline.ts'

const clearAfterMs = 60_000

type Dependencies = {
  readonly clock: Clock
  readonly clipboard: SecretClipboard
  readonly changed: () => void
}

export class SecretOnClipboard {
  readonly #its: Dependencies
  /** What was written, as a digest: to recognise it is all that is needed. */
  #written: { readonly digest: string; readonly clearing: AbortController } | null = null
  #shown: { readonly clearsAt: number | null; readonly clipboardUnverified: boolean } = untouched

  constructor(dependencies: Dependencies) {
    this.#its = dependencies
  }

  get shown(): { readonly clearsAt: number | null; readonly clipboardUnverified: boolean } {
    return this.#shown
  }

  /** False when the clipboard didn't take it. */
  async write(secret: string): Promise<boolean> {
    const { clipboard, clock, changed } = this.#its
    if (!(await clipboard.write(secret))) return false
    this.#written?.clearing.abort()
    const clearing = new AbortController()
    this.#written = { digest: digestOf(secret), clearing }
    this.#shown = { clearsAt: clock.now() + clearAfterMs, clipboardUnverified: false }
    changed()
    void passed(clock, clearAfterMs, clearing.signal).then((isTime) => (isTime ? this.clearNow() : undefined))
    return true
  }

  /** Empties the clipboard if it holds the secret; what can't be read is left as it is, and that is shown. */
  async clearNow(): Promise<void> {
    const written = this.#written
    if (written === null) return
    this.#written = null
    written.clearing.abort()
    const { clipboard, changed } = this.#its
    const held = await clipboard.read()
    const isOurs = held !== null && digestOf(held) === written.digest
    // Copied once more meanwhile: that has its own minute.
    if (this.#written !== null) return
    if (isOurs) await clipboard.clear()
    this.#shown = { clearsAt: null, clipboardUnverified: held === null }
    changed()
  }
}

const untouched = { clearsAt: null, clipboardUnverified: false }

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
