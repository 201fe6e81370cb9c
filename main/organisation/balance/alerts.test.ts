import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Alert, type AlertKind, defaultLimits, type Limits } from '../../../preload/contract/index.ts'
import { memoryFolder } from '../../testing/memory-folder.ts'
import { MemoryStore } from '../../testing/memory-ports.ts'

import { Alerts, type Facts, nextAlerts } from './alerts.ts'
import { alertsDocument } from './alerts-document.ts'

const day = 24 * 3_600_000

function facts(change: Partial<Facts> & { daysLeft?: number } = {}): Facts {
  const { daysLeft = 100, at = 1000, ...rest } = change
  return {
    at,
    invoiced: false,
    spendableCents: 50_000,
    spentWithinHourCents: 0,
    forecast: { kind: 'known', perDayCents: 1, basisMs: 7 * day, runsOutAt: at + daysLeft * day },
    ...rest,
  }
}

/** What holds after each of the values, one after the other. */
function through(kind: AlertKind, values: readonly number[]): boolean[] {
  let held: readonly Alert[] = []
  return values.map((value, at) => {
    const change = {
      spendable: { spendableCents: value },
      'days-left': { daysLeft: value },
      spending: { spentWithinHourCents: value },
    }[kind]
    held = nextAlerts(held, facts({ at, ...change }), defaultLimits)
    return held.some((one) => one.kind === kind)
  })
}

describe('the limits', () => {
  it('raises "spendable" below the limit, and ends it 10 % above it', () => {
    expect(through('spendable', [1000, 999.9, 1050, 1099, 1100, 1050, 999])).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
      true,
    ])
  })

  it('raises "days left" below the limit, and ends it half a day above it', () => {
    expect(through('days-left', [3, 2.9, 3.4, 3.5, 3.2, 2])).toEqual([false, true, true, false, false, true])
  })

  it('raises "spending" above the limit within an hour, and ends it at 80 % of it', () => {
    expect(through('spending', [2500, 2501, 2100, 2000, 2400, 2600])).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
    ])
  })

  it('names the most urgent first', () => {
    const all = facts({ spendableCents: -5, daysLeft: 0, spentWithinHourCents: 9000 })
    expect(nextAlerts([], all, defaultLimits).map(({ kind }) => kind)).toEqual([
      'spending',
      'spendable',
      'days-left',
    ])
  })

  it('raises none for an organisation that pays by invoice, or without a limit', () => {
    const all = facts({ spendableCents: 0, daysLeft: 0, spentWithinHourCents: 9000 })
    const none: Limits = {
      ...defaultLimits,
      spendableBelowCents: null,
      daysLeftBelow: null,
      spentWithinHourCents: null,
    }
    const held = nextAlerts([], all, defaultLimits)
    expect(nextAlerts(held, { ...all, invoiced: true }, defaultLimits)).toEqual([])
    expect(nextAlerts(held, all, none)).toEqual([])
  })

  it('raises no "days left" without a forecast', () => {
    const before = nextAlerts([], facts({ daysLeft: 1 }), defaultLimits)
    expect(before).toHaveLength(1)
    expect(
      nextAlerts(before, { ...facts(), forecast: { kind: 'no-spending', basisMs: day } }, defaultLimits),
    ).toEqual([])
  })

  it('property: raises an alert once for each crossing, and keeps it the same until it ends', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 800, max: 1300 }), { minLength: 1 }), (values) => {
        let held: readonly Alert[] = []
        let armed = true
        values.forEach((spendableCents, at) => {
          const before = held
          held = nextAlerts(held, facts({ at, spendableCents }), defaultLimits)
          const isRaised = held.length > 0 && before.length === 0
          expect(isRaised).toBe(armed && spendableCents < 1000)
          if (before.length > 0 && held.length > 0) expect(held[0]).toBe(before[0])
          if (isRaised) expect(held[0]?.since).toBe(at)
          if (isRaised) armed = false
          if (spendableCents >= 1100) armed = true
        })
      }),
    )
  })
})

describe('Alerts', () => {
  function made(store = new MemoryStore(), limits: { current: Limits } = { current: defaultLimits }) {
    const reported: (readonly Alert[])[] = []
    const folder = memoryFolder({ store })
    const alerts = new Alerts({
      document: alertsDocument(folder),
      limits: () => limits.current,
      report: (change) => reported.push(change.alerts),
    })
    return { alerts, reported, store, limits, name: folder.nameOf('alerts') }
  }
  const low = facts({ at: 7, spendableCents: 900 })

  it('raises nothing again after a restart, and keeps `since`', () => {
    const first = made()
    first.alerts.check(low)
    const again = made(first.store)
    expect(again.alerts.current).toEqual([{ kind: 'spendable', since: 7 }])
    again.alerts.check({ ...low, at: 99, spendableCents: 950 })
    expect(again.reported).toEqual([])
    again.alerts.check(facts({ at: 100 }))
    expect(again.reported).toEqual([[]])
    expect(made(first.store).alerts.current).toEqual([])
  })

  it('forgets everything, and leaves no file', () => {
    const { alerts, store } = made()
    alerts.check(low)
    expect(store.files.size).toBe(1)
    alerts.forget()
    expect([alerts.current, store.files.size]).toEqual([[], 0])
  })

  it('applies a changed limit at once, in both directions', () => {
    const { alerts, reported, limits } = made()
    alerts.limitsChanged()
    alerts.check(facts({ at: 7, spendableCents: 1500 }))
    expect(reported).toEqual([])
    limits.current = { ...defaultLimits, spendableBelowCents: 2000 }
    alerts.limitsChanged()
    limits.current = { ...defaultLimits, spendableBelowCents: 3000 }
    alerts.limitsChanged()
    expect(reported).toEqual([[{ kind: 'spendable', since: 7 }]])
    limits.current = { ...defaultLimits, spendableBelowCents: 1450 }
    alerts.limitsChanged()
    expect(reported.at(-1)).toEqual([])
  })

  it('keeps an active alert when another limit changes', () => {
    const { alerts, limits } = made()
    alerts.check(low)
    alerts.check(facts({ at: 8, spendableCents: 1050 }))
    limits.current = { ...defaultLimits, rotateAfterDays: 30, daysLeftBelow: 1 }
    alerts.limitsChanged()
    expect(alerts.current).toEqual([{ kind: 'spendable', since: 7 }])
  })

  it('sets an unreadable document aside, and raises its alerts again', () => {
    const store = new MemoryStore()
    const { name } = made(store)
    store.files.set(name, JSON.stringify({ version: 9 }))
    const { alerts } = made(store)
    alerts.check(low)
    expect(alerts.current).toHaveLength(1)
    expect(store.aside).toEqual([`${name}.newer`])
  })
})
