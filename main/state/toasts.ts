/** What is said in passing about what the user has asked for. In the state, so that a rebuilt window says it too. */
import type { Toast } from '../../preload/contract/index.ts'
import type { StateStore } from './store.ts'

/** More at once nobody reads. */
const atMost = 2

export class Toasts {
  readonly #state: StateStore
  #lastId = 0

  constructor(state: StateStore) {
    this.#state = state
  }

  say(content: Toast['content']): void {
    this.#lastId += 1
    const toast = { id: this.#lastId, content }
    this.#state.update(({ toasts }) => ({ toasts: [...toasts, toast].slice(-atMost) }))
  }

  dismiss(id: number): void {
    this.#state.update(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }))
  }
}
