/** The settings in force: a change is applied to the desktop first, then stored, then shown. */
import { failed, ok, type Result, type Settings } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type { DesktopSettings, Log } from '../ports.ts'
import type { SettingsDocument } from '../storage/settings.ts'

type SettingsDeps = {
  readonly document: SettingsDocument
  readonly desktop: DesktopSettings
  readonly log: Log
  readonly report: (settings: Settings) => void
}

export class SettingsInForce {
  readonly #deps: SettingsDeps
  #turn: Promise<unknown> = Promise.resolve()

  constructor(dependencies: SettingsDeps) {
    this.#deps = dependencies
    dependencies.report(dependencies.document.current)
  }

  get current(): Settings {
    return this.#deps.document.current
  }

  /** Changes are applied one after the other. One that the desktop refuses is not made, and its failure is returned. */
  change(change: Partial<Settings>): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const { desktop, document, report } = this.#deps
      const whole = { ...document.current, ...change }
      const applied = await desktop.apply(change, whole)
      if (!applied.ok) return applied
      document.save(whole)
      report(whole)
      return ok(null)
    })
  }

  /** Applies each setting separately, so that one that this desktop refuses doesn't prevent the others. */
  async replace(settings: Partial<Settings>): Promise<void> {
    for (const member of membersOf(settings)) {
      const changed = await this.change(member)
      if (!changed.ok) this.#deps.log.failure(`setting ${Object.keys(member)} not replaced`, changed.failure)
    }
  }

  /**
   * At start-up: applies all settings again. What the desktop refuses is logged and stays chosen. The login item is the
   * exception: if the user has removed it in the system's settings, this setting changes.
   */
  applyAll(): Promise<void> {
    return this.#inTurn(async () => {
      const { desktop, document, report } = this.#deps
      if (this.current.openAtLogin && !desktop.opensAtLogin(this.current)) {
        document.save({ ...this.current, openAtLogin: false })
        report(this.current)
      }
      for (const member of membersOf(this.current)) {
        const applied = await this.#tried(member)
        if (!applied.ok) this.#deps.log.failure(`setting ${Object.keys(member)} not applied`, applied.failure)
      }
    })
  }

  /** An exception about one setting must not prevent the app from starting. */
  async #tried(member: Partial<Settings>): Promise<Result<null>> {
    try {
      return await this.#deps.desktop.apply(member, this.current)
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

/** Splits a change into changes of single members. */
function membersOf(settings: Partial<Settings>): readonly Partial<Settings>[] {
  return Object.entries(settings).map(([name, value]) => ({ [name]: value }))
}
