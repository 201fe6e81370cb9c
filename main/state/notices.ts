/** The notices in the window: each is shown once, until it is dismissed or its cause is gone. */
import type { Notice } from '../../preload/contract/index.ts'
import type { ShownNotices } from '../storage/shown-notices.ts'
import type { StateStore } from './store.ts'

export class Notices {
  readonly #state: StateStore

  constructor(state: StateStore) {
    this.#state = state
  }

  add(notice: Notice): void {
    const text = JSON.stringify(notice)
    const isShown = this.#state.current.notices.some((one) => JSON.stringify(one) === text)
    if (!isShown) this.#state.update(({ notices }) => ({ notices: [...notices, notice] }))
  }

  /** Adds a notice unless it was ever shown; true if it was added. */
  addOnce(notice: Notice, shown: ShownNotices): boolean {
    const isFirst = shown.addKind(notice.kind)
    if (isFirst) this.add(notice)
    return isFirst
  }

  remove(kind: Notice['kind']): void {
    if (!this.#state.current.notices.some((one) => one.kind === kind)) return
    this.#state.update(({ notices }) => ({ notices: notices.filter((one) => one.kind !== kind) }))
  }
}
