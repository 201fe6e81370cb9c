/** The window is shown after this time even if its page has not rendered. */
const maxWaitMs = 2000

/**
 * Delays showing a new window until its page has rendered, for at most two seconds. The page reports that itself: on
 * Wayland a hidden window gets neither `ready-to-show` nor animation frames (electron/electron#48859).
 */
export class DeferredShow {
  readonly #show: () => void
  readonly #timeout: NodeJS.Timeout
  #isReady = false
  #isRequested = true

  /**
   * @param show brings the window to the front; called for each request once the page has rendered
   * @param onLate called when the page took too long
   */
  constructor(show: () => void, onLate: () => void) {
    this.#show = show
    this.#timeout = setTimeout(() => {
      onLate()
      this.ready()
    }, maxWaitMs)
  }

  /** The window was requested and is not visible yet. */
  get isPending(): boolean {
    return this.#isRequested && !this.#isReady
  }

  /** Shows the window, now or once its page has rendered. */
  request(): void {
    this.#isRequested = true
    if (this.#isReady) this.#show()
  }

  /** The user closed the window: it stays hidden until the next request. */
  withdraw(): void {
    this.#isRequested = false
  }

  /** The page has rendered, or never will. Only the first call shows the window: a page may reload while hidden. */
  ready(): void {
    if (this.#isReady) return
    clearTimeout(this.#timeout)
    this.#isReady = true
    if (this.#isRequested) this.#show()
  }

  /** The window was destroyed. */
  cancel(): void {
    clearTimeout(this.#timeout)
    this.#isRequested = false
  }
}
