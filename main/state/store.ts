/**
 * Holds the one AppState. Parts change it with `update`; window, tray and notices observe it with
 * `subscribe`. Changes within one task reach the listeners once, in the next microtask.
 */
import type { AppState, Organisation } from '../../preload/contract/index.ts'

export type StateListener = (state: AppState, before: AppState) => void
export type StateChange = Partial<Omit<AppState, 'revision'>>

export class StateStore {
  #state: AppState
  #notified: AppState
  #listeners = new Set<StateListener>()
  #isScheduled = false
  readonly #onListenerError: (error: unknown) => void

  /** @param onListenerError receives what a listener throws */
  constructor(initial: Omit<AppState, 'revision'>, onListenerError: (error: unknown) => void) {
    this.#onListenerError = onListenerError
    this.#state = { ...initial, revision: 1 }
    this.#notified = this.#state
  }

  get current(): AppState {
    return this.#state
  }

  /** Applies the change at once; listeners are called in the next microtask. */
  update(change: StateChange | ((state: AppState) => StateChange)): void {
    const members = typeof change === 'function' ? change(this.#state) : change
    this.#state = { ...this.#state, ...members, revision: this.#state.revision + 1 }
    this.#scheduleNotification()
  }

  /** Changes one organisation, if it still exists. */
  updateOrganisation(id: string, change: Partial<Omit<Organisation, 'id'>>): void {
    this.update((state) => ({
      organisations: state.organisations.map((one) => (one.id === id ? { ...one, ...change } : one)),
    }))
  }

  /** @returns the function that unsubscribes. */
  subscribe(listener: StateListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #scheduleNotification(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    queueMicrotask(() => {
      this.#isScheduled = false
      const before = this.#notified
      this.#notified = this.#state
      for (const listener of [...this.#listeners]) {
        try {
          listener(this.#state, before)
        } catch (error) {
          // A listener that throws must not keep the others from being called.
          this.#onListenerError(error)
        }
      }
    })
  }
}
