/** Applies the language that the user has chosen, or the system's. */
import type { DisplayLanguage, Settings, SystemInfo } from '../../preload/contract/index.ts'
import { load, speak } from '../../words/desktop.ts'
import { failure } from '../parallel/failures.ts'
import type { Log } from '../ports.ts'
import type { StateStore } from './store.ts'

export class ChosenLanguage {
  readonly #state: StateStore
  readonly #systems: DisplayLanguage
  readonly #platform: SystemInfo['platform']
  readonly #log: Log
  #changing: Promise<void> = Promise.resolve()

  /** @param systems the system's language, used until the user chooses one */
  constructor(state: StateStore, systems: DisplayLanguage, platform: SystemInfo['platform'], log: Log) {
    this.#state = state
    this.#log = log
    this.#systems = systems
    this.#platform = platform
    state.subscribe(({ settings }, before) => {
      if (settings.language !== before.settings.language) void this.follow()
    })
  }

  /**
   * Changes are applied one after the other, so that the last choice wins. If the words can't be loaded because an update
   * has replaced the program's files, the previous language stays.
   */
  follow(): Promise<void> {
    this.#changing = this.#changing.then(async () => {
      const wanted = this.#wanted(this.#state.current.settings)
      try {
        speak(await load(wanted, this.#platform))
        this.#state.update({ language: wanted })
      } catch (error) {
        this.#log.failure('words not loaded', failure('bug', String(error)))
      }
    })
    return this.#changing
  }

  #wanted({ language }: Settings): DisplayLanguage {
    return language === 'system' ? this.#systems : language
  }
}
