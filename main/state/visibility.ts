/** Passes the organisation on screen and the chosen poll interval to the pollers. */
import type { Organisations } from '../organisation/organisations.ts'
import type { StateStore } from './store.ts'

export class Visibility {
  readonly #state: StateStore
  readonly #organisations: Organisations
  #windowVisible = false

  constructor(state: StateStore, organisations: Organisations) {
    this.#state = state
    this.#organisations = organisations
    state.subscribe((now, before) => {
      if (now.view.organisationId !== before.view.organisationId) this.#update()
      if (now.settings.pollInterval !== before.settings.pollInterval)
        organisations.setPollInterval(now.settings.pollInterval)
    })
  }

  setWindowVisible(isVisible: boolean): void {
    this.#windowVisible = isVisible
    if (isVisible) this.#organisations.recountKeys()
    this.#update()
  }

  #update(): void {
    this.#organisations.setForeground(this.#windowVisible ? this.#state.current.view.organisationId : null)
  }
}
