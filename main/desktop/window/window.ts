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
import type { Clock, Log, Store } from '../../ports.ts'
import { appDocument, type SmallDocument } from '../../storage/document.ts'
import { reached, startTimeline } from '../start/timeline.ts'
import { appOrigin, isAppAddress } from './app-address.ts'
import { DeferredShow } from './deferred-show.ts'
import { RestartLimit } from './restart-limit.ts'
import { type Bounds, boundsSchema, minWindowSize, noSavedBounds, openingBounds } from './window-bounds.ts'
import { logWindowErrors } from './window-errors.ts'

const startAddress = `${appOrigin}/index.html`
/** The page's background colours, so that the window doesn't flash before the page is drawn. */
const background = { light: '#ffffff', dark: '#191c1b' }
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
  readonly onSessionEnd: () => void
}

const noListeners: WindowListeners = {
  isQuitting: () => false,
  onClose: () => 'close',
  onShown: () => {},
  onHidden: () => {},
  onRecreated: () => {},
  onSessionEnd: () => {},
}

/** Shows a dialog with the window as its parent, if the window is visible. */
export type Over = <T>(show: (parent: BrowserWindow | null) => Promise<T>) => Promise<T>

export class MainWindow {
  readonly #options: MainWindowOptions
  #listeners: WindowListeners = noListeners
  readonly #recreateLimit = new RestartLimit(3, 60_000)
  readonly #savedBounds: SmallDocument<v.InferOutput<typeof boundsSchema>>
  #window: BrowserWindow | null = null
  /** Belongs to `#window`. */
  #deferredShow: DeferredShow | null = null
  #isProtected = false
  #saveTimer: NodeJS.Timeout | undefined
  /** Cancels the pending destruction of a closed window. */
  #destroyTimer: AbortController | null = null
  #hasUnsavedInput = false
  /** The number of open system dialogs whose parent is the window. */
  #openDialogs = 0

  constructor(options: MainWindowOptions) {
    this.#options = options
    const { store, log } = options
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

  /** Whether the window is shown and not minimised. */
  get isVisible(): boolean {
    return this.#window?.isVisible() === true && !this.#window.isMinimized()
  }

  /** Brings the window to the front; creates it if there is none or its process is gone. */
  show(): void {
    this.#destroyTimer?.abort()
    this.#destroyTimer = null
    if (this.#window?.webContents.isCrashed()) this.#destroy(this.#window)
    if (this.#window === null) this.#create()
    else this.#deferredShow?.request()
  }

  /** The page has rendered its first state. */
  rendered(): void {
    this.#deferredShow?.ready()
    if (reached('painted')) this.#options.log.info('window painted', startTimeline(process.getCreationTime()))
  }

  /** Like a click on close. */
  close(): void {
    this.#window?.close()
  }

  /** Hides the window from screenshots and screen sharing, where the system can (macOS, Windows). */
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
      () => bringToFront(window),
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
    const { onClose, onShown, onHidden, onSessionEnd } = this.#listeners
    window.webContents.once('did-fail-load', () => deferredShow.ready())
    window.webContents.on('page-title-updated', (event) => event.preventDefault())
    logWindowErrors(window.webContents, log)
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      log.warn('window process gone', { reason, exitCode })
      void this.#recreate(window)
    })
    for (const event of ['show', 'restore'] as const) window.on(event as 'show', onShown)
    for (const event of ['hide', 'minimize'] as const) window.on(event as 'hide', onHidden)
    for (const event of ['move', 'resize'] as const)
      window.on(event as 'move', () => this.#scheduleSave(window))
    window.on('close', (event) => {
      this.#save(window)
      const closeAction = onClose()
      if (closeAction === 'close') return
      event.preventDefault()
      if (closeAction === 'hide') {
        deferredShow.withdraw()
        window.hide()
        void this.#scheduleDestroy(window)
      }
      if (closeAction === 'minimise') window.minimize()
    })
    // Windows ends the session without asking the app to quit, so pending work has only moments left.
    window.on('session-end', onSessionEnd)
    window.on('closed', () => {
      if (this.#window === window) this.#detach()
    })
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
  }

  /**
   * Destroys a window whose process is gone; recreates one that was visible or about to be, unless its process ends too
   * often.
   */
  async #recreate(window: BrowserWindow): Promise<void> {
    const wasVisible = this.isVisible
    const wasPending = this.#deferredShow?.isPending === true
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
    const bounds: Bounds = window.getNormalBounds()
    if (JSON.stringify(this.#savedBounds.value.bounds) === JSON.stringify(bounds)) return
    this.#savedBounds.replace({ version: 1, bounds })
  }
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  // A listener of `show` may have closed it.
  if (!window.isDestroyed()) window.focus()
}
