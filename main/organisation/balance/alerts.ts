/**
 * Alerts for the limits that the organisation has crossed, with hysteresis: an alert is raised once for each crossing and
 * stays active until the value is clear of the limit again. Only a successful reading raises or ends an alert.
 */
import type { Alert, AlertKind, Forecast, Limits } from '../../../preload/contract/index.ts'
import { dayMs } from '../../calendar.ts'
import type { AlertsDocument } from './alerts-document.ts'

/** The values of a reading that the limits apply to. */
export type Facts = {
  readonly at: number
  /** The amounts have no meaning, so no limit applies. */
  readonly invoiced: boolean
  readonly spendableCents: number
  readonly forecast: Forecast
  readonly spentWithinHourCents: number
}

/** The most urgent first. */
const urgency: readonly AlertKind[] = ['spending', 'spendable', 'days-left']
const limitOf = {
  spending: 'spentWithinHourCents',
  spendable: 'spendableBelowCents',
  'days-left': 'daysLeftBelow',
} as const satisfies Record<AlertKind, keyof Limits>
/** How far beyond the limit an alert ends and can be raised again. */
const spendableClear = 1.1
const daysLeftClear = 0.5
const spendingClear = 0.8

/**
 * The active alerts after a reading. `since` is when the limit was crossed, and stays the same while the alert is active.
 * @param changed the limits that have just been changed, to which no hysteresis applies
 */
export function nextAlerts(
  before: readonly Alert[],
  facts: Facts,
  limits: Limits,
  changed: readonly AlertKind[] = [],
): readonly Alert[] {
  if (facts.invoiced) return []
  return urgency.flatMap((kind) => {
    const active = before.find((one) => one.kind === kind)
    const crossed = isCrossed(kind, facts, limits, active !== undefined && !changed.includes(kind))
    return crossed ? [active ?? { kind, since: facts.at }] : []
  })
}

/** @param isActive whether the alert is already active, so that hysteresis applies */
function isCrossed(kind: AlertKind, facts: Facts, limits: Limits, isActive: boolean): boolean {
  switch (kind) {
    case 'spending': {
      const limit = limits.spentWithinHourCents
      const spent = facts.spentWithinHourCents
      return limit !== null && (isActive ? spent > limit * spendingClear : spent > limit)
    }
    case 'spendable': {
      const limit = limits.spendableBelowCents
      return limit !== null && facts.spendableCents < (isActive ? limit * spendableClear : limit)
    }
    case 'days-left': {
      const limit = limits.daysLeftBelow
      if (limit === null || facts.forecast.kind !== 'known') return false
      const days = (facts.forecast.runsOutAt - facts.at) / dayMs
      return days < (isActive ? limit + daysLeftClear : limit)
    }
  }
}

export type AlertsDeps = {
  readonly document: AlertsDocument
  readonly limits: () => Limits
  readonly report: (change: { readonly alerts: readonly Alert[] }) => void
}

export class Alerts {
  readonly #deps: AlertsDeps
  /** This run's last reading, and the limits that it was compared with. */
  #facts: Facts | null = null
  #limits: Limits | null = null

  constructor(deps: AlertsDeps) {
    this.#deps = deps
  }

  /** Those that were active at the last reading, also in an earlier run. */
  get current(): readonly Alert[] {
    return this.#deps.document.value.alerts
  }

  /** Compares a reading with the limits. */
  check(facts: Facts): void {
    this.#facts = facts
    this.#update(facts)
  }

  /**
   * Compares the last reading of this run with the new limits at once. Without one, the next reading decides.
   */
  limitsChanged(): void {
    if (this.#facts !== null) this.#update(this.#facts)
  }

  /** Ends all alerts after a sign-out. */
  forget(): void {
    this.#facts = null
    this.#limits = null
    this.#deps.document.reset()
  }

  #update(facts: Facts): void {
    const { document, report } = this.#deps
    const before = this.current
    const limits = this.#deps.limits()
    const last = this.#limits ?? limits
    this.#limits = limits
    const changed = urgency.filter((kind) => last[limitOf[kind]] !== limits[limitOf[kind]])
    const alerts = nextAlerts(before, facts, limits, changed)
    if (isSame(before, alerts)) return
    if (alerts.length === 0) document.reset()
    else document.replace({ version: 1, alerts: [...alerts] })
    report({ alerts })
  }
}

function isSame(one: readonly Alert[], other: readonly Alert[]): boolean {
  return one.length === other.length && one.every((alert, index) => alert === other[index])
}
