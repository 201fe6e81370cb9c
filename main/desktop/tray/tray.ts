/** The tray icon. Calls Electron only for what changed since the last view. */
import { join } from 'node:path'
import { Menu, type MenuItemConstructorOptions, nativeTheme, Tray } from 'electron'
import type { Action } from '../action.ts'
import { menuLabel, type TrayIconState, type TrayMenuItem, type TrayView } from './tray-menu.ts'

export type TrayListeners = {
  /** A click on the icon; never called where the system opens the menu on a click. */
  readonly onOpen: () => void
  readonly onAction: (action: Action) => void
}

const noListeners: TrayListeners = { onOpen: () => {}, onAction: () => {} }
const emptyView = { image: '', tooltip: '', beside: '', menu: '' }

export class TrayIcon {
  readonly #iconsFolder: string
  readonly #onTheme = (): void => this.#refreshImage()
  #listeners = noListeners
  #tray: Tray | null = null
  #view: TrayView | null = null
  /** What Electron was given last. */
  #shown = emptyView
  /** Replacing an open menu would close it under the pointer. */
  #isMenuOpen = false

  /** @param iconsFolder contains `tray/mac`, `tray/windows` and `tray/linux` */
  constructor(iconsFolder: string) {
    this.#iconsFolder = iconsFolder
  }

  /** Until then clicks do nothing. */
  listen(listeners: TrayListeners): void {
    this.#listeners = listeners
  }

  /** Creates the icon with the first view. Call it only after the app is ready. */
  show(view: TrayView): void {
    this.#view = view
    this.#tray ??= this.#create(view.icon)
    this.#refreshImage()
    const { tooltip, beside } = view
    if (this.#shown.tooltip !== tooltip) this.#tray.setToolTip(tooltip)
    // Only macOS shows text there.
    if (this.#shown.beside !== beside) this.#tray.setTitle?.(beside, { fontType: 'monospacedDigit' })
    this.#shown = { ...this.#shown, tooltip, beside }
    this.#refreshMenu()
  }

  remove(): void {
    nativeTheme.off('updated', this.#onTheme)
    this.#tray?.destroy()
    this.#tray = null
    this.#shown = emptyView
    this.#isMenuOpen = false
  }

  #create(icon: TrayIconState): Tray {
    const image = this.#imagePath(icon)
    this.#shown = { ...this.#shown, image }
    const tray = new Tray(image)
    tray.setIgnoreDoubleClickEvents?.(true)
    // macOS opens the menu on a click, and reports the click as well.
    if (process.platform !== 'darwin') tray.on('click', () => this.#listeners.onOpen())
    nativeTheme.on('updated', this.#onTheme)
    return tray
  }

  /**
   * Postponed while the menu is open. Linux doesn't report when it opens, so there `tray-menu.ts` keeps the menu
   * unchanged between two balance readings.
   */
  #refreshMenu(): void {
    if (this.#view === null || this.#tray === null || this.#isMenuOpen) return
    const text = JSON.stringify(this.#view.menu)
    if (this.#shown.menu === text) return
    this.#shown = { ...this.#shown, menu: text }
    const menu = Menu.buildFromTemplate(this.#view.menu.map((item) => this.#toElectron(item)))
    menu.on('menu-will-show', () => {
      this.#isMenuOpen = true
    })
    menu.on('menu-will-close', () => {
      this.#isMenuOpen = false
      // Electron emits the click on an entry after this event, and a replaced menu would swallow it.
      setImmediate(() => this.#refreshMenu())
    })
    this.#tray.setContextMenu(menu)
  }

  #refreshImage(): void {
    if (this.#view === null || this.#tray === null) return
    const image = this.#imagePath(this.#view.icon)
    if (this.#shown.image === image) return
    this.#shown = { ...this.#shown, image }
    this.#tray.setImage(image)
  }

  /**
   * macOS colours template images itself, Windows tells the colour of the taskbar, and on Linux, where nothing tells that of
   * the panel, the icons bring their own background.
   */
  #imagePath(icon: TrayIconState): string {
    const iconsFolder = this.#iconsFolder
    if (process.platform === 'darwin') return join(iconsFolder, 'tray/mac', `${icon}Template.png`)
    if (process.platform === 'win32') {
      const onDark = nativeTheme.shouldUseDarkColorsForSystemIntegratedUI
      return join(iconsFolder, 'tray/windows', `${icon}-${onDark ? 'white' : 'dark'}.png`)
    }
    return join(iconsFolder, 'tray/linux', `${icon}.png`)
  }

  #toElectron(item: TrayMenuItem): MenuItemConstructorOptions {
    if (item.kind === 'separator') return { type: 'separator' }
    if (item.kind === 'submenu') {
      return { label: menuLabel(item.text), submenu: item.items.map((child) => this.#toElectron(child)) }
    }
    return {
      label: menuLabel(item.text),
      enabled: item.enabled,
      click: () => {
        for (const action of item.actions) this.#listeners.onAction(action)
      },
    }
  }
}
