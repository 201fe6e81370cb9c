/** The app's only window: created on demand, and destroyed a while after it was closed. */
import {
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  type IpcMainInvokeEvent,
  nativeTheme,
  type Session,
  screen,
} from 'electron'
import type * as v from 'valibot'
import { type AppState, channels } from '../../../preload/contract/index.ts'
import { words } from '../../../words/desktop.ts'
import type { Clock, Log, Presence, Store } from '../../ports.ts'
import { appDocument, type SmallDocument } from '../../storage/document.ts'
import { reached, startTimeline } from '../start/timeline.ts'
import { appOrigin, isAppAddress } from './app-address.ts'
import { DeferredShow } from './deferred-show.ts'
import { RestartLimit } from './restart-limit.ts'
import { UserInput } from './user-input.ts'
import { type Bounds, boundsSchema, minWindowSize, noSavedBounds, openingBounds } from './window-bounds.ts'
import { logWindowErrors } from './window-errors.ts'

const startAddress = `${appOrigin}/index.html`
/** The page's background colours, so that the window doesn't flash before the page is drawn. */
const background = { light: '#ffffff', dark: '#191c1b' }
/** The page of a window that is hidden only to be raised says so, too, within this time. */
const raisingMs = 1000
/** A window with the focus that was clicked or typed in within this time is certainly in view. */
const inUseMs = 2000
/** ERR_ABORTED: another navigation took the place of this one. */
const netErrorAborted = -3
const saveDelayMs = 500
/** A closed window is often reopened at once; after this time its process only costs memory. */
const destroyDelayMs = 30_000
/**
 * A signal to the whole process group (Ctrl+C in a terminal, the stop of a service) also ends the window's process, often
 * before Electron reports the signal to the app: that may take this long.
 */
const signalDelayMs = 500

export type MainWindowOptions = {
  /** The preload script's absolute path. */
  readonly preload: string
  /** The window's icon, on systems that don't take it from the app. */
  readonly icon?: string
  readonly session: Session
  readonly devTools: boolean
  /** Wayland tells no program whether its window is minimised or on another workspace, and raises none on request. */
  readonly isWayland: boolean
  readonly clock: Clock
  readonly store: Store
  readonly log: Log
}

