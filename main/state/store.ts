/**
 * Holds the one AppState. Parts change it with `update`; window, tray and notices follow it with
 * `subscribe`. Changes made in one go reach the followers once, on the next tick.
 */
import type { AppState, Organisation } from '../../preload/contract/index.ts'

export type StateListener = (state: AppState, before: AppState) => void
export type StateChange = Partial<Omit<AppState, 'revision'>>

export class StateStore {
  #state: AppState
  #told: AppState
  #listeners = new Set<StateListener>()
  #telling = false
  readonly #onMistake: (error: unknown) => void

  /** @param onMistake told what a follower threw */
  constructor(initial: Omit<AppState, 'revision'>, onMistake: (error: unknown) => void) {
    this.#onMistake = onMistake
    this.#state = { ...initial, revision: 1 }
    this.#told = this.#state
  }

  get current(): AppState {
    return this.#state
  }

  /** Takes the change over at once; followers hear of it on the next tick. */
  update(change: StateChange | ((state: AppState) => StateChange)): void {
    const members = typeof change === 'function' ? change(this.#state) : change
    this.#state = { ...this.#state, ...members, revision: this.#state.revision + 1 }
    this.#tellSoon()
  }

  /** Changes one organisation, if it is (still) there. */
  updateOrganisation(id: string, change: Partial<Omit<Organisation, 'id'>>): void {
    this.update((state) => ({
      organisations: state.organisations.map((one) => (one.id === id ? { ...one, ...change } : one)),
    }))
  }

  /** Returns how to stop. */
  subscribe(listener: StateListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tellSoon(): void {
    if (this.#telling) return
    this.#telling = true
    queueMicrotask(() => {
      this.#telling = false
      const before = this.#told
      this.#told = this.#state
      for (const listener of [...this.#listeners]) {
        try {
          listener(this.#state, before)
        } catch (error) {
          // One view that fails must not keep the others from following.
          this.#onMistake(error)
        }
      }
    })
  }
}
