/** Organisations: showing and reading them. */
import { failed } from '../../../preload/contract/index.ts'
import { money } from '../../../words/format.ts'
import { failure } from '../../parallel/failures.ts'
import type { Desktop } from '../../ports.ts'
import type { App } from '../app.ts'
import { done, type HandlersOf, isKnown, unknown } from './handlers.ts'

type Names =
  | 'organisation.show'
  | 'organisation.refresh'
  | 'organisation.dismiss-arrival'
  | 'organisation.copy-spendable'

export function organisationCommands(app: App, desktop: Desktop): HandlersOf<Names> {
  const { state } = app
  return {
    'organisation.show': ({ organisationId, screen }) => {
      if (!isKnown(app, organisationId)) return unknown
      app.show(organisationId, screen)
      return done
    },
    'organisation.refresh': ({ organisationId }) => {
      if (!isKnown(app, organisationId)) return unknown
      // Progress and result are in the state.
      void app.accounts.balances.refresh(organisationId)
      return done
    },
    'organisation.copy-spendable': async ({ organisationId }) => {
      const { organisations } = state.current
      const balance = organisations.find((one) => one.id === organisationId)?.balance ?? null
      if (balance === null || balance.invoiced) return failed(failure('invalid', 'There is no amount.'))
      const copied = await desktop.copyText(money(balance.spendableCents).text)
      return copied ? done : failed(failure('clipboard', 'The clipboard took nothing.'))
    },
    'organisation.dismiss-arrival': ({ organisationId }) => {
      state.updateOrganisation(organisationId, { arrived: null })
      return done
    },
  }
}
