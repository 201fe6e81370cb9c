/** Whether a closed window can be reached again by the tray icon. On Linux only the desktop knows, and it may change. */
import type { Clock } from '../../ports.ts'
import type { hasTrayHost } from './tray-host.ts'

const lookEveryMs = 1000

export type TrayReachOptions = {
  readonly clock: Clock
  readonly system: NodeJS.Platform
  readonly ask: () => ReturnType<typeof hasTrayHost>
  /** `isNew`: it has come since the app looked last; an icon that was made before isn't known to it. */
  readonly onHosted: (isNew: boolean) => void
  /** It was looked for, and certainly isn't there. */
  readonly onNone: () => void
}

export class TrayReach {
  readonly #its: TrayReachOptions
  #isHosted: boolean | null

  constructor(options: TrayReachOptions) {
    this.#its = options
    this.#isHosted = options.system === 'linux' ? null : true
  }

  /** Null: not known yet. */
  get isHosted(): boolean | null {
    return this.#isHosted
  }

  /** @param patienceMs how long one may be missing before that is said: after a login it comes late */
  async look(patienceMs = 0): Promise<void> {
    const { ask, clock, onHosted, onNone } = this.#its
    let answer = await ask()
    for (let waitedMs = 0; answer !== true && waitedMs < patienceMs; waitedMs += lookEveryMs) {
      this.#isHosted = false
      await clock.wait(lookEveryMs, new AbortController().signal)
      answer = await ask()
    }
    if (answer === true) onHosted(this.#isHosted === false)
    this.#isHosted = answer === true
    if (answer === false) onNone()
  }
}
