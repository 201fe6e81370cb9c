/**
 * Which limits of the organisation are crossed. An alert is raised once for each crossing and holds until the value is
 * clear of the limit again, so that a balance that moves around it doesn't raise one each time. Only a fresh reading
 * raises or ends an alert; time that passes doesn't.
 */
import type { Alert, AlertKind, Forecast, Limits } from '../../../preload/contract/index.ts'
import { dayMs } from '../../calendar.ts'
import type { AlertsDocument } from './alerts-document.ts'

/** What a fresh reading says about the limits. */
export type Facts = {
  readonly at: number
  /** The amounts mean nothing, and nothing is watched. */
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
/** How far beyond the limit an alert ends, and can be raised anew. */
const spendableClear = 1.1
const daysLeftClear = 0.5
const spendingClear = 0.8

/**
 * One step: from the alerts that held to those that hold now. `since` is when the limit was crossed; it stays as
 * long as the alert holds.
 * @param changed limits that are new: what isn't crossed by its new limit ends at once
 */
export function nextAlerts(
  before: readonly Alert[],
  facts: Facts,
  limits: Limits,
  changed: readonly AlertKind[] = [],
): readonly Alert[] {
  if (facts.invoiced) return []
  return urgency.flatMap((kind) => {
    const held = before.find((one) => one.kind === kind)
    const holds = isCrossed(kind, facts, limits, held !== undefined && !changed.includes(kind))
    return holds ? [held ?? { kind, since: facts.at }] : []
  })
}

/** @param held it has been raised: it ends only clear of the limit */
function isCrossed(kind: AlertKind, facts: Facts, limits: Limits, held: boolean): boolean {
  switch (kind) {
    case 'spending': {
      const limit = limits.spentWithinHourCents
      const spent = facts.spentWithinHourCents
      return limit !== null && (held ? spent > limit * spendingClear : spent > limit)
    }
    case 'spendable': {
      const limit = limits.spendableBelowCents
      return limit !== null && facts.spendableCents < (held ? limit * spendableClear : limit)
    }
    case 'days-left': {
      const limit = limits.daysLeftBelow
      if (limit === null || facts.forecast.kind !== 'known') return false
      const days = (facts.forecast.runsOutAt - facts.at) / dayMs
      return days < (held ? limit + daysLeftClear : limit)
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
  /** Of this run's last reading, and the limits that it was compared with. */
  #facts: Facts | null = null
  #limits: Limits | null = null

  constructor(deps: AlertsDeps) {
    this.#deps = deps
  }

  /** Those that held at the last reading, also of an earlier run. */
  get current(): readonly Alert[] {
    return this.#deps.document.value.alerts
  }

  /** A fresh reading. */
  check(facts: Facts): void {
    this.#facts = facts
    this.#update(facts)
  }

  /**
   * Compares the last reading of this run with the new limits: one that is crossed already is raised, once; an
   * alert that the new limit doesn't ask for ends. Without a reading the next one decides.
   */
  limitsChanged(): void {
    if (this.#facts !== null) this.#update(this.#facts)
  }

  /** Signed out. */
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
