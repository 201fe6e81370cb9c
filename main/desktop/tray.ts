/** The icon in the tray. Touches the system only where what is shown differs from what was shown. */
import { join } from 'node:path'
import { Menu, type MenuItemConstructorOptions, nativeTheme, Tray } from 'electron'
import {
  menuLabel,
  type TrayDeed,
  type TrayIconState,
  type TrayMenuItem,
  type TrayView,
} from './tray-menu.ts'

export type TrayIconOptions = {
  /** Holds `tray/mac`, `tray/windows` and `tray/linux`. */
  readonly iconsFolder: string
  /** The icon itself was clicked; where the system shows the menu on a click, this isn't called. */
  readonly onOpen: () => void
  readonly onDeed: (deed: TrayDeed) => void
}

export class TrayIcon {
  readonly #options: TrayIconOptions
  readonly #onTheme = (): void => this.#refreshImage()
  #tray: Tray | null = null
  #view: TrayView | null = null
  /** What the system was last given. */
  #shown = { image: '', tooltip: '', menu: '' }

  constructor(options: TrayIconOptions) {
    this.#options = options
  }

  /** Makes the icon with the first view. Only after the app is ready. */
  show(view: TrayView): void {
    this.#view = view
    this.#tray ??= this.#make(view.icon)
    this.#refreshImage()
    if (this.#shown.tooltip !== view.tooltip) {
      this.#shown.tooltip = view.tooltip
      this.#tray.setToolTip(view.tooltip)
    }
    const menu = JSON.stringify(view.menu)
    if (this.#shown.menu !== menu) {
      this.#shown.menu = menu
      this.#tray.setContextMenu(Menu.buildFromTemplate(view.menu.map((item) => this.#toElectron(item))))
    }
  }

  remove(): void {
    nativeTheme.off('updated', this.#onTheme)
    this.#tray?.destroy()
    this.#tray = null
    this.#shown = { image: '', tooltip: '', menu: '' }
  }

  #make(icon: TrayIconState): Tray {
    this.#shown.image = this.#imagePath(icon)
    const tray = new Tray(this.#shown.image)
    tray.setIgnoreDoubleClickEvents?.(true)
    tray.on('click', this.#options.onOpen)
    nativeTheme.on('updated', this.#onTheme)
    return tray
  }

  #refreshImage(): void {
    if (this.#view === null || this.#tray === null) return
    const image = this.#imagePath(this.#view.icon)
    if (this.#shown.image === image) return
    this.#shown.image = image
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
    return {
      label: menuLabel(item.text),
      enabled: item.enabled,
      click: () => {
        for (const deed of item.deeds) this.#options.onDeed(deed)
      },
    }
  }
}
