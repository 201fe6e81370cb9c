/** Saves the window's position and size, and restores them for the next window. */
import { type BrowserWindow, type Rectangle, screen } from 'electron'
import type * as v from 'valibot'
import type { Log, Store } from '../../ports.ts'
import { appDocument, type SmallDocument } from '../../storage/document.ts'
import { boundsSchema, noSavedBounds, openingBounds } from './window-bounds.ts'

const saveDelayMs = 500

export class SavedBounds {
  readonly #document: SmallDocument<v.InferOutput<typeof boundsSchema>>
  #timer: NodeJS.Timeout | undefined

  constructor(store: Store, log: Log) {
    this.#document = appDocument(store, 'window', boundsSchema, noSavedBounds, {
      onWritten: (written) => {
        if (!written.ok) log.failure('window place not kept', written.failure)
      },
      // Only logged: the window opens where the system puts it.
      onUnreadable: (file) => log.warn('window place not understood', { file }),
    })
  }

  /** The bounds for a new window, without a position if the saved one is on no display. */
  forNewWindow(): Partial<Rectangle> {
    const workAreas = screen.getAllDisplays().map((display) => display.workArea)
    return openingBounds(this.#document.value.bounds, workAreas)
  }

  /** Saves the bounds once the user stops moving or resizing the window. */
  scheduleSave(window: BrowserWindow): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.save(window), saveDelayMs)
  }

  save(window: BrowserWindow): void {
    clearTimeout(this.#timer)
    if (window.isDestroyed()) return
    if (process.platform === 'linux' && includesShadow(window)) return
    const bounds = window.getNormalBounds()
    if (JSON.stringify(this.#document.value.bounds) === JSON.stringify(bounds)) return
    this.#document.replace({ version: 1, bounds })
  }

  cancelSave(): void {
    clearTimeout(this.#timer)
  }
}

/**
 * Before version 41, Electron includes the shadow in the bounds on Wayland where the app draws its own frame, as on GNOME:
 * a window that is reopened with its last size would grow each time (electron/electron#48589). On Linux nothing else makes
 * the window wider than its page.
 */
function includesShadow(window: BrowserWindow): boolean {
  return window.getBounds().width !== window.getContentBounds().width
}
