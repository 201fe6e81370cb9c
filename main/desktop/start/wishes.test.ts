import { expect, test } from 'vitest'
import { sampleOrganisation, sampleState } from '../../../preload/testing/samples.ts'
import { command, openWindow } from '../action.ts'
import { actionsFor } from './wishes.ts'

const active = sampleOrganisation({ id: 'org_a' })
const endedSession = { kind: 'sign-in-again', reason: 'ended', since: 0 } as const
const ended = sampleOrganisation({ id: 'org_b', session: endedSession })

test('refreshing reads every organisation that can be read, and shows nothing', () => {
  const three = [active, ended, sampleOrganisation({ id: 'org_c' })]
  expect(actionsFor('refresh', sampleState({ organisations: three }))).toEqual([
    command('organisation.refresh', { organisationId: 'org_a' }),
    command('organisation.refresh', { organisationId: 'org_c' }),
  ])
})

test('the first sign-in starts with the least; another one is asked about; one under way is shown', () => {
  const start = [command('sign-in.start', { permissions: [] }), openWindow]
  const show = [command('sign-in.show', {}), openWindow]
  expect(actionsFor('sign-in', sampleState({ organisations: [] }))).toEqual(start)
  expect(actionsFor('sign-in', sampleState({ organisations: [active] }))).toEqual(show)
  const underWay = sampleState({ organisations: [], signIn: { kind: 'starting', permissions: [] } })
  expect(actionsFor('sign-in', underWay)).toEqual(show)
})

test('the others', () => {
  expect(actionsFor('show', sampleState())).toEqual([openWindow])
  expect(actionsFor('hidden', sampleState())).toEqual([])
  expect(actionsFor('quit', sampleState())).toEqual([{ kind: 'quit' }])
  expect(actionsFor('diagnostics', sampleState()).at(-1)).toEqual(openWindow)
})
