/** Shows notifications in the system's own way. */
import { Notification } from 'electron'
import type { Deed } from '../deed.ts'
import type { NotificationView } from './notification-view.ts'

/** As many as a person would still look at. */
const mostKept = 16

export class Notifications {
  readonly #act: (deed: Deed) => void
  /** Without a reference a notification is collected, and its click is lost. */
  readonly #shown = new Set<Notification>()

  constructor(act: (deed: Deed) => void) {
    this.#act = act
  }

  /** Where the system shows none, nothing: the window says the same. Buttons appear where the system has them. */
  show({ title, body, deeds, buttons }: NotificationView): void {
    if (!Notification.isSupported()) return
    const actions = buttons.map(({ text }) => ({ type: 'button' as const, text }))
    const shown = new Notification({ title, body, actions, urgency: 'normal' })
    shown.on('click', () => this.#do(shown, deeds))
    shown.on('action', ({ actionIndex }) => this.#do(shown, buttons[actionIndex]?.deeds ?? []))
    shown.on('close', () => this.#shown.delete(shown))
    this.#shown.add(shown)
    const [oldest] = this.#shown
    if (this.#shown.size > mostKept && oldest !== undefined) this.#shown.delete(oldest)
    shown.show()
  }

  #do(shown: Notification, deeds: readonly Deed[]): void {
    this.#shown.delete(shown)
    for (const deed of deeds) this.#act(deed)
  }
}
