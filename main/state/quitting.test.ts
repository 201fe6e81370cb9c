import { expect, it } from 'vitest'
import { sampleNow, sampleOrganisation, sampleState } from '../../preload/testing/samples.ts'
import { wouldLoseDataOnQuit } from './quitting.ts'

it('asks only if something would be lost', () => {
  const loses = (change: Parameters<typeof sampleOrganisation>[0]) =>
    wouldLoseDataOnQuit(sampleState({ organisations: [sampleOrganisation(), sampleOrganisation(change)] }))
  const { keys } = sampleOrganisation()
  expect(loses({})).toBe(false)
  expect(loses({ topUp: { kind: 'charging', amountCents: 5000, askedAt: sampleNow } })).toBe(true)
  expect(loses({ keys: { ...keys, operation: { kind: 'new-key', appId: 'a', name: 'n' } } })).toBe(true)
  expect(loses({ keys: { ...keys, operation: { kind: 'delete-key', keyId: 'k', name: 'n' } } })).toBe(false)
  const secret = {
    organisationId: 'org_1',
    organisationName: 'Halden Research',
    appName: 'app',
    keyName: 'key',
    masked: '…abcd',
    copiedAt: null,
    clearsAt: null,
    clipboardUnverified: false,
    savedAs: null,
    expiresAt: null,
  }
  expect(wouldLoseDataOnQuit(sampleState({ secret }))).toBe(true)
})
