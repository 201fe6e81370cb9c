import { beforeEach, expect, test } from 'vitest'
import { sampleOrganisation, sampleState } from '../../preload/testing/samples.ts'
import { Navigation } from './navigation.ts'
import { StateStore } from './store.ts'

const first = sampleOrganisation()
const second = { ...first, id: 'org_second' }
const dialog = { kind: 'diagnostics' } as const

let state: StateStore
let navigation: Navigation
beforeEach(() => {
  const view = { screen: 'sign-in', organisationId: null, dialog: null } as const
  state = new StateStore(sampleState({ organisations: [], view }), (error) => {
    throw error
  })
  navigation = new Navigation(state)
})

test('stays in the settings while there is no organisation', () => {
  navigation.show('settings')
  navigation.openDialog(dialog)
  navigation.update([], [])
  expect(state.current.view).toEqual({ screen: 'settings', organisationId: null, dialog })
})

test('shows the first organisation once there is one', () => {
  navigation.update([first], [])
  expect(state.current.view.organisationId).toBe(first.id)
})

test('stays with the organisation on screen when others come and go', () => {
  navigation.update([first, second], [])
  navigation.showOrganisation(second.id, 'keys')
  navigation.update([second], [])
  expect(state.current.view).toEqual({ screen: 'keys', organisationId: second.id, dialog: null })
})

test('goes to the next organisation, and after the last one to the sign-in', () => {
  navigation.update([first, second], [])
  navigation.showOrganisation(first.id, 'activity')
  navigation.openDialog(dialog)
  navigation.update([second], [])
  expect(state.current.view).toEqual({ screen: 'activity', organisationId: second.id, dialog: null })
  navigation.update([], [])
  expect(state.current.view).toEqual({ screen: 'sign-in', organisationId: null, dialog: null })
})

test('shows all organisations while there are at least two', () => {
  navigation.update([first, second], [])
  navigation.showOrganisation(second.id, 'keys')
  navigation.showAll()
  expect(state.current.view).toEqual({ screen: 'all', organisationId: second.id, dialog: null })
  navigation.update([second], [])
  expect(state.current.view).toEqual({ screen: 'overview', organisationId: second.id, dialog: null })
  navigation.showAll()
  expect(state.current.view.screen).toBe('overview')
})

test('an organisation that is chosen from all of them is shown by its overview', () => {
  navigation.update([first, second], [])
  navigation.showAll()
  navigation.showOrganisation(first.id)
  expect(state.current.view.screen).toBe('overview')
})

test('a dialog of an organisation leaves all of them on screen', () => {
  navigation.update([first, second], [])
  navigation.showAll()
  const topUp = { kind: 'top-up', organisationId: second.id } as const
  navigation.openOrganisationDialog(second.id, topUp)
  expect(state.current.view).toEqual({ screen: 'all', organisationId: second.id, dialog: topUp })
  navigation.closeDialog()
  navigation.show('sign-in')
  navigation.openOrganisationDialog(first.id, topUp)
  expect(state.current.view.screen).toBe('overview')
})
