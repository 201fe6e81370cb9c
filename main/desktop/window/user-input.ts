/**
 * Recent clicks, touches and key presses in the window. They come from Chromium's browser process (`input-event` of
 * webContents), so the page can't fake them. Activation by assistive technology doesn't appear there.
 */
import type { InputEvent } from 'electron'

/** Events that start a deliberate action, unlike moving, scrolling and releasing. */
const deliberate: ReadonlySet<string | undefined> = new Set<InputEvent['type']>([
  'mouseDown',
  'rawKeyDown',
  'keyDown',
  'touchStart',
  'gestureTap',
])

export class UserInput {
  readonly #elapsed: () => number
  #lastAt: number | null = null

  /** @param elapsed monotonic milliseconds */
  constructor(elapsed: () => number) {
    this.#elapsed = elapsed
  }

  add({ type }: Pick<InputEvent, 'type'>): void {
    if (deliberate.has(type)) this.#lastAt = this.#elapsed()
  }

  /** Whether there was an input within this time. Each counts only once. */
  consume(maxAgeMs: number): boolean {
    const isRecent = this.isWithin(maxAgeMs)
    this.#lastAt = null
    return isRecent
  }

  /** Whether there was an input within this time that nothing has consumed. */
  isWithin(maxAgeMs: number): boolean {
    return this.#lastAt !== null && this.#elapsed() - this.#lastAt <= maxAgeMs
  }
}
