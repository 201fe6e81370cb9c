/** Adding money. */
import type { App } from '../app.ts'
import type { HandlersOf } from './handlers.ts'

type Names = 'top-up.start' | 'top-up.retry' | 'top-up.dismiss'

export function moneyCommands({ accounts: { topUps } }: App): HandlersOf<Names> {
  return {
    // Progress and result are in the state.
    'top-up.start': ({ organisationId, amountCents }) => topUps.start(organisationId, amountCents),
    'top-up.retry': ({ organisationId }) => topUps.askAgain(organisationId),
    'top-up.dismiss': ({ organisationId }) => topUps.putAway(organisationId),
  }
}
