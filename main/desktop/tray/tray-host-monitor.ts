/** Whether the tray icon is visible, so that a closed window can be reopened. On Linux that depends on the panel. */
import type { Clock } from '../../ports.ts'
import type { hasTrayHost } from './tray-host.ts'

const checkIntervalMs = 1000

export type TrayHostMonitorDeps = {
  readonly clock: Clock
  readonly system: NodeJS.Platform
  readonly ask: () => ReturnType<typeof hasTrayHost>
  /** `isNew`: the host started after the last check, so it doesn't know an icon that was created before. */
  readonly onHosted: (isNew: boolean) => void
  /** The desktop has certainly no tray host. */
  readonly onMissing: () => void
}

export class TrayHostMonitor {
  readonly #deps: TrayHostMonitorDeps
  #isHosted: boolean | null
  /** Concurrent checks share one question. */
  #asking: ReturnType<TrayHostMonitorDeps['ask']> | null = null

  constructor(deps: TrayHostMonitorDeps) {
    this.#deps = deps
    this.#isHosted = deps.system === 'linux' ? null : true
  }

  /** Null before the first check. */
  get isHosted(): boolean | null {
    return this.#isHosted
  }

  /**
   * Asks again, and reports what the answer changes.
   * @param timeoutMs how long to wait for a host before reporting none: after a login the panel starts late
   * @returns the last answer
   */
  async check(timeoutMs = 0): Promise<boolean | 'unknown'> {
    const { clock, onHosted, onMissing } = this.#deps
    let answer = await this.#ask()
    for (let waitedMs = 0; answer !== true && waitedMs < timeoutMs; waitedMs += checkIntervalMs) {
      this.#isHosted = false
      await clock.wait(checkIntervalMs, new AbortController().signal)
      answer = await this.#ask()
    }
    if (answer === true) onHosted(this.#isHosted === false)
    this.#isHosted = answer === true
    if (answer === false) onMissing()
    return answer
  }

  #ask(): ReturnType<TrayHostMonitorDeps['ask']> {
    this.#asking ??= this.#deps.ask().finally(() => {
      this.#asking = null
    })
    return this.#asking
  }
}
