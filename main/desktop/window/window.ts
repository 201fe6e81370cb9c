/** The app's only window: created on demand, and destroyed a while after it was closed. */
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { type AppState, channels } from '../../../preload/contract/index.ts'
import type { Clock, Presence, Store } from '../../ports.ts'
import { reached, startTimeline } from '../start/timeline.ts'
import { isAppAddress } from './app-address.ts'
import { type CreateWindowOptions, createWindow, loadPage } from './create-window.ts'
import { DeferredShow } from './deferred-show.ts'
import { RestartLimit } from './restart-limit.ts'
import { SavedBounds } from './saved-bounds.ts'
import { UserInput } from './user-input.ts'
import { logWindowErrors } from './window-errors.ts'

/** While the window is hidden only to be raised, its page reports that it isn't drawn, at the latest after this time. */
const raisingMs = 1000
/** A focused window that had an input within this time is certainly in view. */
const inUseMs = 2000
/** After this time without an input the user may be on another workspace. */
const inViewMs = 60_000
/** ERR_ABORTED: another navigation has replaced this one. */
const netErrorAborted = -3
const paintedLogDelayMs = 500
/** A closed window is often reopened soon, except on Wayland; after this time its process only costs memory. */
const destroyDelayMs = 30_000
/**
 * A signal to the whole process group (Ctrl+C in a terminal, the stop of a service) also ends the window's process, often
 * before Electron reports the signal to the app, which may take this long.
 */
const signalDelayMs = 500

export type MainWindowOptions = CreateWindowOptions & {
  /** On Wayland an app can't see whether its window is minimised or on another workspace, and can't raise it. */
  readonly isWayland: boolean
  readonly clock: Clock
  readonly store: Store
}

export type WindowListeners = {
  /**
   * What a click on close does now. `close` lets the window close because the app is quitting. `stay`: the caller handles
   * it, by quitting or by closing the window again later.
   */
  readonly onClose: () => 'hide' | 'minimise' | 'close' | 'stay'
  /** Whether the app is quitting: then the window is not recreated. */
  readonly isQuitting: () => boolean
  /** The window became visible, so the caller sends the current state. */
  readonly onShown: () => void
  readonly onHidden: () => void
  /** The window was recreated after its process ended while it was visible. */
  readonly onRecreated: () => void
}

const noListeners: WindowListeners = {
  isQuitting: () => false,
  onClose: () => 'close',
  onShown: () => {},
  onHidden: () => {},
  onRecreated: () => {},
}

/** Shows a dialog with the window as its parent, if the window is visible. */
export type WithParentWindow = <T>(show: (parent: BrowserWindow | null) => Promise<T>) => Promise<T>

export class MainWindow implements Presence {
  readonly #options: MainWindowOptions
  readonly #input: UserInput
  #listeners: WindowListeners = noListeners
  readonly #recreateLimit = new RestartLimit(3, 60_000)
  readonly #savedBounds: SavedBounds
  #window: BrowserWindow | null = null
  /** Belongs to `#window`. */
  #deferredShow: DeferredShow | null = null
  #isProtected = false
  /** The page reported that the compositor doesn't draw it. */
  #isPageHidden = false
  /** The visibility that was last reported to the listeners. */
  #reportedVisible = false
  /** Holds reports back while the window is hidden only to be shown again. */
  #isRaising = false
  #raisedAt = Number.NEGATIVE_INFINITY
  /** False for a window that was rebuilt while the user worked in another program. */
  #takesFocus = true
  /** Cancels the pending destruction of a closed window. */
  #destroyTimer: AbortController | null = null
  #pendingClose: symbol | null = null
  #onFirstRendered = (): void => {}
  /** Resolves when the page of the first window has rendered its first state. */
  readonly firstRendered = new Promise<void>((resolve) => {
    this.#onFirstRendered = resolve
  })
  #hasUnsavedInput = false
  /** The number of open system dialogs whose parent is the window. */
  #openDialogs = 0

  constructor(options: MainWindowOptions) {
    this.#options = options
    const { store, log, clock } = options
    this.#input = new UserInput(() => clock.elapsed())
    this.#savedBounds = new SavedBounds(store, log)
  }

  /** Call it at the latest when the window has asked for its page: before that it can't be seen or closed. */
  listen(listeners: WindowListeners): void {
    this.#listeners = listeners
  }

  /** Whether the window is shown and not minimised, as far as the system reports. */
  get isVisible(): boolean {
    return this.#window?.isVisible() === true && !this.#window.isMinimized() && !this.#isPageHidden
  }

