/** The settings as they are in force: a change is asked of the desktop first, then kept, then shown. */
import { failed, ok, type Result, type Settings } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type { DesktopSettings, Log } from '../ports.ts'
import type { SettingsDocument } from '../storage/settings.ts'

type Dependencies = {
  readonly document: SettingsDocument
  readonly desktop: DesktopSettings
  readonly log: Log
  readonly report: (settings: Settings) => void
}

export class SettingsInForce {
  readonly #its: Dependencies
  #turn: Promise<unknown> = Promise.resolve()

  constructor(dependencies: Dependencies) {
    this.#its = dependencies
    dependencies.report(dependencies.document.current)
  }

  get current(): Settings {
    return this.#its.document.current
  }

  /** One after the other. What the desktop refuses stays as it was, and its failure is the answer. */
  change(change: Partial<Settings>): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const { desktop, document, report } = this.#its
      const whole = { ...document.current, ...change }
      const applied = await desktop.apply(change, whole)
      if (!applied.ok) return applied
      document.save(whole)
      report(whole)
      return ok(null)
    })
  }

  /** Each on its own, so that one which this desktop refuses doesn't keep the others away: that one stays. */
  async replace(settings: Partial<Settings>): Promise<void> {
    for (const member of membersOf(settings)) {
      const changed = await this.change(member)
      if (!changed.ok) this.#its.log.failure(`setting ${Object.keys(member)} not replaced`, changed.failure)
    }
  }

  /**
   * At start: what was chosen is done again. What the desktop refuses now is logged, and stays chosen. Only the login
   * item is the system's own: whoever switched it off there has changed this setting.
   */
  applyAll(): Promise<void> {
    return this.#inTurn(async () => {
      const { desktop, document, report } = this.#its
      if (this.current.openAtLogin && !desktop.opensAtLogin(this.current)) {
        document.save({ ...this.current, openAtLogin: false })
        report(this.current)
      }
      for (const member of membersOf(this.current)) {
        const applied = await this.#tried(member)
        if (!applied.ok) this.#its.log.failure(`setting ${Object.keys(member)} not applied`, applied.failure)
      }
    })
  }

  /** A mistake of the desktop's about one setting must not keep the app from starting. */
  async #tried(member: Partial<Settings>): Promise<Result<null>> {
    try {
      return await this.#its.desktop.apply(member, this.current)
    } catch (error) {
      return failed(failure('bug', String(error)))
    }
  }

  #inTurn<T>(deed: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(deed, deed)
    this.#turn = turn
    return turn
  }
}

/** Each member as a change of its own. */
function membersOf(settings: Partial<Settings>): readonly Partial<Settings>[] {
  return Object.entries(settings).map(([name, value]) => ({ [name]: value }))
}
