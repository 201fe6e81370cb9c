/** The app's one window: made when it is first wanted, hidden when it is closed. */
import {
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  type IpcMainInvokeEvent,
  nativeTheme,
  type Session,
  screen,
} from 'electron'
import { type AppState, channels } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import type { Log, Store } from '../ports.ts'
import { appOrigin, isAppAddress } from './app-address.ts'
import { RestartLimit } from './restart-limit.ts'
import { boundsToDocument, openingBounds, parseBounds, smallestWindow } from './window-bounds.ts'

const documentName = 'window'
const startAddress = `${appOrigin}/index.html`
/** As the page's own background, so that nothing flashes before it is drawn. */
const background = { light: '#ffffff', dark: '#191c1b' }
const saveAfterMs = 500

export type MainWindowOptions = {
  /** The preload script's absolute path. */
  readonly preload: string
  /** The window's icon, where the system doesn't take it from the app itself. */
  readonly icon?: string
  readonly session: Session
  readonly devTools: boolean
  readonly store: Store
  readonly log: Log
  /**
   * What closing means now. `quit` lets the window close; quitting itself is the caller's. `not-yet`: the caller
   * doesn't know, and closes it again when it does.
   */
  readonly onClose: () => 'hide' | 'minimise' | 'quit' | 'not-yet'
  /** The window has come into view: what changed while it was hidden is to be sent. */
  readonly onShown: () => void
  readonly onHidden: () => void
  readonly onSessionEnd: () => void
}

export class MainWindow {
  readonly #options: MainWindowOptions
  readonly #rebuilds = new RestartLimit(3, 60_000)
  #window: BrowserWindow | null = null
  #saving: NodeJS.Timeout | undefined

  constructor(options: MainWindowOptions) {
    this.#options = options
  }

  /** Whether a person can see it. */
  get isVisible(): boolean {
    return this.#window?.isVisible() === true && !this.#window.isMinimized()
  }

  /** What dialogs belong to; null while nobody can see it. */
  get inView(): BrowserWindow | null {
    return this.isVisible ? this.#window : null
  }

  /** Brings it to the front; makes it first if there is none. */
  show(): void {
    if (this.#window === null) {
      this.#build()
      return
    }
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.show()
    this.#window.focus()
  }

  /** As if the user had closed it. */
  close(): void {
    this.#window?.close()
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
    window.removeMenu()
    this.#guard(window)
    this.#follow(window)
    window.loadURL(startAddress).catch((error: Error) => {
      this.#options.log.warn('window not loaded', { why: error.message })
    })
  }

  #constructorOptions(): BrowserWindowConstructorOptions {
    const { preload, icon, session, devTools, store } = this.#options
    const saved = store.read(documentName)
    const workAreas = screen.getAllDisplays().map((display) => display.workArea)
    return {
      ...openingBounds(saved.ok ? parseBounds(saved.value) : null, workAreas),
      minWidth: smallestWindow.width,
      minHeight: smallestWindow.height,
      title: words.app.name,
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
    contents.on('will-navigate', refuse)
    contents.on('will-frame-navigate', refuse)
    contents.on('will-redirect', refuse)
    contents.on('will-attach-webview', refuse)
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  }

  #follow(window: BrowserWindow): void {
    const { log, onClose, onShown, onHidden, onSessionEnd } = this.#options
    let appeared = false
    const appear = (): void => {
      if (appeared || window.isDestroyed()) return
      appeared = true
      window.show()
    }
    window.once('ready-to-show', appear)
    // Without this a page that can't be drawn would leave the user with no window and no word.
    window.webContents.once('did-fail-load', appear)
    window.webContents.on('page-title-updated', (event) => event.preventDefault())
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      log.warn('window process gone', { reason, exitCode })
      this.#rebuild(window)
    })
    for (const event of ['show', 'restore'] as const) window.on(event as 'show', onShown)
    for (const event of ['hide', 'minimize'] as const) window.on(event as 'hide', onHidden)
    for (const event of ['move', 'resize'] as const) window.on(event as 'move', () => this.#saveSoon(window))
    window.on('close', (event) => {
      this.#save(window)
      const meaning = onClose()
      if (meaning === 'quit') return
      event.preventDefault()
      if (meaning === 'hide') window.hide()
      if (meaning === 'minimise') window.minimize()
    })
    // Windows ends without asking the app to quit: what is under way has the moments that are left.
    window.on('session-end', onSessionEnd)
    window.on('closed', () => {
      clearTimeout(this.#saving)
      if (this.#window === window) this.#window = null
    })
  }

  /** A window whose process is gone is thrown away; one that was in view comes back, unless it breaks each time. */
  #rebuild(window: BrowserWindow): void {
    const wasVisible = this.isVisible
    this.#window = null
    window.destroy()
    if (!wasVisible) return
    if (this.#rebuilds.allows(performance.now())) this.#build()
    else this.#options.log.warn('window left closed', { why: 'its process ended too often' })
  }

  #saveSoon(window: BrowserWindow): void {
    clearTimeout(this.#saving)
    this.#saving = setTimeout(() => this.#save(window), saveAfterMs)
  }

  #save(window: BrowserWindow): void {
    clearTimeout(this.#saving)
    if (window.isDestroyed()) return
    const bounds = window.getNormalBounds()
    const kept = this.#options.store.read(documentName)
    if (kept.ok && JSON.stringify(parseBounds(kept.value)) === JSON.stringify(bounds)) return
    const written = this.#options.store.write(documentName, boundsToDocument(bounds))
    if (!written.ok) this.#options.log.failure('window place not kept', written.failure)
  }
}