  /**
   * Whether the user certainly has the window in view. On Wayland only the focus says so, and on GNOME a window keeps it on
   * another workspace: there the last input must be recent, too.
   */
  get isInView(): boolean {
    if (!this.#options.isWayland) return this.isVisible
    return this.isVisible && this.isFocused && this.#input.isWithin(inViewMs)
  }

  get isFocused(): boolean {
    return this.#window?.isFocused() === true
  }

  consumeInput(maxAgeMs: number): boolean {
    return this.#input.consume(maxAgeMs)
  }

  /** Brings the window to the front; creates it if there is none or its process is gone. Does nothing while quitting. */
  show(): void {
    if (this.#listeners.isQuitting()) return
    this.#destroyTimer?.abort()
    this.#destroyTimer = null
    this.#pendingClose = null
    if (this.#window?.webContents.isCrashed()) this.#destroy(this.#window)
    this.#takesFocus = true
    if (this.#window === null) this.#create()
    else this.#deferredShow?.request()
  }

  /** The page has rendered its first state. */
  rendered(): void {
    this.#deferredShow?.ready()
    this.#onFirstRendered()
    if (!reached('painted')) return
    const timeline = startTimeline(process.getCreationTime())
    // Later, as removing the tokens of many organisations from a line takes longer than a frame.
    setTimeout(() => this.#options.log.info('window painted', timeline), paintedLogDelayMs)
  }

  /**
   * The page reports whether the compositor draws it, which on Wayland is the only sign of a window that the user has
   * minimised (xdg_toplevel `suspended`). Elsewhere the window's own events are enough.
   */
  setPageVisible(isVisible: boolean): void {
    if (!this.#options.isWayland) return
    if (!isVisible && performance.now() - this.#raisedAt < raisingMs) return
    this.#isPageHidden = !isVisible
    this.#reportVisibility()
  }

  /** Like a click on close. */
  close(): void {
    this.#window?.close()
  }

  /** Closes the window once the promise resolves, unless it is shown again before that. */
  closeAfter(ready: Promise<unknown>): void {
    const pending = Symbol()
    this.#pendingClose = pending
    void ready.then(() => {
      if (this.#pendingClose === pending) this.close()
    })
  }

  /** Hides the window from screenshots and screen sharing on Windows; on macOS only from programs that still respect that. */
  protect(isProtected: boolean): void {
    if (this.#isProtected === isProtected) return
    this.#isProtected = isProtected
    this.#window?.setContentProtection(isProtected)
  }

  get hasUnsavedInput(): boolean {
    return this.#hasUnsavedInput
  }

  /** Sets whether the page has unsaved input; while it has, a closed window is only hidden, not destroyed. */
  setHasUnsavedInput(unsaved: boolean): void {
    this.#hasUnsavedInput = unsaved
    this.#scheduleDestroyIfClosed()
  }

  /**
   * Shows a system dialog over the window, or without a parent while the window is hidden. The window isn't destroyed
   * until the dialog is closed: a dialog that has lost its parent may never return.
   */
  readonly withParentWindow: WithParentWindow = async (show) => {
    this.#openDialogs += 1
    try {
      return await show(this.isVisible ? this.#window : null)
    } finally {
      this.#openDialogs -= 1
      this.#scheduleDestroyIfClosed()
    }
  }

  /** Sends the state to the page if the window is visible, or will be as soon as it has rendered. */
  send(state: AppState): void {
    if (this.#window === null || !(this.isVisible || this.#deferredShow?.isPending)) return
    this.#window.webContents.send(channels.state, state)
  }

  /** Whether an IPC call comes from the window's main frame and the app's page. */
  isSender(event: IpcMainInvokeEvent): boolean {
    const frame = event.senderFrame
    const contents = this.#window?.webContents
    return frame !== null && contents !== undefined && frame === contents.mainFrame && isAppAddress(frame.url)
  }

  #create(): void {
    const window = createWindow(this.#options, this.#savedBounds.forNewWindow())
    this.#window = window
    const deferredShow = new DeferredShow(
      () => {
        if (this.#listeners.isQuitting()) return
        if (this.#takesFocus) this.#bringToFront(window)
        else window.showInactive()
      },
      () => this.#options.log.warn('window shown before its page had rendered'),
    )
    this.#deferredShow = deferredShow
    // Not called with `false`: on Windows that creates a layered window, which never appears under Wine.
    if (this.#isProtected) window.setContentProtection(true)
    this.#addListeners(window, deferredShow)
    loadPage(window, this.#options.log)
    reached('window')
  }

  #addListeners(window: BrowserWindow, deferredShow: DeferredShow): void {
    const { log } = this.#options
    window.webContents.on('did-fail-load', (_event, code, _text, _address, isMainFrame) => {
      if (isMainFrame && code !== netErrorAborted) deferredShow.ready()
    })
    window.webContents.on('page-title-updated', (event) => event.preventDefault())
    window.webContents.on('input-event', (_event, input) => this.#input.add(input))
    logWindowErrors(window.webContents, log)
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      log.warn('window process gone', { reason, exitCode })
      void this.#recreate(window)
    })
    for (const event of ['show', 'restore', 'focus'] as const) {
      window.on(event as 'show', () => {
        this.#isPageHidden = false
        this.#reportVisibility()
      })
    }
    for (const event of ['hide', 'minimize'] as const)
      window.on(event as 'hide', () => this.#reportVisibility())
    for (const event of ['move', 'resize'] as const)
      window.on(event as 'move', () => this.#savedBounds.scheduleSave(window))
    window.on('close', (event) => {
      this.#savedBounds.save(window)
      const closeAction = this.#listeners.onClose()
      if (closeAction === 'close') return
      event.preventDefault()
      if (closeAction === 'hide') this.#hide(window, deferredShow)
      if (closeAction === 'minimise') window.minimize()
    })
    window.on('closed', () => {
      if (this.#window === window) this.#detach()
    })
  }

  #hide(window: BrowserWindow, deferredShow: DeferredShow): void {
    if (this.#options.isWayland) {
      if (!this.#mustStayAlive) {
        this.#discard(window)
        return
      }
      // Hidden and shown again, it could abort the process (electron/electron#49253), so it stays minimised.
      if (window.isMinimized()) return
    }
    deferredShow.withdraw()
    window.hide()
    void this.#scheduleDestroy(window)
  }

  #bringToFront(window: BrowserWindow): void {
    const { isWayland } = this.#options
    // On Wayland the compositor decides whether to raise a window or to restore a minimised one, and usually only marks it
    // as urgent. A new one appears on the current workspace. The focus alone proves nothing: GNOME 43 doesn't report that a
    // window has lost it by a change of the workspace.
    const isInUse = window.isFocused() && this.#input.isWithin(inUseMs)
    if (isWayland && !isInUse && !this.#mustStayAlive && (window.isVisible() || window.isMinimized())) {
      this.#discard(window)
      this.#create()
      return
    }
    if (window.isMinimized()) window.restore()
    // A window that must stay is mapped anew instead, which sometimes fails. The parent of an open dialog must not be hidden.
    if (isWayland && !window.isFocused() && window.isVisible() && this.#openDialogs === 0) {
      this.#isRaising = true
      this.#raisedAt = performance.now()
      window.hide()
    }
    window.show()
    this.#isRaising = false
    this.#reportVisibility()
    // A listener may have closed the window.
    if (!window.isDestroyed()) window.focus()
  }

  /**
   * Destroys a window that was closed or is to be raised on Wayland. Shown again, GNOME takes it for 0×0 pixels large, puts
   * it into the corner of the screen and doesn't always draw it.
   */
  #discard(window: BrowserWindow): void {
    const wasVisible = this.#reportedVisible
    this.#savedBounds.save(window)
    this.#destroy(window)
    if (wasVisible) this.#listeners.onHidden()
  }

  #reportVisibility(): void {
    const { isVisible } = this
    if (this.#isRaising || isVisible === this.#reportedVisible) return
    this.#reportedVisible = isVisible
    if (isVisible) this.#listeners.onShown()
    else this.#listeners.onHidden()
  }

  get #mustStayAlive(): boolean {
    return this.#hasUnsavedInput || this.#openDialogs > 0
  }

  #scheduleDestroyIfClosed(): void {
    if (this.#mustStayAlive || this.#window === null || this.#destroyTimer === null) return
    void this.#scheduleDestroy(this.#window)
  }

  /** Destroys the hidden window later; its content is in the state, so nothing is lost. */
  async #scheduleDestroy(window: BrowserWindow): Promise<void> {
    this.#destroyTimer?.abort()
    const timer = new AbortController()
    this.#destroyTimer = timer
    const outcome = await this.#options.clock.wait(destroyDelayMs, timer.signal)
    if (outcome === 'aborted' || this.#mustStayAlive || window.isDestroyed()) return
    this.#destroy(window)
  }

  #destroy(window: BrowserWindow): void {
    this.#detach()
    window.destroy()
  }

  #detach(): void {
    this.#savedBounds.cancelSave()
    this.#destroyTimer?.abort()
    this.#destroyTimer = null
    this.#hasUnsavedInput = false
    this.#deferredShow?.cancel()
    this.#deferredShow = null
    this.#window = null
    this.#isPageHidden = false
    this.#reportedVisible = false
  }

  /**
   * Destroys a window whose process is gone; recreates one that was visible or about to be, unless its process ends too
   * often.
   */
  async #recreate(window: BrowserWindow): Promise<void> {
    const wasVisible = this.isVisible
    const wasPending = this.#deferredShow?.isPending === true
    if (!wasPending) this.#takesFocus = window.isFocused()
    const isWanted = wasVisible || wasPending
    const isAllowed = isWanted && this.#recreateLimit.allows(performance.now())
    if (isWanted && !isAllowed) {
      this.#options.log.warn('window not rebuilt', { why: 'its process ended too often' })
      if (wasPending) {
        // At start-up an empty window is better than none.
        this.#deferredShow?.ready()
        return
      }
      this.#listeners.onHidden()
    }
    this.#destroy(window)
    if (!isAllowed) return
    await this.#options.clock.wait(signalDelayMs, new AbortController().signal)
    if (this.#listeners.isQuitting() || this.#window !== null) return
    this.#create()
    if (wasVisible) this.#listeners.onRecreated()
  }
}
