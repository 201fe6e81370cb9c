/** The app's one window: made when it is wanted, thrown away a while after it was closed. */
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
import { appOrigin, isAppAddress } from './app-address.ts'
import { DeferredShow } from './deferred-show.ts'
import { RestartLimit } from './restart-limit.ts'
import { type Bounds, noPlace, openingBounds, placeDocument, smallestWindow } from './window-bounds.ts'
import { logWindowErrors } from './window-errors.ts'

const startAddress = `${appOrigin}/index.html`
/** As the page's own background, so that nothing flashes before it is drawn. */
const background = { light: '#ffffff', dark: '#191c1b' }
const saveAfterMs = 500
/** A closed window is often wanted again at once. After that its process only costs memory. */
const keepClosedMs = 30_000
/**
 * A signal to the whole process group (Ctrl+C in a terminal, the end of a service) ends the window's process as well,
 * often before Electron has told the app of the same signal: it may need this long.
 */
const signalDelayMs = 500

export type MainWindowOptions = {
  /** The preload script's absolute path. */
  readonly preload: string
  /** The window's icon, where the system doesn't take it from the app itself. */
  readonly icon?: string
  readonly session: Session
  readonly devTools: boolean
  readonly clock: Clock
  readonly store: Store
  readonly log: Log
}

export type WindowListeners = {
  /**
   * What closing means now. `close` lets it close: the app is on its way out. `stay`: the caller sees to it, by
   * quitting, or by closing it again once it knows what that means.
   */
  readonly onClose: () => 'hide' | 'minimise' | 'close' | 'stay'
  /** Whether the app is on its way out: then no window is made again. */
  readonly isQuitting: () => boolean
  /** The window has come into view: what changed while it was hidden is to be sent. */
  readonly onShown: () => void
  readonly onHidden: () => void
  /** Its process had ended while it was in view; it was made again. */
  readonly onRebuilt: () => void
  readonly onSessionEnd: () => void
}

const silent: WindowListeners = {
  isQuitting: () => false,
  onClose: () => 'close',
  onShown: () => {},
  onHidden: () => {},
  onRebuilt: () => {},
  onSessionEnd: () => {},
}

/** Shows a dialog over its window, if there is one in view. */
export type Over = <T>(show: (parent: BrowserWindow | null) => Promise<T>) => Promise<T>

export class MainWindow {
  readonly #options: MainWindowOptions
  #listeners: WindowListeners = silent
  readonly #rebuilds = new RestartLimit(3, 60_000)
  readonly #place: SmallDocument<v.InferOutput<typeof placeDocument>>
  #window: BrowserWindow | null = null
  /** Of that window. */
  #deferredShow: DeferredShow | null = null
  #protected = false
  #saving: NodeJS.Timeout | undefined
  /** Ends the wait after which a closed window is thrown away. */
  #closed: AbortController | null = null
  #holdsTyping = false
  /** How many of the system's dialogs lie over it. */
  #dialogs = 0

