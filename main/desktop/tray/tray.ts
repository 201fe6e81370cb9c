/** The icon in the tray. Touches the system only where what is shown differs from what was shown. */
import { join } from 'node:path'
import { Menu, type MenuItemConstructorOptions, nativeTheme, Tray } from 'electron'
import type { Deed } from '../deed.ts'
import { menuLabel, type TrayIconState, type TrayMenuItem, type TrayView } from './tray-menu.ts'

export type TrayIconOptions = {
  /** Holds `tray/mac`, `tray/windows` and `tray/linux`. */
  readonly iconsFolder: string
  /** The icon itself was clicked; where the system shows the menu on a click, this isn't called. */
  readonly onOpen: () => void
  readonly onDeed: (deed: Deed) => void
}

const nothing = { image: '', tooltip: '', beside: '', menu: '' }

export class TrayIcon {
  readonly #options: TrayIconOptions
  readonly #onTheme = (): void => this.#refreshImage()
  #tray: Tray | null = null
  #view: TrayView | null = null
  /** What the system was last given. */
  #shown = nothing
  /** The menu is open: replaced now it would close under the pointer. */
  #isOpen = false

  constructor(options: TrayIconOptions) {
    this.#options = options
  }

  /** Makes the icon with the first view. Only after the app is ready. */
  show(view: TrayView): void {
    this.#view = view
    this.#tray ??= this.#make(view.icon)
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
    this.#shown = nothing
    this.#isOpen = false
  }

  #make(icon: TrayIconState): Tray {
    const image = this.#imagePath(icon)
    this.#shown = { ...this.#shown, image }
    const tray = new Tray(image)
    tray.setIgnoreDoubleClickEvents?.(true)
    tray.on('click', this.#options.onOpen)
    nativeTheme.on('updated', this.#onTheme)
    return tray
  }

  /**
   * Not while it is open: what changed meanwhile is shown when it opens next. Linux doesn't tell when that is, so
   * there the menu itself (`tray-menu.ts`) changes no more often than something is read.
   */
  #refreshMenu(): void {
    if (this.#view === null || this.#tray === null || this.#isOpen) return
    const text = JSON.stringify(this.#view.menu)
    if (this.#shown.menu === text) return
    this.#shown = { ...this.#shown, menu: text }
    const menu = Menu.buildFromTemplate(this.#view.menu.map((item) => this.#toElectron(item)))
    menu.on('menu-will-show', () => {
      this.#isOpen = true
    })
    menu.on('menu-will-close', () => {
      this.#isOpen = false
      // The click on an entry comes after this, and is of the menu that was open.
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

  /** macOS colours its template images itself; elsewhere it depends on what the icon lies on. */
  #imagePath(icon: TrayIconState): string {
    const { iconsFolder } = this.#options
    if (process.platform === 'darwin') return join(iconsFolder, 'tray/mac', `${icon}Template.png`)
    if (process.platform === 'win32') {
      const onDark = nativeTheme.shouldUseDarkColorsForSystemIntegratedUI
      return join(iconsFolder, 'tray/windows', `${icon}-${onDark ? 'white' : 'dark'}.png`)
    }
    const isKde = (process.env.XDG_CURRENT_DESKTOP ?? '').split(':').includes('KDE')
    // Other desktops keep a dark panel in a light scheme.
    const onLight = isKde && !nativeTheme.shouldUseDarkColors
    return join(iconsFolder, 'tray/linux', `${icon}-${onLight ? 'dark' : 'white'}.png`)
  }

  #toElectron(item: TrayMenuItem): MenuItemConstructorOptions {
    if (item.kind === 'separator') return { type: 'separator' }
    if (item.kind === 'submenu') {
      return { label: menuLabel(item.text), submenu: item.items.map((one) => this.#toElectron(one)) }
    }
    return {
      label: menuLabel(item.text),
      enabled: item.enabled,
      click: () => {
        for (const deed of item.deeds) this.#options.onDeed(deed)
      },
    }
  }
}
