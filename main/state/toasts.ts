/** Toasts report the outcome of a command. They are part of the state, so that a recreated window shows them too. */
import type { Toast } from '../../preload/contract/index.ts'
import type { StateStore } from './store.ts'

const maxToasts = 2

export class Toasts {
  readonly #state: StateStore
  #lastId = 0

  constructor(state: StateStore) {
    this.#state = state
  }

  show(content: Toast['content']): void {
    this.#lastId += 1
    const toast = { id: this.#lastId, content }
    this.#state.update(({ toasts }) => ({ toasts: [...toasts, toast].slice(-maxToasts) }))
  }

  dismiss(id: number): void {
    this.#state.update(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }))
  }
}
