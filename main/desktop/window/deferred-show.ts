/** When a new window comes into view. */

/** A page that takes longer is shown as far as it is. */
const maxWaitMs = 2000

/**
 * Holds a new window back until its page has rendered, or for two seconds at most. The page itself has to say so: on
 * Wayland a hidden window gets neither `ready-to-show` nor animation frames (electron/electron#48859).
 */
export class DeferredShow {
  readonly #show: () => void
  readonly #limit: NodeJS.Timeout
  #isReady = false
  #isWanted = true

  /**
   * @param show brings the window to the front; called for each request once the page has rendered
   * @param onLate the page took too long
   */
  constructor(show: () => void, onLate: () => void) {
    this.#show = show
    this.#limit = setTimeout(() => {
      onLate()
      this.ready()
    }, maxWaitMs)
  }

  /** The window is wanted and can't be seen yet. */
  get isPending(): boolean {
    return this.#isWanted && !this.#isReady
  }

  /** Shows the window, now or once its page has rendered. */
  request(): void {
    this.#isWanted = true
    if (this.#isReady) this.#show()
  }

  /** The user has closed the window: it stays hidden until it is requested again. */
  withdraw(): void {
    this.#isWanted = false
  }

  /** The page has rendered, or never will. Only the first call shows the window: a page may load anew while hidden. */
  ready(): void {
    if (this.#isReady) return
    clearTimeout(this.#limit)
    this.#isReady = true
    if (this.#isWanted) this.#show()
  }

  /** The window is gone. */
  cancel(): void {
    clearTimeout(this.#limit)
    this.#isWanted = false
  }
}
