/** The history of an organisation: its view, and its export to a file. */
import { ok } from '../../../preload/contract/index.ts'
import type { Organisations } from '../../organisation/organisations.ts'
import type { Files } from '../../ports.ts'
import type { Toasts } from '../toasts.ts'
import { type CommandHandlers, done, saveFile, withOrganisation } from './handlers.ts'

type HistoryDeps = {
  readonly organisations: Organisations
  readonly files: Files
  readonly toasts: Toasts
}

export function historyCommands(deps: HistoryDeps) {
  const { organisations } = deps
  return {
    'history.read': withOrganisation(organisations, async ({ history }, { range }) =>
      ok(await history.view(range)),
    ),
    'history.export': withOrganisation(organisations, ({ id, name, history }, { format }) => {
      const fileName = history.exportFileName(name, format)
      void saveFile(deps, { name: fileName, format, text: () => history.exportText({ id, name }, format) })
      return done
    }),
  } satisfies Partial<CommandHandlers>
}
