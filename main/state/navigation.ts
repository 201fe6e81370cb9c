/** Where the user is: the screen, the organisation on it, and the dialog over it. */
import type { Dialog, Organisation, PendingSignOut, Screen } from '../../preload/contract/index.ts'
import type { StateStore } from './store.ts'

export class Navigation {
  readonly #state: StateStore

  constructor(state: StateStore) {
    this.#state = state
  }

  get dialog(): Dialog | null {
    return this.#state.current.view.dialog
  }

  show(screen: Screen): void {
    this.#state.update(({ view }) => ({ view: { ...view, screen, dialog: null } }))
  }

  /** Puts the organisation on screen: on the current screen if that is one of an organisation's, or on the named one. */
  showOrganisation(organisationId: string, screen?: Screen): void {
    this.#state.update(({ view }) => {
      const current = view.screen === 'sign-in' || view.screen === 'all' ? 'overview' : view.screen
      return { view: { screen: screen ?? current, organisationId, dialog: null } }
    })
  }

  /** Shows all organisations; with a single one its overview, which says the same and more. */
  showAll(): void {
    this.#state.update(({ view, organisations }) => ({
      view: { ...view, screen: screenFor('all', organisations), dialog: null },
    }))
  }

  openDialog(dialog: Dialog): void {
    this.#state.update(({ view }) => ({ view: { ...view, dialog } }))
  }

  /** A dialog about an organisation lies over one of its screens, or over all organisations. */
  openOrganisationDialog(organisationId: string, dialog: Dialog): void {
    this.#state.update(({ view }) => {
      const screen = view.screen === 'sign-in' ? ('overview' as const) : view.screen
      return { view: { screen, organisationId, dialog } }
    })
  }

  closeDialog(): void {
    this.#state.update(({ view }) => ({ view: { ...view, dialog: null } }))
  }

  /** Shows the organisations as they are now. The one on screen makes way for the first, once it is gone. */
  update(organisations: readonly Organisation[], pendingSignOuts: readonly PendingSignOut[]): void {
    this.#state.update(({ view }) => {
      const isShown = organisations.some((one) => one.id === view.organisationId)
      const next = organisations[0]?.id ?? null
      // Before any sign-in there is nothing to make way for: the settings, open then, stay open during an import.
      const screen = next === null ? ('sign-in' as const) : screenFor(view.screen, organisations)
      if (isShown || view.organisationId === next) {
        const isOnAll = view.screen === 'all' && screen !== 'all'
        return { organisations, pendingSignOuts, ...(isOnAll ? { view: { ...view, screen } } : {}) }
      }
      return { organisations, pendingSignOuts, view: { screen, organisationId: next, dialog: null } }
    })
  }
}

function screenFor(screen: Screen, organisations: readonly Organisation[]): Screen {
  return screen === 'all' && organisations.length < 2 ? 'overview' : screen
}
