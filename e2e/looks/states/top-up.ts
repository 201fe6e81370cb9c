import type { AppState, Dialog, Organisation } from '../../../preload/contract/state.ts'
import { sampleNow } from '../../../preload/testing/samples.ts'
import { failure, halden, hourMs, minuteMs } from '../samples.ts'
import { dialogOver, organisationId, type ScreenState, unknownTopUp } from './build-state.ts'

const topUpDialog: Dialog = { kind: 'top-up', organisationId }
const topUp = (change: Partial<Organisation>): AppState => dialogOver('overview', topUpDialog, halden(change))

export const topUpStates: readonly ScreenState[] = [
  {
    name: 'top-up-choose',
    state: topUp({ addedTodayCents: 2500 }),
    shows: 'Continue',
    alsoNarrow: true,
  },
  {
    name: 'top-up-too-much',
    state: topUp({}),
    actions: [{ type: '250', into: '.dialog .field' }],
    shows: '$100.00',
  },
  {
    name: 'top-up-confirm',
    state: topUp({}),
    actions: [{ click: '.dialog .btn.primary' }],
    shows: 'Charge $50.00',
    alsoZoomed: true,
  },
  {
    name: 'top-up-charging',
    state: topUp({ topUp: { kind: 'charging', amountCents: 5000, askedAt: sampleNow - 4000 } }),
    shows: '$50.00',
  },
  { name: 'top-up-unknown', state: topUp({ topUp: unknownTopUp }), shows: '$50.00' },
  {
    name: 'top-up-too-old',
    state: topUp({ topUp: { kind: 'too-old', amountCents: 5000, askedAt: sampleNow - 30 * hourMs } }),
    shows: '$50.00',
  },
  {
    name: 'top-up-added',
    state: topUp({
      topUp: {
        kind: 'added',
        amountCents: 5000,
        at: sampleNow - minuteMs,
        beforeCents: 18_420,
        spendableCents: 23_420,
      },
    }),
    shows: '$234.20',
  },
  {
    name: 'top-up-not-charged',
    state: topUp({
      topUp: {
        kind: 'not-charged',
        amountCents: 5000,
        at: sampleNow - minuteMs,
        failure: failure('declined', { retryable: false, reference: 'req_8f2c41' }),
      },
    }),
    shows: '$50.00',
  },
  { name: 'top-up-not-allowed', state: topUp({ permissions: ['see'] }), shows: 'Not now' },
]
