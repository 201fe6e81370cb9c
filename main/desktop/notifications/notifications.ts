/** Shows the operating system's notifications. */
import type { Notification } from 'electron'
import type { Action } from '../action.ts'
import type { NotificationView } from './notification-view.ts'

/** Older notifications are no longer clicked. */
const maxReferences = 16

export class Notifications {
  readonly #Notification: typeof Notification
  readonly #runAction: (action: Action) => void
  /** Electron drops the click of a notification that was garbage-collected. */
  readonly #references = new Set<Notification>()

  constructor(SystemNotification: typeof Notification, runAction: (action: Action) => void) {
    this.#Notification = SystemNotification
    this.#runAction = runAction
  }

  /**
   * Does nothing where notifications aren't supported: the window shows the same. Not every system shows buttons.
   * @param isCurrent asked when a button is pressed, maybe days later: false if its reason is gone
   */
  show({ title, body, actions, buttons }: NotificationView, isCurrent: () => boolean): void {
    if (!this.#Notification.isSupported()) return
    const notification = new this.#Notification({
      title,
      body,
      actions: buttons.map(({ text }) => ({ type: 'button' as const, text })),
      urgency: 'normal',
    })
    notification.on('click', () => this.#run(notification, actions))
    notification.on('action', ({ actionIndex }) =>
      this.#run(notification, (isCurrent() ? buttons[actionIndex]?.actions : undefined) ?? actions),
    )
    // Kept after "close": on Windows that event also comes when it moves to the notification centre, where it is clicked later.
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
