/** Adding money. */
import type { App } from '../app.ts'
import type { HandlersOf } from './handlers.ts'

type Names = 'top-up.start' | 'top-up.ask-again' | 'top-up.put-away'

export function moneyCommands({ accounts: { topUps } }: App): HandlersOf<Names> {
  return {
    // Progress and result are in the state.
    'top-up.start': ({ organisationId, amountCents }) => topUps.start(organisationId, amountCents),
    'top-up.ask-again': ({ organisationId }) => topUps.askAgain(organisationId),
    'top-up.put-away': ({ organisationId }) => topUps.putAway(organisationId),
  }
}
