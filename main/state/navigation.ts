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

  /** Shows the organisation on the given screen, or on the current one if that belongs to an organisation. */
  showOrganisation(organisationId: string, screen?: Screen): void {
    this.#state.update(({ view }) => {
      const current = view.screen === 'sign-in' || view.screen === 'all' ? 'overview' : view.screen
      return { view: { screen: screen ?? current, organisationId, dialog: null } }
    })
  }

  /** Shows all organisations, or the overview if there is only one. */
  showAll(): void {
    this.#state.update(({ view, organisations }) => ({
      view: { ...view, screen: screenFor('all', organisations), dialog: null },
    }))
  }

  openDialog(dialog: Dialog): void {
    this.#state.update(({ view }) => ({ view: { ...view, dialog } }))
  }

  /** Shows one of the organisation's screens behind the dialog, or the list of all organisations. */
  openOrganisationDialog(organisationId: string, dialog: Dialog): void {
    this.#state.update(({ view }) => {
      const screen = view.screen === 'sign-in' ? ('overview' as const) : view.screen
      return { view: { screen, organisationId, dialog } }
    })
  }

  closeDialog(): void {
    this.#state.update(({ view }) => ({ view: { ...view, dialog: null } }))
  }

  /** Updates the organisations. If the shown one no longer exists, the first one is shown. */
  update(organisations: readonly Organisation[], pendingSignOuts: readonly PendingSignOut[]): void {
    this.#state.update(({ view }) => {
      const isShown = organisations.some((one) => one.id === view.organisationId)
      const next = organisations[0]?.id ?? null
      // Without a shown organisation the screen stays: an import before the first sign-in must not close the settings.
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
