/** Speaks the language that the user has chosen, or the system's. */
import type { Settings, Spoken } from '../../preload/contract/index.ts'
import { load, speak } from '../../words/desktop.ts'
import type { StateStore } from './store.ts'

export class ChosenLanguage {
  readonly #state: StateStore
  readonly #systems: Spoken
  #changing: Promise<void> = Promise.resolve()

  /** @param systems the language of the system, which is spoken until the user chooses one */
  constructor(state: StateStore, systems: Spoken) {
    this.#state = state
    this.#systems = systems
    state.subscribe(({ settings }, before) => {
      if (settings.language !== before.settings.language) void this.follow()
    })
  }

  /** One after the other, so that the last choice is what is spoken in the end. */
  follow(): Promise<void> {
    this.#changing = this.#changing.then(async () => {
      const wanted = this.#wanted(this.#state.current.settings)
      speak(await load(wanted))
      this.#state.update({ language: wanted })
    })
    return this.#changing
  }

  #wanted({ language }: Settings): Spoken {
    return language === 'system' ? this.#systems : language
  }
}
