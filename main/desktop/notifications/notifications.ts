/** Shows the operating system's notifications. */
import { Notification } from 'electron'
import type { Log } from '../../ports.ts'
import type { Action } from '../action.ts'
import type { NotificationView } from './notification-view.ts'

/** Older notifications are no longer clicked. */
const maxReferences = 16

export class Notifications {
  readonly #runAction: (action: Action) => void
  readonly #log: Log
  /** Electron drops the click of a notification that was garbage-collected. */
  readonly #references = new Set<Notification>()

  constructor(runAction: (action: Action) => void, log: Log) {
    this.#runAction = runAction
    this.#log = log
  }

  /** Does nothing where notifications aren't supported: the window shows the same. Not every system shows buttons. */
  show({ title, body, actions, buttons }: NotificationView): void {
    if (!Notification.isSupported()) return
    const notification = new Notification({
      title,
      body,
      actions: buttons.map(({ text }) => ({ type: 'button' as const, text })),
      urgency: 'normal',
    })
    notification.on('click', () => this.#run(notification, actions))
    notification.on('action', ({ actionIndex }) =>
      this.#run(notification, buttons[actionIndex]?.actions ?? []),
    )
    // For example on macOS, when the app isn't signed. The window shows the same.
    notification.on('failed', (_event, why) => this.#log.warn('notification not shown', { why }))
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
