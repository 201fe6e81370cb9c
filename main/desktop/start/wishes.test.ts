import { expect, test } from 'vitest'
import { sampleOrganisation, sampleState } from '../../../preload/testing/samples.ts'
import { command, openWindow } from '../deed.ts'
import { deedsOf } from './wishes.ts'

const active = sampleOrganisation({ id: 'org_a' })
const endedSession = { kind: 'sign-in-again', reason: 'ended', since: 0 } as const
const ended = sampleOrganisation({ id: 'org_b', session: endedSession })

test('refreshing reads every organisation that can be read, and shows nothing', () => {
  const three = [active, ended, sampleOrganisation({ id: 'org_c' })]
  expect(deedsOf('refresh', sampleState({ organisations: three }))).toEqual([
    command('organisation.refresh', { organisationId: 'org_a' }),
    command('organisation.refresh', { organisationId: 'org_c' }),
  ])
})

test('the first sign-in starts with the least; another one is asked about; one under way is shown', () => {
  const start = [command('sign-in.start', { permissions: [] }), openWindow]
  const show = [command('sign-in.show', {}), openWindow]
  expect(deedsOf('sign-in', sampleState({ organisations: [] }))).toEqual(start)
  expect(deedsOf('sign-in', sampleState({ organisations: [active] }))).toEqual(show)
  const underWay = sampleState({ organisations: [], signIn: { kind: 'starting', permissions: [] } })
  expect(deedsOf('sign-in', underWay)).toEqual(show)
})

test('the others', () => {
  expect(deedsOf('show', sampleState())).toEqual([openWindow])
  expect(deedsOf('hidden', sampleState())).toEqual([])
  expect(deedsOf('quit', sampleState())).toEqual([{ kind: 'quit' }])
  expect(deedsOf('diagnostics', sampleState()).at(-1)).toEqual(openWindow)
})
