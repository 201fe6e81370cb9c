/** Adding money. Progress and outcome are in the state. */
import { type CommandContext, type CommandHandlers, withOrganisation } from './handlers.ts'

export function topUpCommands({ organisations }: CommandContext) {
  return {
    'top-up.start': withOrganisation(organisations, ({ topUp }, { amountCents }) => topUp.start(amountCents)),
    'top-up.retry': withOrganisation(organisations, ({ topUp }) => topUp.askAgain()),
    'top-up.dismiss': withOrganisation(organisations, ({ topUp }) => topUp.dismiss()),
  } satisfies Partial<CommandHandlers>
}