export type WindowListeners = {
  /**
   * What a click on close does now. `close` lets the window close because the app is quitting. `stay`: the caller handles
   * it, by quitting or by closing the window again later.
   */
  readonly onClose: () => 'hide' | 'minimise' | 'close' | 'stay'
  /** Whether the app is quitting: then the window is not recreated. */
  readonly isQuitting: () => boolean
  /** The window became visible: the caller sends what changed while it was hidden. */
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
export type Over = <T>(show: (parent: BrowserWindow | null) => Promise<T>) => Promise<T>

export class MainWindow implements Presence {
  readonly #options: MainWindowOptions
  readonly #input: UserInput
  #listeners: WindowListeners = noListeners
  readonly #recreateLimit = new RestartLimit(3, 60_000)
  readonly #savedBounds: SmallDocument<v.InferOutput<typeof boundsSchema>>
  #window: BrowserWindow | null = null
  /** Belongs to `#window`. */
  #deferredShow: DeferredShow | null = null
  #isProtected = false
  /** The page said that the compositor draws nothing of it. */
  #isPageHidden = false
  /** What the listeners were told last. */
  #reportedVisible = false
  /** Holds reports back while the window is hidden only to be shown again. */
  #isRaising = false
  #raisedAt = Number.NEGATIVE_INFINITY
  /** False for a window that was rebuilt while the user worked in another program. */
  #takesFocus = true
  #saveTimer: NodeJS.Timeout | undefined
  /** Cancels the pending destruction of a closed window. */
  #destroyTimer: AbortController | null = null
  #hasUnsavedInput = false
  /** The number of open system dialogs whose parent is the window. */
  #openDialogs = 0

  constructor(options: MainWindowOptions) {
    this.#options = options
    const { store, log, clock } = options
    this.#input = new UserInput(() => clock.elapsed())
    this.#savedBounds = appDocument(store, 'window', boundsSchema, noSavedBounds, {
      onWritten: (written) => {
        if (!written.ok) log.failure('window place not kept', written.failure)
      },
      // Only logged: the window opens where the system puts it.
      onUnreadable: (file) => log.warn('window place not understood', { file }),
    })
  }

  /** Must be called before the window is shown for the first time. */
  listen(listeners: WindowListeners): void {
    this.#listeners = listeners
  }

  /** Whether the window is shown and not minimised, as far as the system says. */
  get isVisible(): boolean {
    return this.#window?.isVisible() === true && !this.#window.isMinimized() && !this.#isPageHidden
  }

  /** Whether the user certainly has the window in view. On Wayland only the focus says so. */
  get isInView(): boolean {
    return this.isVisible && (!this.#options.isWayland || this.isFocused)
  }

  get isFocused(): boolean {
    return this.#window?.isFocused() === true
  }

  takeInput(maxAgeMs: number): boolean {
    return this.#input.take(maxAgeMs)
  }

  /** Brings the window to the front; creates it if there is none or its process is gone. Does nothing while quitting. */
  show(): void {
    if (this.#listeners.isQuitting()) return
    this.#destroyTimer?.abort()
    this.#destroyTimer = null
    if (this.#window?.webContents.isCrashed()) this.#destroy(this.#window)
    this.#takesFocus = true
    if (this.#window === null) this.#create()
    else this.#deferredShow?.request()
  }

  /** The page has rendered its first state. */
  rendered(): void {
    this.#deferredShow?.ready()
    if (reached('painted')) this.#options.log.info('window painted', startTimeline(process.getCreationTime()))
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
  readonly over: Over = async (show) => {
    this.#openDialogs += 1
    try {
      return await show(this.isVisible ? this.#window : null)
    } finally {
      this.#openDialogs -= 1
      this.#scheduleDestroyIfClosed()
    }
  }

  /** Sends the state to the page if the window is visible. */
  send(state: AppState): void {
    if (this.#window === null || !this.isVisible) return
    this.#window.webContents.send(channels.state, state)
  }

  /** Whether an IPC call comes from the window's main frame and the app's page. */
  isSender(event: IpcMainInvokeEvent): boolean {
    const frame = event.senderFrame
    const contents = this.#window?.webContents
    return frame !== null && contents !== undefined && frame === contents.mainFrame && isAppAddress(frame.url)
  }

  #create(): void {
    const window = new BrowserWindow(this.#constructorOptions())
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
    window.removeMenu()
    this.#restrictNavigation(window)
    this.#addListeners(window, deferredShow)
    this.#load(window)
    reached('window')
  }

  #load(window: BrowserWindow): void {
    window.loadURL(startAddress).catch((error: Error) => {
      this.#options.log.warn('window not loaded', { why: error.message })
    })
  }

  #constructorOptions(): BrowserWindowConstructorOptions {
    const { preload, icon, session, devTools } = this.#options
    const workAreas = screen.getAllDisplays().map((display) => display.workArea)
    return {
      ...openingBounds(this.#savedBounds.value.bounds, workAreas),
      minWidth: minWindowSize.width,
      minHeight: minWindowSize.height,
      title: words.appName,
      show: false,
      autoHideMenuBar: true,
      fullscreenable: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
      ...(icon === undefined ? {} : { icon }),
      webPreferences: {
        preload,
        session,
        devTools,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
        safeDialogs: true,
      },
    }
  }

  /** Keeps the page from navigating elsewhere and from opening windows. */
  #restrictNavigation(window: BrowserWindow): void {
    const contents = window.webContents
    const refuse = (event: { preventDefault(): void }): void => event.preventDefault()
    // The page may reload itself, which it does to change the language.
    const refuseElsewhere = (event: { url: string; preventDefault(): void }): void => {
      if (event.url !== startAddress) event.preventDefault()
    }
    contents.on('will-navigate', refuseElsewhere)
    contents.on('will-frame-navigate', refuseElsewhere)
    contents.on('will-redirect', refuse)
    // Chromium fires no event before it navigates to about:blank and the like. Commands from there are refused, and the
    // app's page is loaded again.
    contents.on('did-navigate', (_event, address) => {
      if (address !== startAddress) this.#load(window)
    })
    contents.on('will-attach-webview', refuse)
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    // WebRTC bypasses both the CSP and the request filter; what this leaves of it goes to the session's proxy.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  }

  #addListeners(window: BrowserWindow, deferredShow: DeferredShow): void {
    const { log } = this.#options
    const { onClose } = this.#listeners
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
      window.on(event as 'move', () => this.#scheduleSave(window))
    window.on('close', (event) => {
      this.#save(window)
      const closeAction = onClose()
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
    if (this.#options.isWayland && window.isMinimized()) {
      // Not hidden, as showing it again could abort the process (electron/electron#49253). With unsaved input it stays
      // minimised.
      if (!this.#mustStayAlive) this.#destroy(window)
      return
    }
    deferredShow.withdraw()
    window.hide()
    void this.#scheduleDestroy(window)
  }

  #bringToFront(window: BrowserWindow): void {
    if (window.isMinimized()) window.restore()
    // A Wayland window is raised only by its compositor, which rather marks it as urgent. Mapped anew, it comes up on the
    // workspace in use. The parent of an open dialog stays. The focus alone proves nothing: GNOME 43 doesn't tell a window
    // that lost it by a change of the workspace.
    const { isWayland } = this.#options
    const isInUse = window.isFocused() && this.#input.isWithin(inUseMs)
    if (isWayland && window.isVisible() && !isInUse && this.#openDialogs === 0) {
      this.#isRaising = true
      this.#raisedAt = performance.now()
      window.hide()
    }
    window.show()
    this.#isRaising = false
    this.#reportVisibility()
    // A listener may have closed it.
    if (!window.isDestroyed()) window.focus()
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
    clearTimeout(this.#saveTimer)
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

  #scheduleSave(window: BrowserWindow): void {
    clearTimeout(this.#saveTimer)
    this.#saveTimer = setTimeout(() => this.#save(window), saveDelayMs)
  }

  #save(window: BrowserWindow): void {
    clearTimeout(this.#saveTimer)
    if (window.isDestroyed()) return
    if (process.platform === 'linux' && countsShadowIn(window)) return
    const bounds: Bounds = window.getNormalBounds()
    if (JSON.stringify(this.#savedBounds.value.bounds) === JSON.stringify(bounds)) return
    this.#savedBounds.replace({ version: 1, bounds })
  }
}

/**
 * Before 41 Electron counts the shadow in on Wayland where the app draws its own frame, as on GNOME: a window that is
 * opened with the size that it was closed with would grow by it each time (electron/electron#48589). Nothing else is on
 * both sides of the page on Linux.
 */
function countsShadowIn(window: BrowserWindow): boolean {
  return window.getBounds().width !== window.getContentBounds().width
}
