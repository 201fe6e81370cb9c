/** Creates the window with a sandboxed page that can neither navigate nor open other windows. */
import { BrowserWindow, nativeTheme, type Rectangle, type Session } from 'electron'
import { words } from '../../../words/desktop.ts'
import type { Log } from '../../ports.ts'
import { pageAddress } from './app-address.ts'
import { minWindowSize } from './window-bounds.ts'

/** The page's background colours, so that the window doesn't flash before the page is drawn. */
const background = { light: '#ffffff', dark: '#191c1b' }

export type CreateWindowOptions = {
  /** The preload script's absolute path. */
  readonly preload: string
  /** The window's icon, on systems that don't take it from the app. */
  readonly icon?: string
  readonly session: Session
  readonly devTools: boolean
  readonly log: Log
}

/** The window is hidden, and its page is not loaded yet. */
export function createWindow(options: CreateWindowOptions, bounds: Partial<Rectangle>): BrowserWindow {
  const { preload, icon, session, devTools } = options
  const window = new BrowserWindow({
    ...bounds,
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
  })
  restrictNavigation(window, options.log)
  return window
}

export function loadPage(window: BrowserWindow, log: Log): void {
  window.loadURL(pageAddress).catch((error: Error) => {
    log.warn('window not loaded', { why: error.message })
  })
}

/** Keeps the page from navigating elsewhere and from opening windows. */
function restrictNavigation(window: BrowserWindow, log: Log): void {
  const contents = window.webContents
  const refuse = (event: { preventDefault(): void }): void => event.preventDefault()
  // The page may reload itself, which it does to change the language.
  const refuseElsewhere = (event: { url: string; preventDefault(): void }): void => {
    if (event.url !== pageAddress) event.preventDefault()
  }
  contents.on('will-navigate', refuseElsewhere)
  contents.on('will-frame-navigate', refuseElsewhere)
  contents.on('will-redirect', refuse)
  // Chromium fires no event before it navigates to about:blank and the like. Commands from there are refused, and the
  // app's page is loaded again.
  contents.on('did-navigate', (_event, address) => {
    if (address !== pageAddress) loadPage(window, log)
  })
  contents.on('will-attach-webview', refuse)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // WebRTC bypasses both the CSP and the request filter; what this leaves of it goes to the session's proxy.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
