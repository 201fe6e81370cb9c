/** Adding money. Progress and outcome are in the state. */
import type { CommandContext } from '../commands.ts'
import { type HandlersOf, withOrganisation } from './handlers.ts'

type Names = 'top-up.start' | 'top-up.retry' | 'top-up.dismiss'

export function topUpCommands({ organisations }: CommandContext): HandlersOf<Names> {
  return {
    'top-up.start': withOrganisation(organisations, ({ topUp }, { amountCents }) => topUp.start(amountCents)),
    'top-up.retry': withOrganisation(organisations, ({ topUp }) => topUp.askAgain()),
    'top-up.dismiss': withOrganisation(organisations, ({ topUp }) => topUp.dismiss()),
  }
}
