/**
 * The clicks, touches and key presses that the system has delivered to the window. Main hears of them from Chromium's
 * browser process (`input-event` of webContents) before the page does; what the page makes up itself, and what assistive
 * technology activates, never passes there.
 */
import type { InputEvent } from 'electron'

/** Each begins a deliberate action; moving, scrolling and letting go don't. */
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

  /** Whether there was one within that time. It counts once. */
  take(maxAgeMs: number): boolean {
    const isRecent = this.isWithin(maxAgeMs)
    this.#lastAt = null
    return isRecent
  }

  /** Whether there was one within that time, and none of it was taken. */
  isWithin(maxAgeMs: number): boolean {
    return this.#lastAt !== null && this.#elapsed() - this.#lastAt <= maxAgeMs
  }
}
