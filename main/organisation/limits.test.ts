import { expect, it } from 'vitest'
import { defaultLimits, type Limits } from '../../preload/contract/index.ts'
import { MemoryStore } from '../testing/memory-ports.ts'
import { ChosenLimits } from './limits.ts'

const here = 'https://api.parallel.ai/account'
const there = 'https://api.other.example/account'
const events = {
  onWritten: () => {},
  onStrange: (file: string) => expect.fail(`${file} was not understood`),
}
const none: Limits = {
  spendableBelowCents: null,
  daysLeftBelow: null,
  spentWithinHourCents: null,
  topUpPerDayCents: null,
  rotateAfterDays: null,
}

it('each organisation has its own, on each server', () => {
  const store = new MemoryStore()
  const limits = new ChosenLimits(store, here, events)
  expect(limits.get('org_1')).toEqual(defaultLimits)
  limits.keep('org_1', none)
  limits.keep('org_2', { ...none, daysLeftBelow: 9 })
  limits.keep('org_1', { ...none, daysLeftBelow: 2 })
  const again = new ChosenLimits(store, here, events)
  expect(again.get('org_1').daysLeftBelow).toBe(2)
  expect(again.get('org_2').daysLeftBelow).toBe(9)
  expect(again.all).toHaveLength(2)
  expect(new ChosenLimits(store, there, events).get('org_1')).toEqual(defaultLimits)
})

it('forgetting one leaves the others, and those of other servers', () => {
  const store = new MemoryStore()
  new ChosenLimits(store, there, events).keep('org_1', none)
  const limits = new ChosenLimits(store, here, events)
  limits.keep('org_1', none)
  limits.keep('org_2', none)
  limits.forget('org_1')
  const again = new ChosenLimits(store, here, events)
  expect(again.get('org_1')).toEqual(defaultLimits)
  expect(again.get('org_2')).toEqual(none)
  expect(new ChosenLimits(store, there, events).get('org_1')).toEqual(none)
})

it('of several for the same organisation the last one holds', () => {
  const limits = new ChosenLimits(new MemoryStore(), here, events)
  const of = (daysLeftBelow: number) => ({
    serviceApiUrl: here,
    organisationId: 'org_1',
    limits: { ...none, daysLeftBelow },
  })
  limits.keepAll([of(1), of(2)])
  expect(limits.all).toEqual([of(2)])
})

it('a member that a hand has spoilt falls back, and the others stay', () => {
  const store = new MemoryStore()
  const edited = { ...none, daysLeftBelow: 0, spentWithinHourCents: '25' }
  const row = { serviceApiUrl: here, organisationId: 'org_1', limits: edited }
  store.files.set('limits', JSON.stringify({ version: 1, organisations: [row] }))
  const { daysLeftBelow, spentWithinHourCents } = defaultLimits
  expect(new ChosenLimits(store, here, events).get('org_1')).toEqual({
    ...none,
    daysLeftBelow,
    spentWithinHourCents,
  })
})
