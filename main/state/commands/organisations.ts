/** Showing and reading an organisation. */
import { failed } from '../../../preload/contract/index.ts'
import { decimalDollars } from '../../../words/format.ts'
import { failure } from '../../parallel/failures.ts'
import { type CommandContext, type CommandHandlers, copyText, done, withOrganisation } from './handlers.ts'

export function organisationCommands({ organisations, navigation, desktop }: CommandContext) {
  return {
    'organisation.show': withOrganisation(organisations, ({ id }, { screen }) => {
      navigation.showOrganisation(id, screen)
      return done
    }),
    'organisation.refresh': withOrganisation(organisations, ({ balance }) => {
      // Progress and outcome are in the state.
      void balance.refresh()
      return done
    }),
    'organisation.copy-spendable': withOrganisation(organisations, ({ balance: { current } }) =>
      current === null || current.invoiced
        ? failed(failure('invalid', 'There is no amount.'))
        : copyText(desktop, decimalDollars(current.spendableCents)),
    ),
    'organisation.dismiss-arrival': withOrganisation(organisations, (organisation) => {
      organisation.dismissArrival()
      return done
    }),
  } satisfies Partial<CommandHandlers>
}
