import { expect, test } from 'vitest'
import { sampleNow, sampleOrganisation, sampleState } from '../../preload/testing/samples.ts'
import { failure } from '../parallel/failures.ts'
import { mayRelaunch, type RelaunchConditions } from './relaunch.ts'

const locked = sampleOrganisation({ session: { kind: 'unreadable', since: sampleNow } })
const state = sampleState({ organisations: [locked, sampleOrganisation({ id: 'org_2' })] })
const quiet: RelaunchConditions = {
  windowVisible: false,
  hasUnsavedGrant: false,
  lastRelaunchAt: null,
  now: sampleNow,
}

test('relaunches for a locked sign-in when the user won’t notice', () => {
  expect(mayRelaunch(state, quiet)).toBe(true)
  expect(mayRelaunch({ ...state, organisations: [sampleOrganisation()] }, quiet)).toBe(false)
})

test.each([
  ['a window in view', { windowVisible: true }],
  ['a grant that is only in memory', { hasUnsavedGrant: true }],
  ['it has just done so', { lastRelaunchAt: sampleNow - 60_000 }],
])('does not relaunch with %s', (_, around) => {
  expect(mayRelaunch(state, { ...quiet, ...around })).toBe(false)
})

test('relaunches again after a while, also if the clock was set back', () => {
  expect(mayRelaunch(state, { ...quiet, lastRelaunchAt: sampleNow - 3600_000 })).toBe(true)
  expect(mayRelaunch(state, { ...quiet, lastRelaunchAt: sampleNow + 3600_000 })).toBe(true)
})

const charge = { amountCents: 2500, askedAt: sampleNow }
const unknown = { kind: 'unknown', ...charge, autoRetry: null, failure: null } as const

const making = { kind: 'new-key', appId: 'app_1', name: 'k' } as const

test.each([
  ['what was kept is still being read', { restoring: true }],
  ['the keyring hasn’t answered yet', { decrypting: true }],
  ['a sign-in is under way', { signIn: { kind: 'starting', permissions: [] } as const }],
  [
    'a card is being charged',
    { organisations: [locked, sampleOrganisation({ topUp: { kind: 'charging', ...charge } })] },
  ],
  [
    'it is being asked what became of a charge',
    { organisations: [locked, sampleOrganisation({ topUp: { ...unknown, isRetrying: true } })] },
  ],
  [
    'a key is being made, whose secret comes only once',
    {
      organisations: [
        locked,
        sampleOrganisation({
          keys: { ...sampleOrganisation().keys, operation: { kind: 'new-key', appId: 'app_1', name: 'key' } },
        }),
      ],
    },
  ],
  [
    'a sign-out is under way',
    { organisations: [locked, sampleOrganisation({ session: { kind: 'signing-out' } })] },
  ],
  [
    'a key is being made, whose secret comes with the answer',
    {
      organisations: [
        locked,
        sampleOrganisation({ keys: { ...sampleOrganisation().keys, operation: making } }),
      ],
    },
  ],
  [
    'a secret waits to be put away',
    {
      secret: {
        organisationId: 'org_1',
        organisationName: 'Halden Research',
        appName: 'a',
        keyName: 'k',
        masked: '…1234',
        copiedAt: null,
        clearsAt: null,
        clipboardUnverified: false,
        savedAs: null,
        expiresAt: null,
      },
    },
  ],
])('does not relaunch while %s', (_, change) => {
  expect(mayRelaunch({ ...state, ...change }, quiet)).toBe(false)
})

test('does not wait for pending or ended operations', () => {
  const organisations = [locked, sampleOrganisation({ topUp: { ...unknown, isRetrying: false } })]
  const ended = {
    kind: 'ended',
    failure: failure('expired', ''),
    permissions: [],
    again: null,
    userCode: null,
    lifetimeMs: null,
  } as const
  expect(mayRelaunch({ ...state, organisations, signIn: ended }, quiet)).toBe(true)
})
