/** Shows the operating system's notifications. */
import { type NativeImage, Notification, nativeImage } from 'electron'
import type { Action } from '../action.ts'
import type { NotificationView } from './notification-view.ts'

/** Desktops show it at up to 48 pixels, or twice as many where everything is scaled. */
const iconPixels = 96
/** Older notifications are no longer clicked. */
const maxReferences = 16

export class Notifications {
  readonly #runAction: (action: Action) => void
  readonly #icon: NativeImage | undefined
  /** Electron drops the click of a notification that was garbage-collected. */
  readonly #references = new Set<Notification>()

  /** @param icon a file, for systems that don't take it from the app */
  constructor(runAction: (action: Action) => void, icon?: string) {
    this.#runAction = runAction
    // Its pixels travel over D-Bus with every notification.
    if (icon !== undefined) this.#icon = nativeImage.createFromPath(icon).resize({ width: iconPixels })
  }

  /** Does nothing where notifications aren't supported: the window shows the same. Not every system shows buttons. */
  show({ title, body, actions, buttons }: NotificationView): void {
    if (!Notification.isSupported()) return
    const notification = new Notification({
      title,
      body,
      actions: buttons.map(({ text }) => ({ type: 'button' as const, text })),
      urgency: 'normal',
      ...(this.#icon === undefined ? {} : { icon: this.#icon }),
    })
    notification.on('click', () => this.#run(notification, actions))
    notification.on('action', ({ actionIndex }) =>
      this.#run(notification, buttons[actionIndex]?.actions ?? []),
    )
    notification.on('close', () => this.#references.delete(notification))
    this.#references.add(notification)
    const [oldest] = this.#references
    if (this.#references.size > maxReferences && oldest !== undefined) this.#references.delete(oldest)
    notification.show()
  }

  #run(notification: Notification, actions: readonly Action[]): void {
    this.#references.delete(notification)
    for (const action of actions) this.#runAction(action)
  }
}
