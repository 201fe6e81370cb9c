/** Showing organisations and refreshing their balances. */
import { failed } from '../../../preload/contract/index.ts'
import { decimalDollars } from '../../../words/format.ts'
import { localDate } from '../../calendar.ts'
import type { Organisations } from '../../organisation/organisations.ts'
import { failure } from '../../parallel/failures.ts'
import type { Clock, Desktop, Files } from '../../ports.ts'
import type { Navigation } from '../navigation.ts'
import { organisationTable } from '../organisation-table.ts'
import type { Toasts } from '../toasts.ts'
import { type CommandHandlers, copyText, done, saveFile, withOrganisation } from './handlers.ts'

type OrganisationDeps = {
  readonly organisations: Organisations
  readonly navigation: Navigation
  readonly desktop: Desktop
  readonly clock: Clock
  readonly files: Files
  readonly toasts: Toasts
}

export function organisationCommands(deps: OrganisationDeps) {
  const { organisations, navigation, desktop, clock } = deps
  return {
    'organisation.show': withOrganisation(organisations, ({ id }, { screen }) => {
      navigation.showOrganisation(id, screen)
      return done
    }),
    'organisation.refresh': withOrganisation(organisations, ({ balance }) => {
      // The state reports progress and outcome.
      void balance.refresh()
      return done
    }),
    'organisations.refresh': () => {
      for (const { balance, session } of organisations.signedIn)
        if (session.view.kind === 'active') void balance.refresh()
      return done
    },
    'organisations.export': () => {
      const name = `organisations-${localDate(clock.now())}.csv`
      const text = () => organisationTable(organisations.views, clock.now())
      void saveFile(deps, { name, format: 'csv', text })
      return done
    },
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