  constructor(options: MainWindowOptions) {
    this.#options = options
    const { store, log } = options
    this.#place = appDocument(store, 'window', placeDocument, noPlace, {
      onWritten: (written) => {
        if (!written.ok) log.failure('window place not kept', written.failure)
      },
      // Not worth a word: the window opens where the system puts it.
      onUnreadable: (file) => log.warn('window place not understood', { file }),
    })
  }

  /** Before it is shown for the first time. */
  listen(listeners: WindowListeners): void {
    this.#listeners = listeners
  }

  /** Whether a person can see it. */
  get isVisible(): boolean {
    return this.#window?.isVisible() === true && !this.#window.isMinimized()
  }

  /** Brings it to the front; makes it first if there is none, or only an empty one whose process is gone. */
  show(): void {
    this.#closed?.abort()
    this.#closed = null
    if (this.#window?.webContents.isCrashed()) this.#destroy(this.#window)
    if (this.#window === null) this.#build()
    else this.#deferredShow?.request()
  }

  /** The first state is in the page. */
  rendered(): void {
    this.#deferredShow?.ready()
  }

  /** As if the user had closed it. */
  close(): void {
    this.#window?.close()
  }

  /** Keeps it out of screenshots and shared screens, where the system can (macOS, Windows). */
  protect(isProtected: boolean): void {
    if (this.#protected === isProtected) return
    this.#protected = isProtected
    this.#window?.setContentProtection(isProtected)
  }

  get holdsTyping(): boolean {
    return this.#holdsTyping
  }

  /** Whether it holds typing that is kept nowhere else. As long as it does, a closed window is only hidden. */
  holdTyping(unsaved: boolean): void {
    this.#holdsTyping = unsaved
    this.#throwAwayIfClosed()
  }

  /**
   * Shows a dialog of the system's over it, or alone while nobody can see it. Until that is answered it isn't thrown
   * away: a dialog that has lost its window may never answer.
   */
  readonly over: Over = async (show) => {
    this.#dialogs += 1
    try {
      return await show(this.isVisible ? this.#window : null)
    } finally {
      this.#dialogs -= 1
      this.#throwAwayIfClosed()
    }
  }

  /** Shows the state, if anybody can see it and the page is there. */
  send(state: AppState): void {
    if (this.#window === null || !this.isVisible) return
    this.#window.webContents.send(channels.state, state)
  }

  /** Whether a call comes from this window's own page, not from a frame in it or from another page. */
  sent(event: IpcMainInvokeEvent): boolean {
    const frame = event.senderFrame
    const contents = this.#window?.webContents
    return frame !== null && contents !== undefined && frame === contents.mainFrame && isAppAddress(frame.url)
  }

  #build(): void {
    const window = new BrowserWindow(this.#constructorOptions())
    this.#window = window
    const deferredShow = new DeferredShow(
      () => bringToFront(window),
      () => this.#options.log.warn('window shown before its page had rendered'),
    )
    this.#deferredShow = deferredShow
    // Saying `false` makes a layered window of it on Windows, which under Wine never appears.
    if (this.#protected) window.setContentProtection(true)
    window.removeMenu()
    this.#guard(window)
    this.#follow(window, deferredShow)
    this.#load(window)
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
      ...openingBounds(this.#place.value.bounds, workAreas),
      minWidth: smallestWindow.width,
      minHeight: smallestWindow.height,
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

  /** The page may neither lead elsewhere nor open anything. */
  #guard(window: BrowserWindow): void {
    const contents = window.webContents
    const refuse = (event: { preventDefault(): void }): void => event.preventDefault()
    // The page may reload itself, as it does for another language.
    const refuseElsewhere = (event: { url: string; preventDefault(): void }): void => {
      if (event.url !== startAddress) event.preventDefault()
    }
    contents.on('will-navigate', refuseElsewhere)
    contents.on('will-frame-navigate', refuseElsewhere)
    contents.on('will-redirect', refuse)
    // Chromium asks nobody before it leaves for about:blank and its kin. That page isn't obeyed, and isn't left there.
    contents.on('did-navigate', (_event, address) => {
      if (address !== startAddress) this.#load(window)
    })
    contents.on('will-attach-webview', refuse)
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    // Neither the policy nor the filter of requests has a say in WebRTC; what is left of it goes to the session's proxy.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  }

  #follow(window: BrowserWindow, deferredShow: DeferredShow): void {
    const { log } = this.#options
    const { onClose, onShown, onHidden, onSessionEnd } = this.#listeners
    window.webContents.once('did-fail-load', () => deferredShow.ready())
    window.webContents.on('page-title-updated', (event) => event.preventDefault())
    logWindowErrors(window.webContents, log)
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      log.warn('window process gone', { reason, exitCode })
      void this.#rebuild(window)
    })
    for (const event of ['show', 'restore'] as const) window.on(event as 'show', onShown)
    for (const event of ['hide', 'minimize'] as const) window.on(event as 'hide', onHidden)
    for (const event of ['move', 'resize'] as const) window.on(event as 'move', () => this.#saveSoon(window))
    window.on('close', (event) => {
      this.#save(window)
      const meaning = onClose()
      if (meaning === 'close') return
      event.preventDefault()
      if (meaning === 'hide') {
        deferredShow.withdraw()
        window.hide()
        void this.#throwAwaySoon(window)
      }
      if (meaning === 'minimise') window.minimize()
    })
    // Windows ends without asking the app to quit: what is under way has the moments that are left.
    window.on('session-end', onSessionEnd)
    window.on('closed', () => {
      if (this.#window === window) this.#forget()
    })
  }

  get #isNeeded(): boolean {
    return this.#holdsTyping || this.#dialogs > 0
  }

  #throwAwayIfClosed(): void {
    if (this.#isNeeded || this.#window === null || this.#closed === null) return
    void this.#throwAwaySoon(this.#window)
  }

  /** Hiding is at once, so that closing feels like it. What was shown is in the state, so nothing is lost later. */
  async #throwAwaySoon(window: BrowserWindow): Promise<void> {
    this.#closed?.abort()
    const closed = new AbortController()
    this.#closed = closed
    const how = await this.#options.clock.wait(keepClosedMs, closed.signal)
    if (how === 'aborted' || this.#isNeeded || window.isDestroyed()) return
    this.#destroy(window)
  }

  #destroy(window: BrowserWindow): void {
    this.#forget()
    window.destroy()
  }

  #forget(): void {
    clearTimeout(this.#saving)
    this.#closed?.abort()
    this.#closed = null
    this.#holdsTyping = false
    this.#deferredShow?.cancel()
    this.#deferredShow = null
    this.#window = null
  }

  /**
   * A window whose process is gone is thrown away; one that was in view, or about to be, comes back, unless it breaks
   * each time.
   */
  async #rebuild(window: BrowserWindow): Promise<void> {
    const wasVisible = this.isVisible
    const wasPending = this.#deferredShow?.isPending === true
    const isWanted = wasVisible || wasPending
    const isAllowed = isWanted && this.#rebuilds.allows(performance.now())
    if (isWanted && !isAllowed) {
      this.#options.log.warn('window not rebuilt', { why: 'its process ended too often' })
      if (wasPending) {
        // An empty window is better than a start that shows nothing.
        this.#deferredShow?.ready()
        return
      }
      this.#listeners.onHidden()
    }
    this.#destroy(window)
    if (!isAllowed) return
    await this.#options.clock.wait(signalDelayMs, new AbortController().signal)
    if (this.#listeners.isQuitting() || this.#window !== null) return
    this.#build()
    if (wasVisible) this.#listeners.onRebuilt()
  }

  #saveSoon(window: BrowserWindow): void {
    clearTimeout(this.#saving)
    this.#saving = setTimeout(() => this.#save(window), saveAfterMs)
  }

  #save(window: BrowserWindow): void {
    clearTimeout(this.#saving)
    if (window.isDestroyed()) return
    const bounds: Bounds = window.getNormalBounds()
    if (JSON.stringify(this.#place.value.bounds) === JSON.stringify(bounds)) return
    this.#place.replace({ version: 1, bounds })
  }
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  // It may have been closed by what listens to `show`.
  if (!window.isDestroyed()) window.focus()
}
