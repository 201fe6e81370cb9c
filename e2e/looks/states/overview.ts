import type { AppState, Organisation } from '../../../preload/contract/state.ts'
import { sampleNow, sampleState } from '../../../preload/testing/samples.ts'
import {
  activeSession,
  balance,
  dayMs,
  failure,
  halden,
  history,
  hourMs,
  keys,
  manyOrganisations,
  otherOrganisations,
} from '../samples.ts'
import {
  at,
  failedDeletion,
  organisationId,
  overview,
  type ScreenState,
  toast,
  unknownTopUp,
} from './build-state.ts'

export const overviewStates: readonly ScreenState[] = [
  {
    name: 'crashed',
    state: overview({}, { notices: [{ kind: 'crashed', at: sampleNow - hourMs }] }),
    shows: 'Quit unexpectedly',
  },
  {
    name: 'overview',
    state: overview({}),
    shows: 'About 12 days left',
    alsoZoomed: true,
    alsoWide: true,
    alsoLarge: true,
    alsoNarrow: true,
  },
  {
    name: 'overview-low',
    state: overview({
      balance: { ...balance, creditCents: 1350, heldCents: 1000, spendableCents: 350 },
      alerts: [{ kind: 'spendable', since: sampleNow - hourMs }],
      history: {
        ...history,
        forecast: { kind: 'known', perDayCents: 1535, basisMs: 7 * dayMs, runsOutAt: sampleNow + 5 * hourMs },
      },
    }),
    shows: 'Low balance',
  },
  {
    name: 'overview-stale',
    state: overview({
      balance: { ...balance, readAt: sampleNow - 3 * hourMs },
      staleAt: sampleNow - 2 * hourMs,
      trouble: { failure: failure('offline'), since: sampleNow - 3 * hourMs },
    }),
    shows: 'Offline since',
    alsoZoomed: true,
  },
  {
    name: 'overview-invoice',
    state: overview({ balance: { ...balance, invoiced: true } }),
    shows: 'Pays by invoice',
  },
  {
    name: 'overview-loading',
    state: overview({
      balance: null,
      refreshing: true,
      staleAt: null,
      history: {
        ...history,
        readings: 0,
        since: null,
        sinceYesterdayCents: null,
        forecast: { kind: 'not-enough', since: null },
      },
    }),
    pendingQueries: true,
    shows: 'Spendable',
  },
  {
    name: 'overview-top-up-unknown',
    state: overview({ topUp: unknownTopUp }),
    shows: 'charge not confirmed',
  },
  {
    name: 'overview-not-enough',
    state: overview({
      history: {
        ...history,
        readings: 1,
        since: sampleNow - hourMs,
        sinceYesterdayCents: null,
        forecast: { kind: 'not-enough', since: sampleNow - hourMs },
      },
      keys: { ...keys, keys: 0, rotateDue: 0 },
    }),
    pendingQueries: true,
    shows: 'Not enough data yet',
  },
  {
    name: 'overview-below-zero',
    state: overview({ balance: { ...balance, creditCents: 1000, heldCents: 1250, spendableCents: -250 } }),
    shows: 'Below zero',
  },
  {
    name: 'overview-huge',
    state: overview({
      balance: { ...balance, creditCents: 12_345_678_900, spendableCents: 12_345_677_650 },
    }),
    shows: '$123,456,776.50',
    alsoNarrow: true,
  },
  { name: 'overview-arrived', state: overview({ arrived: { insteadOf: null } }), shows: 'Signed in to' },
  {
    name: 'overview-again',
    state: overview({ session: { kind: 'sign-in-again', since: sampleNow - hourMs } }),
    shows: 'Authorization ended',
  },
  {
    name: 'overview-switcher',
    state: overview({}),
    actions: [{ click: '.org-switch' }],
    shows: 'Brightwater Labs',
    alsoZoomed: true,
  },
  {
    name: 'overview-toasts',
    state: overview(
      {},
      { toasts: [toast(1, { kind: 'snoozed', organisationId }), toast(2, failedDeletion())] },
    ),
    shows: 'Undo',
  },
  {
    name: 'overview-ends-soon',
    state: overview({ session: { ...activeSession, authorizationUntil: sampleNow + 2 * dayMs } }),
    shows: 'Authorization ends',
  },
  {
    name: 'overview-update',
    state: overview({}, { notices: [{ kind: 'update', version: '0.2.0', by: null }] }),
    shows: 'Version 0.2.0 is ready',
    alsoNarrow: true,
  },
  {
    name: 'overview-update-deb',
    state: overview({}, { notices: [{ kind: 'update', version: '0.2.0', by: 'deb' }] }),
    shows: '--only-upgrade',
    alsoNarrow: true,
  },
  {
    name: 'overview-storage',
    state: overview({}, { notices: [{ kind: 'storage', failure: failure('storage') }] }),
    shows: 'Halden Research',
  },
  {
    name: 'overview-keyring-waits',
    state: overview({}, { decrypting: true, notices: [{ kind: 'keyring-waits' }] }),
    shows: 'Waiting for the keyring',
  },
  { name: 'palette', state: overview({}), actions: [{ press: 'Control+K' }], shows: 'Refresh now' },
  {
    name: 'palette-typed',
    state: overview({}),
    actions: [{ press: 'Control+K' }, { type: 'key', into: '.palette input' }],
    shows: 'production',
  },
  {
    name: 'palette-of-key',
    state: overview({}),
    actions: [{ press: 'Control+K' }, { type: 'prod', into: '.palette input' }, { press: 'Enter' }],
    shows: 'Delete…',
  },
]

function all(organisations: readonly Organisation[]): AppState {
  return sampleState({ organisations, view: { screen: 'all', organisationId, dialog: null } })
}

export const manyStates: readonly ScreenState[] = [
  {
    name: 'all-four',
    state: all([halden(), ...otherOrganisations()]),
    shows: 'All organizations',
    alsoWide: true,
    alsoNarrow: true,
  },
  {
    name: 'all-12',
    state: all(manyOrganisations(12)),
    shows: '10 of 12 counted',
    alsoWide: true,
    alsoLarge: true,
    alsoNarrow: true,
  },
  {
    name: 'all-50',
    state: all(manyOrganisations(50)),
    shows: '48 of 50 counted',
    alsoWide: true,
    alsoNarrow: true,
  },
  {
    name: 'all-sorted',
    state: all(manyOrganisations(12)),
    actions: [{ click: '.amount-cell .sort' }, { press: 'ArrowDown' }, { press: 'ArrowDown' }],
    shows: 'Days left',
    alsoWide: true,
  },
  {
    name: 'switcher-12',
    state: at('overview', halden(), { organisations: manyOrganisations(12) }),
    actions: [{ click: '.org-switch' }],
    shows: 'Northgate Analytics',
    alsoNarrow: true,
  },
  {
    name: 'switcher-50',
    state: at('keys', halden(), { organisations: manyOrganisations(50) }),
    actions: [{ click: '.org-switch' }],
    shows: 'Northgate Analytics',
  },
  {
    name: 'switcher-typed',
    state: at('overview', halden(), { organisations: manyOrganisations(50) }),
    actions: [{ click: '.org-switch' }, { type: 'br', into: '.org-menu input' }],
    shows: 'Brightwater Labs 2',
  },
]
