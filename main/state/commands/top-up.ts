/** Adding money. Progress and outcome are in the state. */
import type { CommandContext } from '../commands.ts'
import { type HandlersOf, withOrganisation } from './handlers.ts'

type Names = 'top-up.start' | 'top-up.ask-again' | 'top-up.put-away'

export function topUpCommands({ organisations }: CommandContext): HandlersOf<Names> {
  return {
    'top-up.start': withOrganisation(organisations, ({ topUp }, { amountCents }) => topUp.start(amountCents)),
    'top-up.ask-again': withOrganisation(organisations, ({ topUp }) => topUp.askAgain()),
    'top-up.put-away': withOrganisation(organisations, ({ topUp }) => topUp.dismiss()),
  }
}
