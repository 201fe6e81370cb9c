import { describe, expect, it } from 'vitest'
import type { Alert, AppState, Organisation } from '../../preload/contract/index.ts'
import { sampleNow as now, sampleOrganisation, sampleState } from '../../preload/testing/samples.ts'
import { failure } from '../parallel/failures.ts'
import { activeCauses, type DueOptions, dueNotices, nextDueAt } from './due-notices.ts'

const hour = 3600_000
const day = 24 * hour

const away: DueOptions = { now, windowVisible: false, isShown: () => false }
const due = (change: Partial<AppState>, looking: Partial<DueOptions> = {}) =>
  dueNotices(sampleState(change), { ...away, ...looking })
const kinds = (change: Partial<AppState>, looking: Partial<DueOptions> = {}) =>
  due(change, looking).show.map(({ kind }) => kind)
const one = (change: Partial<Organisation>) => ({ organisations: [sampleOrganisation(change)] })
const active = sampleOrganisation().session
const until = (authorizationUntil: number) =>
  active.kind === 'active' ? { ...active, authorizationUntil } : active
const low: Alert = { kind: 'spendable', since: now }
const asked = { amountCents: 5000, askedAt: now }
const unknown = { kind: 'unknown', ...asked, isRetrying: false, autoRetry: null, failure: null } as const

describe('what is due', () => {
  it('is nothing without a problem', () => {
    expect(due(one({}))).toEqual({ show: [], seen: [], active: new Set() })
  })

  it('is a required sign-in, an authorization about to end, an undelivered sign-out', () => {
    expect(kinds(one({ session: { kind: 'sign-in-again', since: now } }))).toEqual(['sign-in-again'])
    expect(kinds(one({ session: until(now + 3 * day) }))).toEqual(['ends-soon'])
    expect(kinds(one({ session: until(now + 3 * day + 1) }))).toEqual([])
    const pending = { organisationId: 'org_9', organisationName: 'Halden', until: null, nextTryAt: null }
    expect(kinds({ pendingSignOuts: [{ ...pending, since: now - hour }] })).toEqual(['sign-out-pending'])
    expect(kinds({ pendingSignOuts: [{ ...pending, since: now - hour + 1 }] })).toEqual([])
  })

  it('is a failing disk, at most once a day', () => {
    const notice = { kind: 'storage', failure: failure('storage', 'ENOSPC') } as const
    const unsaved = active.kind === 'active' ? { ...active, unsaved: failure('storage', 'x') } : active
    const [first] = due({ notices: [notice] }).seen
    expect(due(one({ session: unsaved })).seen).toEqual([first])
    expect(kinds({ notices: [notice] }, { isShown: (cause) => cause === first })).toEqual([])
    expect(kinds({ notices: [notice] }, { isShown: (cause) => cause === first, now: now + day })).toEqual([
      'storage',
    ])
  })

  it('is the outcome of a top-up, also an unknown one', () => {
    expect(kinds(one({ topUp: { kind: 'charging', ...asked } }))).toEqual([])
    expect(kinds(one({ topUp: unknown }))).toEqual(['top-up'])
    const added = { kind: 'added', amountCents: 5000, at: now, beforeCents: 1, spendableCents: 5001 } as const
    const isShown = (cause: string) => due(one({ topUp: unknown })).active.has(cause)
    expect(kinds(one({ topUp: added }), { isShown })).toEqual(['top-up'])
  })

  it('is only the most urgent alert of an organisation', () => {
    const alerts: Alert[] = [{ kind: 'spending', since: now }, low]
    const { show, seen } = due(one({ alerts }))
    expect(show).toMatchObject([{ kind: 'alert', alert: 'spending' }])
    expect(seen).toHaveLength(2)
  })
})

describe('what is not said', () => {
  const alerted = one({ alerts: [low] })

  it('is what was shown before, but not the next crossing', () => {
    const { active } = due(alerted)
    const isShown = (cause: string) => active.has(cause)
    expect(kinds(alerted, { isShown })).toEqual([])
    expect(kinds(one({ alerts: [{ ...low, since: now + hour }] }), { isShown })).toEqual(['alert'])
  })

  it('is what the window shows, which then counts as seen, but not for another organisation', () => {
    const view = { screen: 'overview', organisationId: 'org_1', dialog: null } as const
    const inView = due({ ...alerted, view }, { windowVisible: true })
    expect(inView.show).toEqual([])
    expect(inView.seen).toHaveLength(1)
    const other = { ...view, organisationId: 'org_2' }
    expect(kinds({ ...alerted, view: other }, { windowVisible: true })).toEqual(['alert'])
  })

  it('waits while the organisation is snoozed or notifications are off', () => {
    const quiet = one({ alerts: [low], snoozedUntil: now + 1 })
    expect(due(quiet)).toMatchObject({ show: [], seen: [] })
    expect(kinds(quiet, { now: now + 1 })).toEqual(['alert'])
    const settings = { ...sampleState().settings, notifications: false }
    expect(due({ ...alerted, settings })).toMatchObject({ show: [], seen: [] })
  })

  it('is unknown before everything is restored', () => {
    expect(due({ ...alerted, restoring: true }).active.size).toBe(0)
    expect(due({ ...alerted, decrypting: true }).active.size).toBe(0)
  })
})

it('returns the next time at which something becomes due', () => {
  expect(nextDueAt(sampleState(one({})), now)).toBeNull()
  const state = sampleState({
    organisations: [
      sampleOrganisation({ snoozedUntil: now + 5 * hour, session: until(now + 3 * day + 4 * hour) }),
    ],
    pendingSignOuts: [
      { organisationId: 'x', organisationName: 'x', since: now, until: null, nextTryAt: null },
    ],
  })
  expect(nextDueAt(state, now)).toBe(now + hour)
  expect(nextDueAt(state, now + hour)).toBe(now + 4 * hour)
  expect(nextDueAt(state, now + 4 * hour)).toBe(now + 5 * hour)
  expect(nextDueAt(state, now + 5 * hour)).toBeNull()
})

it('keeps a cause active whether or not its notification was shown', () => {
  const alert = (since: number) => one({ alerts: [{ kind: 'spendable' as const, since }] })
  const [cause = ''] = due(alert(now)).seen
  expect(activeCauses(sampleState(alert(now)), now + 2 * day).has(cause)).toBe(true)
  expect(activeCauses(sampleState(one({})), now).has(cause)).toBe(false)
  // Another time that the money ran low.
  expect(activeCauses(sampleState(alert(now + day)), now + day).has(cause)).toBe(false)
})
