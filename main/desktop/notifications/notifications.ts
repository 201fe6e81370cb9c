/** Shows the operating system's notifications. */
import type { NativeImage, Notification } from 'electron'
import type { Log } from '../../ports.ts'
import type { Action } from '../action.ts'
import { answersCall } from '../system/session-bus.ts'
import type { NotificationView } from './notification-view.ts'

/** Older notifications are no longer clicked. */
const maxReferences = 16

export type NotificationsDeps = {
  readonly Notification: typeof Notification
  readonly log: Log
  readonly runAction: (action: Action) => void
  /** Whether the notification service of a Linux desktop answers. */
  readonly serviceAnswers?: () => Promise<boolean | 'unknown'>
  /** For systems that don't take the icon from the app. Small: it travels over D-Bus with every notification. */
  readonly icon?: () => NativeImage
}

export class Notifications {
  readonly #deps: NotificationsDeps
  /** Electron drops the click of a notification that was garbage-collected. */
  readonly #references = new Set<Notification>()

  constructor(deps: NotificationsDeps) {
    this.#deps = deps
  }

  /**
   * Does nothing where notifications aren't supported: the window shows the same. Not every system shows buttons.
   * @param isCurrent asked when a button is pressed, maybe days later: false if its reason is gone
   */
  async show(view: NotificationView, isCurrent: () => boolean): Promise<void> {
    const { Notification: SystemNotification, log, serviceAnswers = linuxServiceAnswers } = this.#deps
    if (!SystemNotification.isSupported()) return
    // On Linux Electron waits for the service in the main thread, for minutes if the service hangs or can't be started
    // (electron/electron#48753). So it is called only once the service has answered another process.
    if (process.platform === 'linux' && (await serviceAnswers()) === false) {
      log.warn('notification not shown', { why: 'no service answers' })
      return
    }
    this.#show(view, isCurrent)
  }

  #show({ title, body, actions, buttons }: NotificationView, isCurrent: () => boolean): void {
    const { icon } = this.#deps
    const notification = new this.#deps.Notification({
      title,
      body,
      actions: buttons.map(({ text }) => ({ type: 'button' as const, text })),
      urgency: 'normal',
      ...(icon === undefined ? {} : { icon: icon() }),
    })
    notification.on('click', () => this.#run(notification, actions))
    notification.on('action', ({ actionIndex }) =>
      this.#run(notification, (isCurrent() ? buttons[actionIndex]?.actions : undefined) ?? actions),
    )
    // For example on macOS, when the app isn't signed. The window shows the same.
    notification.on('failed', (_event, why) => this.#deps.log.warn('notification not shown', { why }))
    // Kept after "close": on Windows that event also comes when it moves to the notification centre, where it is clicked later.
    this.#references.add(notification)
    const [oldest] = this.#references
    if (this.#references.size > maxReferences && oldest !== undefined) this.#references.delete(oldest)
    notification.show()
  }

  #run(notification: Notification, actions: readonly Action[]): void {
    this.#references.delete(notification)
    for (const action of actions) this.#deps.runAction(action)
  }
}

function linuxServiceAnswers(): Promise<boolean | 'unknown'> {
  const name = 'org.freedesktop.Notifications'
  const path = '/org/freedesktop/Notifications'
  return answersCall({ owner: name, path, of: name, name: 'GetServerInformation' })
}
