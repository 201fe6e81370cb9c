import { expect, test } from 'vitest'
import { sampleOrganisation, sampleState } from '../../../preload/testing/samples.ts'
import { command, openWindow } from '../action.ts'
import { actionsFor } from './launch-request.ts'

const active = sampleOrganisation({ id: 'org_a' })
const endedSession = { kind: 'sign-in-again', reason: 'ended', since: 0 } as const
const ended = sampleOrganisation({ id: 'org_b', session: endedSession })

test('refresh reads every organisation that is signed in, without opening the window', () => {
  const three = [active, ended, sampleOrganisation({ id: 'org_c' })]
  expect(actionsFor('refresh', sampleState({ organisations: three }))).toEqual([
    command('organisation.refresh', { organisationId: 'org_a' }),
    command('organisation.refresh', { organisationId: 'org_c' }),
  ])
})

test('sign-in starts the first one with the fewest permissions, and shows the window’s choice or a running sign-in otherwise', () => {
  const start = [command('sign-in.start', { permissions: [] }), openWindow]
  const show = [command('sign-in.show', {}), openWindow]
  expect(actionsFor('sign-in', sampleState({ organisations: [] }))).toEqual(start)
  expect(actionsFor('sign-in', sampleState({ organisations: [active] }))).toEqual(show)
  const underWay = sampleState({ organisations: [], signIn: { kind: 'starting', permissions: [] } })
  expect(actionsFor('sign-in', underWay)).toEqual(show)
})

test('show, hidden, quit and diagnostics', () => {
  expect(actionsFor('show', sampleState())).toEqual([openWindow])
  expect(actionsFor('hidden', sampleState())).toEqual([])
  expect(actionsFor('quit', sampleState())).toEqual([{ kind: 'quit' }])
  expect(actionsFor('diagnostics', sampleState()).at(-1)).toEqual(openWindow)
})
